using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Issue;

/// <summary>
/// Says what issuing a permit would say, and stops before anything is written: no claim of its tag, no note, no entry in an
/// index, no place on its line.
/// </summary>
public sealed class CheckIssue(ChainWriter chain, IssueJudge judge)
{
    /// <summary>The permit that would be issued now (the number it would bear is kept for nobody), or the refusal with every reason.</summary>
    /// <param name="key">Of the request that will issue it: a tag that this very request has claimed before is no other's.</param>
    public async Task<Outcome<Permit>> RunAsync(IssueRequest request, RequestKey key, Actor actor, CancellationToken cancellationToken)
    {
        var opened = await judge.OpenAsync(request, key, actor, cancellationToken);
        if (opened is not Outcome<IssueCase>.Done { Value: var file }) return opened.Refused<IssueCase, Permit>();
        var result = await chain.DecideAsync<IssueVerdict>(
            file.Ledger, actor, async (context, cancel) => new ChainDecision<IssueVerdict>.Nothing(await judge.JudgeAsync(file, context, cancel)), cancellationToken);
        return result.Value switch
        {
            null => Refusal.Busy,
            { Reasons: { Count: > 0 } reasons } => IssueJudge.Refused(reasons),
            var verdict => new Outcome<Permit>.Done(verdict.Permit!),
        };
    }
}
