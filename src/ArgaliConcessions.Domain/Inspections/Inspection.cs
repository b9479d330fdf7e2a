using System.Collections.Immutable;
using ArgaliConcessions.Domain.Harvests;

namespace ArgaliConcessions.Domain.Inspections;

/// <summary>A check in the field, judged as of its own instant however late it arrives.</summary>
public sealed record Inspection(
    string Id, Instant At, LocalDate On, GeoPosition? Position, ImmutableArray<string> Permits, string? NumberAsRead,
    int? Persons, string? Weapons, string? Notes, Instant RecordedAt, string RecordedBy)
{
    public bool Equals(Inspection? other) =>
        other is not null && Id == other.Id && At == other.At && On == other.On && Position == other.Position && Permits.Same(other.Permits)
        && NumberAsRead == other.NumberAsRead && Persons == other.Persons && Weapons == other.Weapons && Notes == other.Notes
        && RecordedAt == other.RecordedAt && RecordedBy == other.RecordedBy;

    public override int GetHashCode() => HashCode.Combine(Id, At, On);
}
