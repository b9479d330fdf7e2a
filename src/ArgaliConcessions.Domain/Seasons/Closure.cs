using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Seasons;

/// <summary>A dated ban (moratorium). An empty list means all. Ended early by a new revision.</summary>
/// <param name="Zones">Zone ids as <c>concession/zone</c>.</param>
/// <param name="To">Last closed day, included; null until lifted.</param>
public sealed record Closure(
    string Id, LocalizedNames Names, ImmutableArray<string> Taxa, ImmutableArray<string> Concessions,
    ImmutableArray<string> Regions, ImmutableArray<string> Zones, LocalDate From, LocalDate? To)
{
    public bool Equals(Closure? other) =>
        other is not null && Id == other.Id && Names.Equals(other.Names) && From == other.From && To == other.To && Taxa.Same(other.Taxa)
        && Concessions.Same(other.Concessions) && Regions.Same(other.Regions) && Zones.Same(other.Zones);

    public override int GetHashCode() => HashCode.Combine(Id, From, To);
}
