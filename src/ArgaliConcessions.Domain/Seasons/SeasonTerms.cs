using System.Collections.Immutable;

namespace ArgaliConcessions.Domain.Seasons;

/// <summary>When a taxon may be hunted in (some of) a concession's zones.</summary>
/// <param name="Zones">Zone ids of the concession; empty means all of its hunting zones.</param>
public sealed record SeasonTerms(string Taxon, ImmutableArray<string> Zones, ImmutableArray<SeasonWindow> Windows)
{
    public bool Covers(string zone) => Zones.IsEmpty || Zones.Contains(zone, StringComparer.Ordinal);

    public bool Equals(SeasonTerms? other) =>
        other is not null && Taxon == other.Taxon && Zones.Same(other.Zones) && Windows.Same(other.Windows);

    public override int GetHashCode() => HashCode.Combine(Taxon, Zones.Length, Windows.Length);
}
