using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Records.Pending;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Tags;

/// <summary>Settles what a crash left half done about tags, in whichever direction the ledger says.</summary>
public sealed class SettleClaims(IRecordStore store, ChainWriter chain, TagClaims claims, TagFates fates) : INoteSettler
{
    public string Kind => TagClaims.NoteKind;

    public Task<bool> SettleAsync(ReadOnlyMemory<byte> note, string requestId, CancellationToken cancellationToken) =>
        SettleAsync(RecordJson.Read<ClaimNote>(note), new Actor("settle", "timer", requestId), cancellationToken);

    private async Task<bool> SettleAsync(ClaimNote note, Actor actor, CancellationToken cancellationToken)
    {
        if (note.Permit is { } permit) return await fates.SettleAsync(note.Tag, permit, cancellationToken);
        var claim = note.Claim!;
        var ledger = Partitions.Ledger(claim.Concession, claim.Year);
        var kept = await store.ReadAsync<KeptAnswer>(ledger, claim.AnswerRow, cancellationToken);
        if (kept is not null) return await FinishAsync(note, claim, kept.Value.Serial, cancellationToken);
        if (await claims.FindAsync(note.Tag, cancellationToken) is not { } holder || !TagClaims.IsPending(holder.Value, claim.AnswerRow)) return true;
        if (!await FenceAsync(ledger, claim.AnswerRow, actor, cancellationToken)) return false;
        return await claims.DeleteAsync(note.Tag, holder, cancellationToken) == CommitOutcome.Committed;
    }

    private async Task<bool> FinishAsync(ClaimNote note, TagClaim claim, int serial, CancellationToken cancellationToken)
    {
        var permit = await store.ReadAsync<Permit>(Partitions.Ledger(claim.Concession, claim.Year), Ledger.LedgerRows.Permit(serial), cancellationToken);
        var place = new PermitPlace(claim.Concession, claim.Year, serial, permit!.Value.Number);
        return await fates.SettleAsync(note.Tag, place, cancellationToken)
            && (note.Replaces is not { } replaced || await fates.SettleAsync(replaced, place, cancellationToken));
    }

    /// <summary>
    /// Moves the ledger's head before a claim is dropped. A request that is slower than the timer's patience then loses its commit,
    /// decides again and takes its claim up again; so it never gets a permit whose claim is gone.
    /// </summary>
    /// <returns>False when the permit has come meanwhile, or the ledger is busy: the note is looked at again.</returns>
    private async Task<bool> FenceAsync(string ledger, string answerRow, Actor actor, CancellationToken cancellationToken)
    {
        var fenced = await chain.DecideAsync<bool>(
            ledger,
            actor,
            async (_, cancel) => await store.FindAsync(new RecordKey(ledger, answerRow), cancel) is null
                ? new ChainDecision<bool>.Write("drop-tag-claim", [], true)
                : new ChainDecision<bool>.Nothing(false),
            cancellationToken);
        return fenced is { Status: ChainStatus.Done };
    }
}
