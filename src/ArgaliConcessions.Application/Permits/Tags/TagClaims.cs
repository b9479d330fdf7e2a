using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Pending;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Tags;

/// <summary>
/// A tag is on one live permit at a time, in whichever ledger. It is claimed (pending) before the permit's commit and
/// confirmed after it; a note of the claim is written first, and a timer settles by it what a crash left pending.
/// </summary>
/// <remarks>Whether the permit was issued is told by its idempotency answer, which lies in the permit's own commit.</remarks>
public sealed class TagClaims(IRecordStore store, IIdSource ids)
{
    private readonly PendingNotes notes = new(store, ids);

    /// <summary>The kind of the notes.</summary>
    public const string NoteKind = "tag";

    /// <summary>Start of the rows of <c>duplicates</c> that name the further bearers of a tag: <c>tag/{folded}/{permit}</c>.</summary>
    public const string DuplicateTags = "tag/";

    /// <summary>Who holds the tag; null when nobody does.</summary>
    public Task<Stored<TagClaim>?> FindAsync(string tag, CancellationToken cancellationToken) =>
        store.ReadAsync<TagClaim>(TagClaim.Partition(tag), TagClaim.Row, cancellationToken);

    /// <summary>Claims the tag, or finds that the same request has claimed it before.</summary>
    public async Task<ClaimResult> ClaimAsync(string tag, TagClaim claim, CancellationToken cancellationToken)
    {
        if (!await notes.WriteAsync(NoteKind, claim.ClaimedAt, new ClaimNote(tag, claim), cancellationToken)) return ClaimResult.Busy;
        var insert = new RecordChange.Insert(TagClaim.Row, RecordJson.Write(claim));
        var result = await store.CommitAsync(TagClaim.Partition(tag), [insert], Witness("claimed"), cancellationToken);
        if (result.Outcome == CommitOutcome.Committed) return ClaimResult.Claimed;
        if (result.Outcome == CommitOutcome.Unknown) return ClaimResult.Busy;
        var holder = await FindAsync(tag, cancellationToken);
        return holder?.Value.AnswerRow == claim.AnswerRow ? ClaimResult.Claimed : ClaimResult.Taken;
    }

    /// <summary>The permit was issued.</summary>
    public Task ConfirmAsync(string tag, string answerRow, string number, CancellationToken cancellationToken) =>
        ChangeAsync(tag, claim => claim.AnswerRow == answerRow, claim => claim with { Number = number }, cancellationToken);

    /// <summary>The permit was not issued.</summary>
    public Task DropAsync(string tag, string answerRow, CancellationToken cancellationToken) =>
        ChangeAsync(tag, claim => claim.AnswerRow == answerRow && claim.Number is null, _ => null, cancellationToken);

    /// <summary>The permit that held the tag is live no more.</summary>
    public Task ReleaseAsync(string tag, string number, CancellationToken cancellationToken) =>
        ChangeAsync(tag, claim => claim.Number == number, _ => null, cancellationToken);

    /// <summary>Notes the tag of a permit that was issued on paper; where another permit holds it, that it is there twice.</summary>
    /// <returns>False when the store's answer is unknown.</returns>
    public async Task<bool> RecordAsync(Permit permit, string tag, CancellationToken cancellationToken)
    {
        var claim = new TagClaim(permit.Concession, permit.Year, "", permit.Number, permit.RecordedAt);
        var insert = new RecordChange.Insert(TagClaim.Row, RecordJson.Write(claim));
        var result = await store.CommitAsync(TagClaim.Partition(tag), [insert], Witness("recorded"), cancellationToken);
        if (result.Outcome != CommitOutcome.AlreadyThere) return result.Outcome == CommitOutcome.Committed;
        if ((await FindAsync(tag, cancellationToken))?.Value.Number == permit.Number) return true;
        // Beside the holder, whom the claim names, each further bearer has a row: the sweep reads them (R16).
        var bearer = RecordJson.Write(new PaperEntry(permit.Number, permit.Concession, permit.Year, permit.Serial));
        var twice = new CommitWitness($"{DuplicateTags}{Folding.Fold(tag)}/{permit.Number}", ids.NewId(), bearer);
        var noted = await store.CommitAsync(Partitions.Duplicates, [], twice, cancellationToken);
        return noted.Outcome is CommitOutcome.Committed or CommitOutcome.AlreadyThere;
    }

    /// <summary>Replaces or removes a claim that is as expected; one that has changed meanwhile is somebody else's business.</summary>
    private async Task ChangeAsync(string tag, Func<TagClaim, bool> expected, Func<TagClaim, TagClaim?> next, CancellationToken cancellationToken)
    {
        if (await FindAsync(tag, cancellationToken) is not { } claim || !expected(claim.Value)) return;
        RecordChange change = next(claim.Value) is { } changed
            ? new RecordChange.Replace(TagClaim.Row, claim.Version, RecordJson.Write(changed))
            : new RecordChange.Delete(TagClaim.Row, claim.Version);
        await store.CommitAsync(TagClaim.Partition(tag), [change], Witness("settled"), cancellationToken);
    }

    private CommitWitness Witness(string what)
    {
        var id = ids.NewId();
        return new CommitWitness($"w/{id}", id, RecordJson.Write(what));
    }
}

/// <summary>How a claim ended.</summary>
public enum ClaimResult
{
    Claimed,

    /// <summary>Another permit holds the tag, or is about to.</summary>
    Taken,

    /// <summary>The store's answer is unknown.</summary>
    Busy,
}
