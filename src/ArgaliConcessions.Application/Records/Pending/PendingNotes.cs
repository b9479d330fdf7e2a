using NodaTime;
using NodaTime.Text;

namespace ArgaliConcessions.Application.Records.Pending;

/// <summary>
/// Notes that something was begun that lies in several partitions: written first, so that it is found again after a
/// crash. Rows <c>{kind}/{instant}/{id}</c> of one partition, the oldest first. Not chained: what they point to is.
/// </summary>
public sealed class PendingNotes(IRecordStore store, IIdSource ids)
{
    /// <summary>Younger notes may belong to a request that is still under way, which takes at most some 30 s.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(10);

    private const string Witnesses = "w/";

    /// <summary>Notes looked at together; with as many old witnesses they fit into one commit.</summary>
    private const int Batch = 45;

    private static readonly InstantPattern Sortable = InstantPattern.CreateWithInvariantCulture("uuuuMMddHHmmssfffffff");

    /// <summary>Writes a note.</summary>
    /// <returns>False when the store's answer is unknown.</returns>
    public async Task<bool> WriteAsync<T>(string kind, Instant at, T what, CancellationToken cancellationToken)
    {
        var id = ids.NewId();
        var note = new CommitWitness($"{kind}/{Sortable.Format(at)}/{id}", id, RecordJson.Write(what));
        return (await store.CommitAsync(Partitions.Pending, [], note, cancellationToken)).Outcome == CommitOutcome.Committed;
    }

    /// <summary>Hands each note that is old enough to <paramref name="settle"/>, then removes it; one read when there is none.</summary>
    /// <param name="now">What "old enough" is counted back from.</param>
    /// <param name="settle">May be called again for the same note after a crash. False keeps the note.</param>
    /// <returns>How many notes were settled.</returns>
    public async Task<int> SettleAsync<T>(string kind, Instant now, Func<T, Task<bool>> settle, CancellationToken cancellationToken)
    {
        var settled = 0;
        while (true)
        {
            var done = new List<StoredRecord>();
            foreach (var note in await OldestAsync(kind, now - Patience, cancellationToken))
            {
                if (await settle(RecordJson.Read<T>(note.Payload))) done.Add(note);
            }

            if (done.Count == 0 || !await RemoveAsync(done, cancellationToken)) return settled;
            settled += done.Count;
        }
    }

    private async Task<IEnumerable<StoredRecord>> OldestAsync(string kind, Instant before, CancellationToken cancellationToken)
    {
        var page = await store.ReadPageAsync(Partitions.Pending, new RowRange($"{kind}/"), null, Batch, cancellationToken);
        var end = $"{kind}/{Sortable.Format(before)}";
        return page.Records.TakeWhile(r => string.CompareOrdinal(r.Key.Row, end) < 0);
    }

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
