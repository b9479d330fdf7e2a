using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Permits.Tags;

/// <summary>Settles the claims that a crash left pending; a timer calls it.</summary>
public sealed class SettleClaims(IRecordStore store, TagClaims claims, IIdSource ids, TimeProvider time)
{
    /// <summary>Younger claims may belong to an issue that is still under way, which takes at most some 30 s.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(10);

    private const string Witnesses = "w/";

    /// <summary>Notes taken in one commit.</summary>
    private const int Batch = 50;

    /// <summary>Looks at all notes that are old enough and removes them; one read when there is none.</summary>
    /// <returns>How many notes were settled.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = Instant.FromDateTimeOffset(time.GetUtcNow()) - Patience;
        var settled = 0;
        while (true)
        {
            var notes = await OldestAsync(before, cancellationToken);
            foreach (var note in notes) await SettleAsync(RecordJson.Read<ClaimNote>(note.Payload), cancellationToken);
            if (notes.Count == 0 || !await RemoveAsync(notes, cancellationToken)) return settled;
            settled += notes.Count;
        }
    }

    private async Task<List<StoredRecord>> OldestAsync(Instant before, CancellationToken cancellationToken)
    {
        var page = await store.ReadPageAsync(Partitions.PendingClaims, new RowRange(TagClaims.Notes), null, Batch, cancellationToken);
        return [.. page.Records.Where(r => RecordJson.Read<ClaimNote>(r.Payload).Claim.ClaimedAt <= before)];
    }

    private async Task SettleAsync(ClaimNote note, CancellationToken cancellationToken)
    {
        var (tag, claim) = (note.Tag, note.Claim);
        if (await claims.FindAsync(tag, cancellationToken) is not { Value: { Number: null } pending } || pending.AnswerRow != claim.AnswerRow) return;
        var ledger = Partitions.Ledger(claim.Concession, claim.Year);
        var kept = await store.ReadAsync<KeptAnswer>(ledger, claim.AnswerRow, cancellationToken);
        var permit = kept is null ? null : await store.ReadAsync<Domain.Permits.Permit>(ledger, LedgerRows.Permit(kept.Value.Serial), cancellationToken);
        if (permit is null) await claims.DropAsync(tag, claim.AnswerRow, cancellationToken);
        else await claims.ConfirmAsync(tag, claim.AnswerRow, permit.Value.Number, cancellationToken);
    }

    /// <summary>Each commit leaves a witness behind; the next one takes it away.</summary>
    private async Task<bool> RemoveAsync(IReadOnlyList<StoredRecord> notes, CancellationToken cancellationToken)
    {
        var old = await store.ReadPageAsync(Partitions.PendingClaims, new RowRange(Witnesses), null, Batch - 2, cancellationToken);
        RecordChange[] changes = [.. notes.Concat(old.Records).Select(r => new RecordChange.Delete(r.Key.Row, r.Version))];
        var id = ids.NewId();
        var result = await store.CommitAsync(
            Partitions.PendingClaims, changes, new CommitWitness(Witnesses + id, id, RecordJson.Write("settled")), cancellationToken);
        return result.Outcome == CommitOutcome.Committed;
    }
}
