using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Records.Pending;
using ArgaliConcessions.Domain.Inspections;

namespace ArgaliConcessions.Application.Inspections;

/// <summary>Brings inspections to the permits that a crash kept them from; a timer calls it.</summary>
public sealed class SettleInspections(IRecordStore store, InspectionsOfPermits permits, PendingNotes notes, TimeProvider time)
{
    /// <summary>Settles all notes that are old enough; one read when there is none.</summary>
    /// <returns>How many notes were settled.</returns>
    public Task<int> RunAsync(string requestId, CancellationToken cancellationToken)
    {
        var actor = new Actor("settle-inspections", "timer", requestId);
        return notes.SettleAsync<string>(
            RecordInspection.NoteKind, Instant.FromDateTimeOffset(time.GetUtcNow()), id => SettleAsync(id, actor, cancellationToken), cancellationToken);
    }

    private async Task<bool> SettleAsync(string id, Actor actor, CancellationToken cancellationToken)
    {
        var inspection = await store.ReadAsync<Inspection>(RecordInspection.PartitionOf(id), id, cancellationToken);
        return inspection is null || await permits.RecordAsync(inspection.Value, actor, cancellationToken) is not null;
    }
}
