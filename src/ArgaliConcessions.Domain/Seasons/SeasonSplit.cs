using System.Collections.Immutable;

namespace ArgaliConcessions.Domain.Seasons;

/// <summary>What a refusal of days outside the season offers instead.</summary>
public static class SeasonSplit
{
    /// <summary>The parts of the ranges that are open in every zone, by first day; empty when no day is.</summary>
    public static ImmutableArray<DateInterval> Of(IEnumerable<DateInterval> ranges, IEnumerable<SeasonYear> zones)
    {
        var open = ranges.ToList();
        foreach (var zone in zones) open = [.. open.SelectMany(range => Cut(range, zone))];
        return [.. open.OrderBy(range => range.Start)];
    }

    private static IEnumerable<DateInterval> Cut(DateInterval range, SeasonYear zone) =>
        zone.Spans.Where(span => span.From <= range.End && range.Start <= span.To)
            .Select(span => new DateInterval(LocalDate.Max(span.From, range.Start), LocalDate.Min(span.To, range.End)));
}
