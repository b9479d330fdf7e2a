using System.Collections.Immutable;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Issue;

/// <summary>
/// Issues a permit: head, balance, permit, hunter's data, idempotency answer and audit event in one commit to one ledger,
/// judged by the law as its heads stood when they were read just before, or refused with every reason there is.
/// </summary>
public sealed class IssuePermit(
    IRecordStore store, ChainWriter chain, LawLibrary library, LegalCalendar calendar, LineRegister lines, PaperIndex papers,
    TagClaims tags, KeptAnswers answers, LateFindings findings)
{
    /// <summary>The permit as issued, or why not. The same key again gives the same answer.</summary>
    public async Task<Outcome<PermitAnswer>> RunAsync(IssueRequest request, RequestKey key, Actor actor, CancellationToken cancellationToken)
    {
        var law = await library.ReadAsync(request.Concession, LawFreshness.Checked, cancellationToken);
        if (law is null) return Refused([Reason.Of("concession-unknown", "/concession", ("concession", request.Concession))]);
        var issue = new Issue(request, key, law, calendar.Today(law.Book), await BearersAsync(request, key, cancellationToken));
        var ledger = Partitions.Ledger(request.Concession, request.Year);
        var result = await chain.DecideAsync<Decided>(ledger, actor, (context, cancel) => DecideAsync(issue, ledger, context, cancel), cancellationToken);
        if (result.Value is Decided.Refused && await answers.FindAsync(ledger, key, cancellationToken) is { } landed)
        {
            // Reads are no snapshot: the same request, sent elsewhere too, may have taken the very place for want of which this one was refused.
            result = result with { Value = new Decided.Before(landed.Value) };
        }

        await SettleTagAsync(issue, result, cancellationToken);
        return result switch
        {
            { Status: ChainStatus.Done, Value: Decided.Issued issued } => await AnswerAsync(issue, issued, actor, cancellationToken),
            { Value: Decided.Before before } => await answers.AgainAsync(ledger, key, before.Kept, cancellationToken),
            { Value: Decided.Refused refused } => refused.Why,
            _ => Refusal.Busy,
        };
    }

    private async Task<ChainDecision<Decided>> DecideAsync(Issue issue, string ledger, ChainContext context, CancellationToken cancellationToken)
    {
        var request = issue.Request;
        if (await answers.FindAsync(ledger, issue.Key, cancellationToken) is { } kept) return Nothing(new Decided.Before(kept.Value));
        if (!issue.Law.Book.National.Years.ContainsKey(request.Year)) return Refuse([Reason.Of("year-unknown", "/year", ("year", request.Year))]);
        if (await lines.FindAsync(request.Concession, request.Year, request.Line, cancellationToken) is not { } line)
        {
            return Refuse([Reason.Of("line-unknown", "/line", ("line", request.Line))]);
        }

        var permit = PermitDraft.Of(request, line, issue.Law, context.NextSerial, issue.Today, context.RecordedAt);
        var reasons = IssueChecks.Of(permit, line, issue.Law, issue.Today, issue.Bearers);
        if (reasons.Count > 0) return Refuse(reasons);
        if (await PrepareAsync(issue, permit, context, cancellationToken) is { } objection) return Nothing(new Decided.Refused(objection));
        return new ChainDecision<Decided>.Write("issue-permit", Changes(issue, permit, line), new Decided.Issued(permit, line), SerialsTaken: 1);
    }

    /// <summary>
    /// What must lie in other partitions before the permit does. None of it is wrong if the permit never comes: an index
    /// entry that leads nowhere is passed over, a pending claim is dropped.
    /// </summary>
    private async Task<Refusal?> PrepareAsync(Issue issue, Permit permit, ChainContext context, CancellationToken cancellationToken)
    {
        if (permit.Paper is { } paper && !await papers.AddAsync(permit, paper, cancellationToken)) return Refusal.Busy;
        if (permit.Tag is not { } tag || issue.HasTag) return null;
        var claim = new TagClaim(permit.Concession, permit.Year, issue.Key.Row, null, context.RecordedAt);
        var result = await tags.ClaimAsync(tag, claim, cancellationToken);
        issue.HasTag = result == ClaimResult.Claimed;
        // Whoever took it in between is looked up when the request comes again.
        return issue.HasTag ? null : Refusal.Busy;
    }

    private static IReadOnlyList<ChainChange> Changes(Issue issue, Permit permit, LineState line) =>
    [
        .. LedgerChanges.NewPermit(permit, issue.Request.Hunter),
        LedgerChanges.Balance(line.Id, line.Balance, line.Standing.Issue(permit.Animals)),
        new ChainChange(new RecordChange.Insert(issue.Key.Row, RecordJson.Write(new KeptAnswer(issue.Key.BodySha256, permit.Serial, permit.Version)))),
    ];

    /// <summary>Confirms the tag's claim, or drops it where it is certain that no permit came; the timer does the rest.</summary>
    private async Task SettleTagAsync(Issue issue, ChainResult<Decided> result, CancellationToken cancellationToken)
    {
        if (!issue.HasTag || result.Status == ChainStatus.Unknown) return;
        var (tag, row) = (issue.Request.Tag!, issue.Key.Row);
        if (result.Value is Decided.Issued issued) await tags.ConfirmAsync(tag, row, issued.Permit.Number, cancellationToken);
        else if (result.Value is not Decided.Before) await tags.DropAsync(tag, row, cancellationToken);
    }

    /// <summary>Reads the heads again: a law that moved between judging and commit is told, and kept with the answer.</summary>
    private async Task<Outcome<PermitAnswer>> AnswerAsync(Issue issue, Decided.Issued issued, Actor actor, CancellationToken cancellationToken)
    {
        var now = await library.ReadAsync(issue.Request.Concession, LawFreshness.Checked, cancellationToken);
        if (now is null || now.Pins == issue.Law.Pins) return KeptAnswers.Made(issued.Permit, []);
        var ruling = IssueChecks.Judge(issued.Permit, issued.Line, now, issue.Today, issue.Bearers);
        if (ruling.Granted) return KeptAnswers.Made(issued.Permit, []);
        ImmutableArray<Reason> against = [.. IssueChecks.Reasons(ruling)];
        await KeepAsync(issue, against, actor, cancellationToken);
        await findings.WriteAsync(issued.Permit, now.Book.Concession.Code, ruling, actor, cancellationToken);
        return KeptAnswers.Made(issued.Permit, against);
    }

    private Task KeepAsync(Issue issue, ImmutableArray<Reason> lawChanged, Actor actor, CancellationToken cancellationToken)
    {
        var ledger = Partitions.Ledger(issue.Request.Concession, issue.Request.Year);
        return chain.DecideAsync<bool>(ledger, actor, async (_, cancel) =>
        {
            var kept = (await answers.FindAsync(ledger, issue.Key, cancel))!;
            var change = TypedRecords.Put(issue.Key.Row, kept, kept.Value with { LawChanged = lawChanged });
            return new ChainDecision<bool>.Write("law-changed-during-issue", [new ChainChange(change)], true);
        }, cancellationToken);
    }

    private async Task<Bearers> BearersAsync(IssueRequest request, RequestKey key, CancellationToken cancellationToken)
    {
        var ofPaper = request.Paper is { } paper ? await PaperBearersAsync(PaperIndex.Fold(paper), cancellationToken) : [];
        var claim = request.Tag is { } tag ? await tags.FindAsync(tag, cancellationToken) : null;
        var isOther = claim is not null && claim.Value.AnswerRow != key.Row;
        return new Bearers(ofPaper, isOther ? [claim!.Value.Number ?? $"{claim.Value.Concession}/{claim.Value.Year}"] : []);
    }

    private async Task<IReadOnlyList<string>> PaperBearersAsync(string folded, CancellationToken cancellationToken) =>
        [.. (await new PaperReader(store, papers).FindAsync(folded, cancellationToken)).Select(p => p.Value.Number)];

    private static ChainDecision<Decided>.Nothing Nothing(Decided decided) => new(decided);

    private static ChainDecision<Decided>.Nothing Refuse(IReadOnlyList<Reason> reasons) => Nothing(new Decided.Refused(Refused(reasons)));

    private static Refusal Refused(IReadOnlyList<Reason> reasons) => new(RefusalKind.Conflict, "permit-refused", [.. reasons]);

    /// <summary>One request on its way.</summary>
    private sealed record Issue(IssueRequest Request, RequestKey Key, LawReading Law, LocalDate Today, Bearers Bearers)
    {
        /// <summary>Whether its tag has been claimed: once, however often the decision is taken.</summary>
        public bool HasTag { get; set; }
    }

    private abstract record Decided
    {
        public sealed record Issued(Permit Permit, LineState Line) : Decided;

        /// <summary>The same request came before.</summary>
        public sealed record Before(KeptAnswer Kept) : Decided;

        public sealed record Refused(Refusal Why) : Decided;
    }
}
