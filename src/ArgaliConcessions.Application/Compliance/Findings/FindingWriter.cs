using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Compliance.Findings;

/// <summary>Writes what a run makes of findings: each decided on the row as it stands at the commit.</summary>
public sealed class FindingWriter(ChainWriter chain, IRecordStore store)
{
    /// <summary>Applies changes in one commit; none is made when nothing is to be written.</summary>
    /// <exception cref="RecordStoreException">The store is busy or its answer unknown: the same changes may be applied again.</exception>
    public async Task ApplyAsync(FindingPlace place, FindingRun run, IReadOnlyList<PendingFinding> changes, Actor actor, CancellationToken cancellationToken)
    {
        if (changes.Count == 0) return;
        var result = await chain.DecideAsync<int>(place.Partition, actor, (_, token) => DecideAsync(place, run, changes, token), cancellationToken);
        result.OrThrow();
    }

    private async Task<ChainDecision<int>> DecideAsync(FindingPlace place, FindingRun run, IReadOnlyList<PendingFinding> pending, CancellationToken cancellationToken)
    {
        var changes = new List<ChainChange>(pending.Count);
        foreach (var one in pending)
        {
            var stored = await store.FindAsync(place.KeyOf(one.Hash), cancellationToken);
            var before = stored is null ? null : RecordJson.Read<Finding>(stored.Payload);
            var after = one.Flagged is { } flagged ? FindingLife.Seen(before, flagged, place, run) : FindingLife.Vanished(before, run, one.LastSeen);
            if (after is not null) changes.Add(Change(place.KeyOf(one.Hash).Row, stored, after));
        }
        return changes.Count == 0 ? new ChainDecision<int>.Nothing(0) : new ChainDecision<int>.Write("findings", changes, changes.Count);
    }

    private static ChainChange Change(string row, StoredRecord? stored, Finding after) => new(stored is null
        ? new RecordChange.Insert(row, RecordJson.Write(after))
        : new RecordChange.Replace(row, stored.Version, RecordJson.Write(after)));
}
