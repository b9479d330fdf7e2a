using System.Collections.Immutable;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Issue;

/// <summary>A permit with all that it was judged by.</summary>
/// <param name="Document">The whole number of the hunter's document, where it is at hand.</param>
internal sealed record JudgedPermit(Permit Permit, LineState? Line, LawReading Law, LocalDate Today, Bearers Bearers, string? Document = null)
{
    /// <summary>Of an amendment: what could not be judged of the permit before either. It is no reason against changing something else.</summary>
    public ImmutableArray<MissingFact> WantedBefore { get; init; } = [];

    public IssueRuling Judge(LawReading law)
    {
        var ruling = IssueChecks.Judge(Permit, Line, law, Today, Bearers, Document);
        return ruling with { Missing = [.. ruling.Missing.Where(fact => !WantedBefore.Contains(fact))] };
    }
}

/// <summary>
/// Reads the heads again after the commit of an issue or amendment, before it is answered: a law that moved between judging and commit is
/// told, kept with the answer, and found at once.
/// </summary>
public sealed class SecondLook(ChainWriter chain, LawLibrary library, KeptAnswers answers, LateFindings findings)
{
    internal async Task<Outcome<PermitAnswer>> AnswerAsync(JudgedPermit judged, RequestKey key, Actor actor, CancellationToken cancellationToken)
    {
        var now = await library.ReadAsync(judged.Permit.Concession, LawFreshness.Checked, cancellationToken);
        if (now is null || now.Pins == judged.Law.Pins) return KeptAnswers.Made(judged.Permit, []);
        var ruling = judged.Judge(now);
        if (ruling.Granted) return KeptAnswers.Made(judged.Permit, []);
        ImmutableArray<Reason> against = [.. IssueChecks.Reasons(ruling)];
        await findings.WriteAsync(judged.Permit, now.Book.Concession.Code, ruling, actor, cancellationToken);
        // An answer that could not be kept is not given: the same request again must be told the same.
        return await KeepAsync(judged.Permit, key, against, actor, cancellationToken) ? KeptAnswers.Made(judged.Permit, against) : Refusal.Busy;
    }

    private async Task<bool> KeepAsync(Permit permit, RequestKey key, ImmutableArray<Reason> lawChanged, Actor actor, CancellationToken cancellationToken)
    {
        var ledger = Partitions.Ledger(permit.Concession, permit.Year);
        var result = await chain.DecideAsync<bool>(ledger, actor, async (_, cancel) =>
        {
            var kept = (await answers.FindAsync(ledger, key, cancel))!;
            var change = TypedRecords.Put(key.Row, kept, kept.Value with { LawChanged = lawChanged });
            return new ChainDecision<bool>.Write("law-changed-during-issue", [new ChainChange(change)], true);
        }, cancellationToken);
        return result.Status == ChainStatus.Done;
    }
}
