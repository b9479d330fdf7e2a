using System.Collections.Immutable;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Inspections;

namespace ArgaliConcessions.Application.Inspections;

/// <summary>What an inspector reports of a check in the field.</summary>
/// <param name="Permits">Numbers as written; those that lead nowhere are kept as they are.</param>
public sealed record InspectionReport(
    string Id, Instant At, GeoPosition? Position, ImmutableArray<string> Permits, string? NumberAsRead, int? Persons, string? Weapons, string? Notes)
{
    /// <param name="on">The local date at the permit, or at the authority where there is none.</param>
    public Inspection ToInspection(LocalDate on, Instant recordedAt, string by) =>
        new(Id, At, on, Position, Permits, NumberAsRead, Persons, Weapons, Notes, recordedAt, by);

    /// <summary>Whether a recorded inspection says the same.</summary>
    public bool Says(Inspection inspection) =>
        ToInspection(inspection.On, inspection.RecordedAt, inspection.RecordedBy).Equals(inspection);
}
