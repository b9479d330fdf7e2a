using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Records.Pending;
using ArgaliConcessions.Domain.Inspections;

namespace ArgaliConcessions.Application.Inspections;

/// <summary>Brings inspections to the permits that a crash kept them from.</summary>
public sealed class SettleInspections(IRecordStore store, InspectionsOfPermits permits) : INoteSettler
{
    public string Kind => RecordInspection.NoteKind;

    public async Task<bool> SettleAsync(ReadOnlyMemory<byte> note, string requestId, CancellationToken cancellationToken)
    {
        var id = RecordJson.Read<string>(note);
        var inspection = await store.ReadAsync<Inspection>(RecordInspection.PartitionOf(id), id, cancellationToken);
        var actor = new Actor("settle-inspections", "timer", requestId);
        return inspection is null || await permits.RecordAsync(inspection.Value, actor, cancellationToken) is not null;
    }
}
