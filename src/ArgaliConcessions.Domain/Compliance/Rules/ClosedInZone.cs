using System.Collections.Immutable;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>The closed days of a permit in one zone.</summary>
internal readonly record struct ClosedInZone(string? Zone, ImmutableArray<ClosedSpan> Spans)
{
    /// <summary>One entry a zone, gaps last: what is shown first is what is worst.</summary>
    public static ImmutableArray<ClosedInZone> Joined(IEnumerable<ClosedInZone> ranges) =>
        [.. ranges.GroupBy(r => r.Zone, StringComparer.Ordinal)
            .Select(g => new ClosedInZone(g.Key, [.. g.SelectMany(r => r.Spans).OrderBy(s => s.Kind == ClosedDay.Gap).ThenBy(s => s.From)]))
            .OrderBy(z => z.Spans[0].Kind == ClosedDay.Gap)];
}
