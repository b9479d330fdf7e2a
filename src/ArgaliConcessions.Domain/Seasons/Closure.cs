using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Seasons;

/// <summary>A dated ban (moratorium). An empty list means all. Ended early by a new revision.</summary>
/// <param name="Zones">Zone ids as <c>concession/zone</c>.</param>
/// <param name="To">Last closed day, included; null until lifted.</param>
public sealed record Closure(
    string Id, LocalizedNames Names, ImmutableArray<string> Taxa, ImmutableArray<string> Concessions,
    ImmutableArray<string> Regions, ImmutableArray<string> Zones, LocalDate From, LocalDate? To);
