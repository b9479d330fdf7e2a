using System.Collections.Immutable;

namespace ArgaliConcessions.Domain.Seasons;

/// <summary>When a taxon may be hunted in (some of) a concession's zones.</summary>
/// <param name="Zones">Zone ids of the concession; empty means all of its hunting zones.</param>
public sealed record SeasonTerms(string Taxon, ImmutableArray<string> Zones, ImmutableArray<SeasonWindow> Windows)
{
    public bool Covers(string zone) => Zones.IsEmpty || Zones.Contains(zone, StringComparer.Ordinal);
}
