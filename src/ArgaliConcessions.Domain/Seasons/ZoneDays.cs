using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Seasons;

/// <summary>Spans of days in one zone; the zone is null where the permit names none.</summary>
public sealed record ZoneDays(string? Zone, ImmutableArray<DateInterval> Spans)
{
    public bool Equals(ZoneDays? other) => other is not null && Zone == other.Zone && Spans.Same(other.Spans);

    public override int GetHashCode() => HashCode.Combine(Zone, Spans.Length);

    /// <summary>The days of all zones, each day once, by date.</summary>
    public static int DistinctDays(IEnumerable<ZoneDays> zones)
    {
        var (count, counted) = (0, LocalDate.MinIsoValue);
        foreach (var span in zones.SelectMany(z => z.Spans).OrderBy(s => s.Start))
        {
            var from = count == 0 ? span.Start : LocalDate.Max(span.Start, counted.PlusDays(1));
            if (from > span.End) continue;
            count += Period.DaysBetween(from, span.End) + 1;
            counted = span.End;
        }

        return count;
    }

    /// <summary>As evidence: for each zone a list of its id (if any) and its spans.</summary>
    public static EvidenceValue AsEvidence(IEnumerable<ZoneDays> zones) => EvidenceValue.List(zones.Select(AsEvidence));

    private static EvidenceValue AsEvidence(ZoneDays zone) =>
        EvidenceValue.List([.. zone.Zone is null ? [] : new EvidenceValue[] { zone.Zone }, .. zone.Spans.Select(s => (EvidenceValue)s)]);
}
