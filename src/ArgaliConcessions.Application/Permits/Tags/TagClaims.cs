using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Pending;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Tags;

/// <summary>
/// A tag is on one live permit at a time, in whichever ledger. It is claimed (pending) before the permit's commit and
/// confirmed after it; a note of the claim is written first, and a timer settles by it what a crash left pending.
/// </summary>
/// <remarks>Whether the permit came to bear it is told by the request's kept answer, which lies in the permit's own commit.</remarks>
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

    /// <summary>Writes a note; false when the store's answer is unknown.</summary>
    public Task<bool> NoteAsync(ClaimNote note, Instant at, CancellationToken cancellationToken) => notes.WriteAsync(NoteKind, at, note, cancellationToken);

    /// <summary>Claims the tag, or takes up the claim that the same request made before.</summary>
    /// <remarks>
    /// To be called by every decision that goes on to commit: a claim taken up gets another version, so that a timer that has read it
    /// before and found no permit cannot drop it any more.
    /// </remarks>
    /// <param name="replaces">The tag that the new one makes void, if any.</param>
    /// <returns>The attempt's id; null when another holds the tag, or the store's answer is unknown.</returns>
    public async Task<string?> ClaimAsync(string tag, TagClaim claim, string? replaces, CancellationToken cancellationToken)
    {
        if (!await NoteAsync(new ClaimNote(tag, claim, replaces), claim.ClaimedAt, cancellationToken)) return null;
        var mine = claim with { Attempt = ids.NewId() };
        var outcome = await PutAsync(tag, null, mine, cancellationToken);
        if (outcome == CommitOutcome.AlreadyThere && await FindAsync(tag, cancellationToken) is { } holder && IsPending(holder.Value, claim.AnswerRow))
        {
            outcome = await PutAsync(tag, holder, mine, cancellationToken);
        }

        return outcome == CommitOutcome.Committed ? mine.Attempt : null;
    }

    /// <summary>The permit bears the tag now.</summary>
    /// <returns>False when the claim is not there as it was made.</returns>
    public async Task<bool> ConfirmAsync(string tag, string answerRow, string number, CancellationToken cancellationToken) =>
        await FindAsync(tag, cancellationToken) is { } claim && IsPending(claim.Value, answerRow)
        && await PutAsync(tag, claim, claim.Value with { Number = number, Attempt = null }, cancellationToken) == CommitOutcome.Committed;

    /// <summary>No permit came of the attempt. A claim that another attempt took up stays.</summary>
    public async Task DropAsync(string tag, string attempt, CancellationToken cancellationToken)
    {
        if (await FindAsync(tag, cancellationToken) is { Value.Number: null } claim && claim.Value.Attempt == attempt) await DeleteAsync(tag, claim, cancellationToken);
    }

    /// <summary>Notes the tag of a permit that was issued on paper; where another permit holds it, that it is there twice.</summary>
    /// <returns>False when the store's answer is unknown.</returns>
    public async Task<bool> RecordAsync(Permit permit, string tag, CancellationToken cancellationToken)
    {
        var outcome = await PutAsync(tag, null, Confirmed(permit), cancellationToken);
        if (outcome != CommitOutcome.AlreadyThere) return outcome == CommitOutcome.Committed;
        if ((await FindAsync(tag, cancellationToken))?.Value.Number == permit.Number) return true;
        return await NoteBearerAsync(permit, tag, cancellationToken);
    }

    /// <summary>Beside the holder, whom the claim names, each further bearer has a row: the sweep reads them (R16).</summary>
    internal async Task<bool> NoteBearerAsync(Permit permit, string tag, CancellationToken cancellationToken)
    {
        var bearer = RecordJson.Write(new PaperEntry(permit.Number, permit.Concession, permit.Year, permit.Serial));
        var twice = new CommitWitness($"{DuplicateTags}{Folding.Fold(tag)}/{permit.Number}", ids.NewId(), bearer);
        var noted = await store.CommitAsync(Partitions.Duplicates, [], twice, cancellationToken);
        return noted.Outcome is CommitOutcome.Committed or CommitOutcome.AlreadyThere;
    }

    /// <summary>Adds the claim where there is none, else replaces the one that was read.</summary>
    internal Task<CommitOutcome> PutAsync(string tag, Stored<TagClaim>? current, TagClaim next, CancellationToken cancellationToken) =>
        CommitAsync(tag, TypedRecords.Put(TagClaim.Row, current, next), cancellationToken);

    /// <summary>Removes the claim if it is still the one that was read.</summary>
    internal Task<CommitOutcome> DeleteAsync(string tag, Stored<TagClaim> current, CancellationToken cancellationToken) =>
        CommitAsync(tag, new RecordChange.Delete(TagClaim.Row, current.Version), cancellationToken);

    internal static TagClaim Confirmed(Permit permit) => new(permit.Concession, permit.Year, "", permit.Number, permit.RecordedAt);

    internal static bool IsPending(TagClaim claim, string answerRow) => claim.Number is null && claim.AnswerRow == answerRow;

    private async Task<CommitOutcome> CommitAsync(string tag, RecordChange change, CancellationToken cancellationToken)
    {
        var id = ids.NewId();
        var witness = new CommitWitness($"w/{id}", id, RecordJson.Write("tag"));
        return (await store.CommitAsync(TagClaim.Partition(tag), [change], witness, cancellationToken)).Outcome;
    }
}
