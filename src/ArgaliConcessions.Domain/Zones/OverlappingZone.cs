namespace ArgaliConcessions.Domain.Zones;

/// <summary>A zone that shares ground with a boundary.</summary>
/// <param name="Zone">The zone version.</param>
/// <param name="From">The first day on which both hold.</param>
/// <param name="To">The last day, or null if there is no end.</param>
/// <param name="Measure">How much ground.</param>
public sealed record OverlappingZone(ZoneShape Zone, LocalDate From, LocalDate? To, OverlapMeasure Measure);
