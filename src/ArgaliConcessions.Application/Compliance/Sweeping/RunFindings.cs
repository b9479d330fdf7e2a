using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>Copies a place's findings, as the run leaves them, into the run: the report is then the run's own, for ever.</summary>
public sealed class RunFindings(IRecordStore store, RunResults results)
{
    private const int ChunkBytes = 256 * 1024;

    /// <summary>Writes the chunks and, with the last, the result.</summary>
    public async Task FinishAsync(SweepContext sweep, FindingPlace place, PlaceResult result, CancellationToken cancellationToken)
    {
        var counts = new FindingCounts(sweep.Run.Id);
        var chunk = new List<Finding>();
        var (chunks, bytes) = (0, 0);
        await foreach (var record in store.ListAsync(place.Partition, new RowRange(FindingPlace.RowPrefix), cancellationToken))
        {
            var finding = RecordJson.Read<Finding>(record.Payload);
            if (!counts.Add(finding)) continue;
            if (bytes + record.Payload.Length > ChunkBytes && chunk.Count > 0)
            {
                await results.PutChunkAsync(sweep.Run.Id, place, chunks++, new FindingChunk([.. chunk]), sweep.Actor, cancellationToken);
                await sweep.BeatAsync(cancellationToken);
                chunk.Clear();
                bytes = 0;
            }
            chunk.Add(finding);
            bytes += record.Payload.Length;
        }
        var done = counts.AddTo(result) with { Chunks = chunks + (chunk.Count > 0 ? 1 : 0) };
        await results.FinishAsync(sweep.Run.Id, place, done, new FindingChunk([.. chunk]), sweep.Actor, cancellationToken);
    }
}

/// <summary>Counts a place's findings as a run leaves them.</summary>
public sealed class FindingCounts(string run)
{
    private readonly Dictionary<RuleCount, int> rules = [];
    private readonly Dictionary<FindingChangeKind, int> changes = [];
    private int standing;

    /// <summary>Counts it; whether it belongs into the run: it stands, or the run changed it.</summary>
    public bool Add(Finding finding)
    {
        var changed = finding.Change.Run == run;
        if (changed) changes[finding.Change.Kind] = changes.GetValueOrDefault(finding.Change.Kind) + 1;
        if (finding.Status == FindingStatus.Resolved) return changed;
        standing++;
        var kind = finding.Status == FindingStatus.Waived ? FindingStatusKind.Waived : FindingStatusKind.Standing;
        var key = new RuleCount(finding.Rule, finding.Code, finding.Cause, finding.Severity, kind, 0);
        rules[key] = rules.GetValueOrDefault(key) + 1;
        return true;
    }

    public PlaceResult AddTo(PlaceResult result) => result with
    {
        Standing = standing,
        Changes = new ChangeCounts(Of(FindingChangeKind.New), Of(FindingChangeKind.Changed), Of(FindingChangeKind.Reopened), Of(FindingChangeKind.Resolved)),
        Rules = [.. rules.Select(pair => pair.Key with { Findings = pair.Value }).OrderBy(count => count.Rule, StringComparer.Ordinal).ThenBy(count => count.Cause).ThenBy(count => count.Severity).ThenBy(count => count.Kind)],
    };

    private int Of(FindingChangeKind kind) => changes.GetValueOrDefault(kind);
}
