using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Imports;

/// <summary>Brings one ledger's harvests of a list into the register, all of a permit in one commit.</summary>
/// <remarks>As with permits, a plan holds for the head it was made at.</remarks>
public sealed class HarvestListWriter(HarvestListImport list, IRecordStore store, ChainWriter chain, TagFates fates)
{
    /// <summary>Harvests of one commit: two rows each, with their permits and balances within the limit of a commit.</summary>
    private const int BatchSize = 19;

    /// <returns>The plan when nothing is left to do, or with the faults if permits have changed so that a row leads to none any more; null when the pulse said to stop.</returns>
    public async Task<HarvestPlan?> ApplyAsync(
        ImportLedger ledger, IReadOnlyList<HarvestListRow> rows, ListSource source, DateTimeZone zone, Actor actor, Pulse pulse, CancellationToken cancellationToken)
    {
        while (true)
        {
            var head = await store.ReadAsync<PartitionHead>(ledger.Partition, PartitionHead.Row, cancellationToken);
            var plan = await list.PlanAsync(new LedgerEntry(ledger.Concession, ledger.Year), rows, source, zone, cancellationToken);
            if (plan.Steps.IsEmpty || !plan.Faults.IsEmpty) return plan;
            if (!await WriteAsync(plan, ledger, head?.Value.Sequence ?? PartitionHead.Empty.Sequence, source, actor, pulse, cancellationToken)) return null;
        }
    }

    /// <summary>Writes batches until the plan is done or someone else moved the head; false when the pulse said to stop.</summary>
    private async Task<bool> WriteAsync(
        HarvestPlan plan, ImportLedger ledger, long sequence, ListSource source, Actor actor, Pulse pulse, CancellationToken cancellationToken)
    {
        foreach (var batch in BatchesOf(plan))
        {
            var (expected, moved) = (sequence, new List<(Permit Before, Permit After)>());
            var result = await chain.DecideAsync<bool>(
                ledger.Partition,
                actor,
                async (context, token) => context.Head.Sequence == expected
                    ? new ChainDecision<bool>.Write("import-harvests", await ChangesAsync(batch, ledger, source, context, actor, moved, token), true)
                    : new ChainDecision<bool>.Nothing(false),
                cancellationToken);
            if (result.Status == ChainStatus.Nothing) return true;
            if (result.Status != ChainStatus.Done) throw new RecordStoreException("The ledger is busy.");
            sequence = result.Head!.Sequence;
            foreach (var (before, after) in moved) await fates.SettleAsync(PlaceOf(after), before, after, cancellationToken);
            if (!await pulse()) return false;
        }

        return true;
    }

    /// <summary>All of a permit's rows to one batch: its own row may change only once in a commit, and a plan's copy of it only once at all.</summary>
    private static IEnumerable<List<HarvestStep[]>> BatchesOf(HarvestPlan plan)
    {
        var batch = new List<HarvestStep[]>();
        foreach (var group in plan.Steps.GroupBy(s => s.File.Permit.Number, StringComparer.Ordinal))
        {
            // What one permit has beyond a batch waits for the next plan.
            HarvestStep[] permit = [.. group.Take(BatchSize)];
            if (batch.Sum(p => p.Length) + permit.Length > BatchSize)
            {
                yield return batch;
                batch = [];
            }

            batch.Add(permit);
        }

        if (batch.Count > 0) yield return batch;
    }

    private async Task<IReadOnlyList<ChainChange>> ChangesAsync(
        List<HarvestStep[]> batch, ImportLedger ledger, ListSource source, ChainContext context, Actor actor, List<(Permit Before, Permit After)> moved,
        CancellationToken cancellationToken)
    {
        moved.Clear();
        var changes = new List<ChainChange>();
        var moves = new LineMoves(store, ledger.Partition);
        foreach (var permit in batch)
        {
            var file = permit[0].File;
            var stored = await store.ReadAsync<Permit>(ledger.Partition, LedgerRows.Permit(file.Permit.Serial), cancellationToken);
            var harvests = file.Harvests.ToDictionary(h => h.Id, StringComparer.Ordinal);
            foreach (var step in permit)
            {
                var next = Dated(step, source, context.RecordedAt);
                harvests[next.Id] = next;
                var current = await store.ReadAsync<Harvest>(ledger.Partition, LedgerRows.Harvest(file.Permit.Serial, next.Id), cancellationToken);
                changes.AddRange(LedgerChanges.Harvest(file.Permit.Serial, current, next));
            }

            var after = stored!.Value with { Takes = TakeSummaries.Of(harvests.Values) };
            // A take on a permit that was given back holds its tag anew, which may be on another by now.
            if (!await fates.NoteAsync(PlaceOf(after), stored.Value, after, context.RecordedAt, cancellationToken)) throw new RecordStoreException("The tags did not answer.");
            moved.Add((stored.Value, after));
            changes.Add(LedgerChanges.SamePermit(stored, after));
            await moves.PermitAsync(PermitHold.Of(stored.Value), PermitHold.Of(after), after.Number, cancellationToken);
        }

        return [.. changes, .. moves.Changes(context.RecordedAt, actor)];
    }

    private static PermitPlace PlaceOf(Permit permit) => new(permit.Concession, permit.Year, permit.Serial, permit.Number);

    private static Harvest Dated(HarvestStep step, ListSource source, Instant recordedAt) => step.Current is { } current
        ? step.Next with { Version = current.Version + 1, CorrectionReason = source.By, RecordedAt = recordedAt }
        : step.Next with { RecordedAt = recordedAt };
}
