using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Pending;

namespace ArgaliConcessions.Application.Imports.Held;

/// <summary>Deletes held files whose time is over, whether they were imported or not: an import has a copy of its own.</summary>
public sealed class SettleHeldFiles(IRecordStore store, JobInput input, IIdSource ids) : INoteSettler
{
    public string Kind => HeldFile.NoteKind;

    public async Task<bool> SettleAsync(ReadOnlyMemory<byte> note, string requestId, CancellationToken cancellationToken)
    {
        var (partition, row) = HeldFile.KeyOf(RecordJson.Read<HeldFileNote>(note).Id);
        await input.DeleteAsync(RecordJson.Read<HeldFileNote>(note).Id, cancellationToken);
        if (await store.FindAsync(new RecordKey(partition, row), cancellationToken) is not { } held) return true;
        var id = ids.NewId();
        var commit = await store.CommitAsync(partition, [new RecordChange.Delete(row, held.Version)], new CommitWitness($"d/{id}", id, ReadOnlyMemory<byte>.Empty), cancellationToken);
        return commit.Outcome == CommitOutcome.Committed;
    }
}
