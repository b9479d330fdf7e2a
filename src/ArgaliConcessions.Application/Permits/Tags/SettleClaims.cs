using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Pending;

namespace ArgaliConcessions.Application.Permits.Tags;

/// <summary>Settles the claims that a crash left pending; a timer calls it.</summary>
public sealed class SettleClaims(IRecordStore store, TagClaims claims, PendingNotes notes, TimeProvider time)
{
    /// <summary>Confirms each old claim whose permit was issued, drops the others; one read when there is none.</summary>
    /// <returns>How many notes were settled.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken) => notes.SettleAsync<ClaimNote>(
        TagClaims.NoteKind, Instant.FromDateTimeOffset(time.GetUtcNow()), note => SettleAsync(note, cancellationToken), cancellationToken);

    private async Task<bool> SettleAsync(ClaimNote note, CancellationToken cancellationToken)
    {
        var (tag, claim) = (note.Tag, note.Claim);
        var holder = await claims.FindAsync(tag, cancellationToken);
        if (holder is not { Value: { Number: null } pending } || pending.AnswerRow != claim.AnswerRow) return true;
        var ledger = Partitions.Ledger(claim.Concession, claim.Year);
        var kept = await store.ReadAsync<KeptAnswer>(ledger, claim.AnswerRow, cancellationToken);
        var permit = kept is null ? null : await store.ReadAsync<Domain.Permits.Permit>(ledger, LedgerRows.Permit(kept.Value.Serial), cancellationToken);
        if (permit is null) await claims.DropAsync(tag, claim.AnswerRow, cancellationToken);
        else await claims.ConfirmAsync(tag, claim.AnswerRow, permit.Value.Number, cancellationToken);
        return true;
    }
}
