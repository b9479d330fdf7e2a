using NodaTime;
using NodaTime.Text;

namespace ArgaliConcessions.Application.Records.Pending;

/// <summary>
/// Notes that something was begun that lies in several partitions: written first, so that it is found again after a
/// crash. Rows <c>n/{instant}/{kind}/{id}</c> of one partition: all kinds together, the oldest first, so that one page shows
/// what is to be done. Not chained: what they point to is.
/// </summary>
public sealed class PendingNotes(IRecordStore store, IIdSource ids)
{
    /// <summary>Younger notes may belong to a request that is still under way, which takes at most some 30 s.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(10);

    private const string Notes = "n/";

    private const string Witnesses = "w/";

    /// <summary>Notes looked at together; with as many old witnesses they fit into one commit.</summary>
    private const int Batch = 45;

    private static readonly InstantPattern Sortable = InstantPattern.CreateWithInvariantCulture("uuuuMMddHHmmssfffffff");

    /// <summary>Writes a note.</summary>
    /// <param name="kind">Names its <see cref="INoteSettler"/>; no slash.</param>
    /// <param name="at">When it was begun, or when it will be due: it is looked at <see cref="Patience"/> later.</param>
    /// <returns>False when the store's answer is unknown.</returns>
    public async Task<bool> WriteAsync<T>(string kind, Instant at, T what, CancellationToken cancellationToken)
    {
        var id = ids.NewId();
        var note = new CommitWitness($"{Notes}{Sortable.Format(at)}/{kind}/{id}", id, RecordJson.Write(what));
        return (await store.CommitAsync(Partitions.Pending, [], note, cancellationToken)).Outcome == CommitOutcome.Committed;
    }

    /// <summary>Hands each note that is old enough to <paramref name="settle"/>, then removes it; one read when there is none.</summary>
    /// <remarks>One that is kept does not keep those after it waiting.</remarks>
    /// <param name="now">What "old enough" is counted back from.</param>
    /// <param name="settle">Is told the note's kind and what was written; may be called again for the same note after a crash. False keeps the note.</param>
    /// <returns>How many notes were settled.</returns>
    public async Task<int> SettleAsync(Instant now, Func<string, ReadOnlyMemory<byte>, Task<bool>> settle, CancellationToken cancellationToken)
    {
        var settled = 0;
        string? seen = null;
        while (await OldestAsync(seen, now - Patience, cancellationToken) is { Count: > 0 } notes)
        {
            var done = new List<StoredRecord>();
            foreach (var note in notes)
            {
                if (await settle(KindOf(note.Key.Row), note.Payload)) done.Add(note);
            }

            if (done.Count > 0 && !await RemoveAsync(done, cancellationToken)) return settled;
            settled += done.Count;
            seen = notes[^1].Key.Row;
        }

        return settled;
    }

    private async Task<List<StoredRecord>> OldestAsync(string? seen, Instant before, CancellationToken cancellationToken)
    {
        var page = await store.ReadPageAsync(Partitions.Pending, new RowRange(Notes), seen, Batch, cancellationToken);
        var end = Notes + Sortable.Format(before);
        return [.. page.Records.TakeWhile(r => string.CompareOrdinal(r.Key.Row, end) < 0)];
    }

    private static string KindOf(string row) => row.Split('/')[2];

    /// <summary>Each commit leaves a witness behind; the next one takes it away.</summary>
    private async Task<bool> RemoveAsync(List<StoredRecord> notes, CancellationToken cancellationToken)
    {
        var old = await store.ReadPageAsync(Partitions.Pending, new RowRange(Witnesses), null, Batch, cancellationToken);
        RecordChange[] changes = [.. notes.Concat(old.Records).Select(r => new RecordChange.Delete(r.Key.Row, r.Version))];
        var id = ids.NewId();
        var witness = new CommitWitness(Witnesses + id, id, RecordJson.Write("settled"));
        return (await store.CommitAsync(Partitions.Pending, changes, witness, cancellationToken)).Outcome == CommitOutcome.Committed;
    }
}
