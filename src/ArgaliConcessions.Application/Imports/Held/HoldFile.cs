using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Pending;

namespace ArgaliConcessions.Application.Imports.Held;

/// <summary>Keeps a file for a while. The note that it is to be deleted comes first, so that no crash leaves bytes that nobody deletes.</summary>
public sealed class HoldFile(IRecordStore store, PendingNotes notes, JobInput input, IIdSource ids, TimeProvider time)
{
    /// <param name="said">What its sender says of it, as <see cref="HeldFile.Said"/>.</param>
    /// <param name="by">The caller's subject.</param>
    public async Task<Outcome<HeldFile>> RunAsync(
        string kind, string name, string mediaType, string said, string by, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var id = ids.NewId();
        var until = Instant.FromDateTimeOffset(time.GetUtcNow()) + HeldFile.Time;
        if (!await notes.WriteAsync(HeldFile.NoteKind, until, new HeldFileNote(id), cancellationToken)) return Refusal.Busy;
        var written = await input.WriteAsync(id, new MemoryStream(bytes.ToArray(), writable: false), bytes.Length, cancellationToken);
        var file = new HeldFile(id, kind, name, mediaType, said, by, written.Sha256, until);
        var (partition, row) = HeldFile.KeyOf(id);
        var commit = await store.CommitAsync(partition, [], new CommitWitness(row, ids.NewId(), RecordJson.Write(file)), cancellationToken);
        return commit.Outcome == CommitOutcome.Committed ? new Outcome<HeldFile>.Done(file, Created: true) : Refusal.Busy;
    }
}
