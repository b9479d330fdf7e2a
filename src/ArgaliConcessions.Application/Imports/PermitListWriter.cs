using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Imports;

/// <summary>Brings one ledger's rows of a list into the register, some permits to a commit.</summary>
/// <remarks>
/// A plan holds for the head it was made at: when someone else has written to the ledger since, it is made anew. So a
/// row becomes one permit however often the job is cut off, and however many run at once.
/// </remarks>
public sealed class PermitListWriter(PermitListImport list, IRecordStore store, ChainWriter chain, PaperIndex papers, DocumentIndex documents, TagClaims tags)
{
    /// <summary>Permits of one commit: two rows each, with their lines' balances within the limit of a commit.</summary>
    private const int BatchSize = 14;

    /// <param name="since">When the job was created: what was recorded since counts as this job's work, though an earlier try did it.</param>
    /// <returns>What was done; null when the pulse said to stop.</returns>
    public async Task<ImportCounts?> ApplyAsync(
        ImportLedger ledger, IReadOnlyList<PermitDraft> drafts, ListSource source, string country, Instant since, Actor actor, Pulse pulse, CancellationToken cancellationToken)
    {
        while (true)
        {
            var head = await store.ReadAsync<PartitionHead>(ledger.Partition, PartitionHead.Row, cancellationToken);
            var plan = await list.PlanAsync(ledger, drafts, source, cancellationToken);
            if (plan.IsEmpty) return plan.CountsSince(since);
            var work = new Batch(ledger, source, country);
            if (!await WriteAsync(plan, work, head?.Value.Sequence ?? PartitionHead.Empty.Sequence, actor, pulse, cancellationToken)) return null;
        }
    }

    /// <summary>Writes batches until the plan is done or someone else moved the head; false when the pulse said to stop.</summary>
    private async Task<bool> WriteAsync(PermitPlan plan, Batch work, long sequence, Actor actor, Pulse pulse, CancellationToken cancellationToken)
    {
        var steps = plan.Added.Select(d => (Current: (Permit?)null, Draft: d)).Concat(plan.Changed.Select(c => (Current: (Permit?)c.Permit, c.Draft)));
        foreach (var step in steps.Chunk(BatchSize))
        {
            var expected = sequence;
            var result = await chain.DecideAsync<bool>(
                work.Ledger.Partition,
                actor,
                async (context, token) => context.Head.Sequence == expected
                    ? new ChainDecision<bool>.Write("import-permits", await ChangesAsync(step, work, context, actor, token), true, step.Count(s => s.Current is null))
                    : new ChainDecision<bool>.Nothing(false),
                cancellationToken);
            if (result.Status == ChainStatus.Nothing) return true;
            if (result.Status != ChainStatus.Done) throw new RecordStoreException("The ledger is busy.");
            sequence = result.Head!.Sequence;
            if (!await pulse()) return false;
        }

        return true;
    }

    private async Task<IReadOnlyList<ChainChange>> ChangesAsync(
        (Permit? Current, PermitDraft Draft)[] step, Batch work, ChainContext context, Actor actor, CancellationToken cancellationToken)
    {
        var changes = new List<ChainChange>();
        var moves = new LineMoves(store, work.Ledger.Partition);
        var serial = context.NextSerial;
        foreach (var (current, draft) in step)
        {
            var permit = current is null
                ? await AddAsync(draft, serial++, work, context, changes, cancellationToken)
                : await ChangeAsync(current, draft, work, context, changes, cancellationToken);
            await moves.PermitAsync(current is null ? null : PermitHold.Of(current), PermitHold.Of(permit), permit.Number, cancellationToken);
        }

        return [.. changes, .. moves.Changes(context.RecordedAt, actor)];
    }

    private async Task<Permit> AddAsync(
        PermitDraft draft, int serial, Batch work, ChainContext context, List<ChainChange> changes, CancellationToken cancellationToken)
    {
        var number = new PermitNumber(work.Country, work.Ledger.Year, work.Ledger.Code, serial).ToString();
        var permit = draft.NewPermit(number, serial, work.Ledger, work.Source, context.RecordedAt);
        // The way to the permit is there before the permit: should the commit fail, it leads to nothing, which readers expect.
        var indexed = await Task.WhenAll(papers.AddAsync(permit, draft.Row.Paper, cancellationToken), documents.AddAsync(permit, draft.Row.Document, cancellationToken));
        if (indexed.Contains(false)) throw new RecordStoreException("An index did not answer.");
        await NoteTagAsync(permit, cancellationToken);
        changes.AddRange(LedgerChanges.NewPermit(permit, draft.Hunter));
        return permit;
    }

    private async Task<Permit> ChangeAsync(
        Permit current, PermitDraft draft, Batch work, ChainContext context, List<ChainChange> changes, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync<Permit>(work.Ledger.Partition, LedgerRows.Permit(current.Serial), cancellationToken);
        var hunter = await store.ReadAsync<HunterDetails>(work.Ledger.Partition, LedgerRows.Hunter(current.Serial), cancellationToken);
        var next = draft.Filled(current, work.Ledger, work.Source, context.RecordedAt) with { RecordedAt = context.RecordedAt };
        if (next.Tag != current.Tag) await NoteTagAsync(next, cancellationToken);
        if (DocumentIndex.KeyOf(hunter?.Value.DocumentNumber) != DocumentIndex.KeyOf(draft.Row.Document)
            && !await documents.AddAsync(next, draft.Row.Document, cancellationToken)) throw new RecordStoreException("The document index did not answer.");
        changes.AddRange(LedgerChanges.NextVersion(stored!, next));
        changes.Add(LedgerChanges.Hunter(current.Serial, hunter, draft.Hunter));
        return next;
    }

    private async Task NoteTagAsync(Permit permit, CancellationToken cancellationToken)
    {
        if (permit.Tag is { } tag && !await tags.RecordAsync(permit, tag, cancellationToken)) throw new RecordStoreException("The tags did not answer.");
    }

    private sealed record Batch(ImportLedger Ledger, ListSource Source, string Country);
}
