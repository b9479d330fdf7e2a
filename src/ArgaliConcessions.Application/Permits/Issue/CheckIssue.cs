using System.Collections.Immutable;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Issue;

/// <summary>A permit against which nothing speaks.</summary>
/// <param name="Permit">As it would be issued now; the number it would bear is kept for nobody.</param>
/// <param name="Noted">What the law flags and the authority's settings let pass, such as days in a gap of the season.</param>
public sealed record CheckedIssue(Permit Permit, ImmutableArray<Reason> Noted);

/// <summary>
/// Says what issuing a permit would say, and stops before anything is written: no claim of its tag, no note, no entry in an
/// index, no place on its line.
/// </summary>
public sealed class CheckIssue(ChainWriter chain, IssueJudge judge)
{
    /// <summary>The permit that would be issued now, or the refusal with every reason.</summary>
    /// <param name="key">Of the request that will issue it: a tag that this very request has claimed before is no other's.</param>
    public async Task<Outcome<CheckedIssue>> RunAsync(IssueRequest request, RequestKey key, Actor actor, CancellationToken cancellationToken)
    {
        var opened = await judge.OpenAsync(request, key, actor, cancellationToken);
        if (opened is not Outcome<IssueCase>.Done { Value: var file }) return opened.Refused<IssueCase, CheckedIssue>();
        var result = await chain.DecideAsync<IssueVerdict>(
            file.Ledger, actor, async (context, cancel) => new ChainDecision<IssueVerdict>.Nothing(await judge.JudgeAsync(file, context, cancel)), cancellationToken);
        return result.Value switch
        {
            null => Refusal.Busy,
            { Reasons: { Count: > 0 } reasons } => IssueJudge.Refused(reasons),
            var verdict => new Outcome<CheckedIssue>.Done(new CheckedIssue(verdict.Permit!, [.. Noted(file, verdict)])),
        };
    }

    private static IEnumerable<Reason> Noted(IssueCase file, IssueVerdict verdict) => IssueChecks.Noted(
        IssueChecks.Judge(verdict.Permit!, verdict.Line, file.Law, file.Today, file.Bearers, file.Request.Hunter.DocumentNumber));
}
