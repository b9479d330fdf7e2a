using System.Collections.Immutable;
using ArgaliConcessions.Domain.Harvests;

namespace ArgaliConcessions.Domain.Inspections;

/// <summary>A check in the field, judged as of its own instant however late it arrives.</summary>
public sealed record Inspection(
    string Id, Instant At, LocalDate On, GeoPosition? Position, ImmutableArray<string> Permits, string? NumberAsRead,
    int? Persons, string? Weapons, string? Notes, Instant RecordedAt, string RecordedBy);
