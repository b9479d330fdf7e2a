using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Tags;

/// <summary>
/// Brings a tag's claim to what the permit's ledger says of it. Whoever changes that notes it first, commits to the ledger, then settles;
/// the timer settles by the note what a crash left.
/// </summary>
/// <remarks>
/// The claim is read before the permit, and changed only if it is still the one that was read. Whoever makes a permit hold a tag changes
/// the claim after the ledger's commit, even where it names the permit already: so nobody who read the ledger before can free it.
/// </remarks>
public sealed class TagFates(IRecordStore store, TagClaims claims)
{
    private const int MaxTries = 5;

    /// <summary>Notes that a change of a permit will free its tag or hold it anew; nothing where it does neither.</summary>
    /// <returns>False when the store's answer is unknown: then the change must not be made.</returns>
    public async Task<bool> NoteAsync(PermitPlace place, Permit before, Permit after, Instant at, CancellationToken cancellationToken) =>
        Moved(before, after) is not { } tag || await claims.NoteAsync(new ClaimNote(tag, null, Permit: place), at, cancellationToken);

    /// <summary>Settles what <see cref="NoteAsync"/> noted, once the change is committed.</summary>
    public async Task SettleAsync(PermitPlace place, Permit before, Permit after, CancellationToken cancellationToken)
    {
        if (Moved(before, after) is { } tag) await SettleAsync(tag, place, cancellationToken);
    }

    /// <summary>Confirms the claim of a permit that came to bear the tag. Should it be gone, it is made anew, or the tag noted as borne twice.</summary>
    public async Task ConfirmAsync(string tag, string answerRow, PermitPlace place, CancellationToken cancellationToken)
    {
        if (!await claims.ConfirmAsync(tag, answerRow, place.Number, cancellationToken)) await SettleAsync(tag, place, cancellationToken);
    }

    /// <summary>Makes the claim say what the permit says.</summary>
    /// <returns>False when the store's answer is unknown, or others kept changing the claim: to be done again.</returns>
    public async Task<bool> SettleAsync(string tag, PermitPlace place, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var claim = await claims.FindAsync(tag, cancellationToken);
            var permit = await store.ReadAsync<Permit>(place.Ledger, LedgerRows.Permit(place.Serial), cancellationToken);
            if (permit is null || permit.Value.Number != place.Number) return true;
            var isOurs = claim is not null && await IsOfAsync(claim.Value, place, cancellationToken);
            switch (await BringAsync(tag, claim, isOurs, permit.Value, cancellationToken))
            {
                case CommitOutcome.Committed: return true;
                case CommitOutcome.Unknown: return false;
            }
        }

        return false;
    }

    private async Task<CommitOutcome> BringAsync(string tag, Stored<TagClaim>? claim, bool isOurs, Permit permit, CancellationToken cancellationToken)
    {
        switch (permit.FateOf(tag))
        {
            case TagFate.Held when claim is null || isOurs:
                return await claims.PutAsync(tag, claim, TagClaims.Confirmed(permit), cancellationToken);
            case TagFate.Held:
                return await claims.NoteBearerAsync(permit, tag, cancellationToken) ? CommitOutcome.Committed : CommitOutcome.Unknown;
            case TagFate.Void when (claim is null || isOurs) && claim?.Value.VoidedOn is null:
                var on = permit.VoidedTags.Last(v => Folding.Fold(v.Tag) == Folding.Fold(tag)).On;
                return await claims.PutAsync(tag, claim, TagClaims.Confirmed(permit) with { VoidedOn = on }, cancellationToken);
            case TagFate.Free when isOurs:
                return await claims.DeleteAsync(tag, claim!, cancellationToken);
            default:
                return CommitOutcome.Committed;
        }
    }

    /// <summary>Whether the claim is the permit's: by its number or, while it is pending, by the kept answer of the request that made it.</summary>
    private async Task<bool> IsOfAsync(TagClaim claim, PermitPlace place, CancellationToken cancellationToken)
    {
        if (claim.Number is { } number) return number == place.Number;
        if (claim.Concession != place.Concession || claim.Year != place.Year) return false;
        var kept = await store.ReadAsync<KeptAnswer>(place.Ledger, claim.AnswerRow, cancellationToken);
        return kept?.Value.Serial == place.Serial;
    }

    /// <summary>The permit's tag if the change frees it or holds it anew.</summary>
    private static string? Moved(Permit before, Permit after) =>
        after.Tag is { } tag && before.Tag == tag && before.FateOf(tag) != after.FateOf(tag) ? tag : null;
}
