using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Issue;

/// <summary>
/// Makes the findings about a permit against which the law moved while it was being issued, without waiting for the
/// night. The next sweep would make the same; it reports these as new.
/// </summary>
public sealed class LateFindings(FindingWriter writer)
{
    /// <summary>Writes what the ruling says; a store that is busy leaves it to the sweep.</summary>
    public async Task WriteAsync(Permit permit, string code, IssueRuling ruling, Actor actor, CancellationToken cancellationToken)
    {
        var place = FindingPlace.Ledger(code, permit.Concession, permit.Year);
        PendingFinding[] pending = [.. ruling.Broken.Select(b => new FlaggedCase(b.Rule, b.Answer, permit.Number)).Select(f => new PendingFinding(f.Hash, f))];
        try
        {
            await writer.ApplyAsync(place, FindingRun.BetweenRuns(permit.RecordedAt), pending, actor, cancellationToken);
        }
        catch (RecordStoreException)
        {
            // The permit is issued and its answer says what is wrong: the caller is not sent away for this.
        }
    }
}
