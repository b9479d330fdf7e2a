using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Seasons;

/// <summary>The open days of one taxon in one zone (or in any of a concession's) over one hunting year.</summary>
/// <param name="Spans">By first day, apart from each other by at least one closed day, all within the hunting year.</param>
/// <param name="Laws">Every season version that ruled in the year, whether it opened a day or not.</param>
public sealed record SeasonYear(ImmutableArray<OpenSpan> Spans, ImmutableArray<LawRef> Laws)
{
    public LocalDate? FirstOpenDay => Spans.IsEmpty ? null : Spans[0].From;

    public LocalDate? LastOpenDay => Spans.IsEmpty ? null : Spans[^1].To;

    /// <summary>The span that holds a date; null when it is closed.</summary>
    public OpenSpan? SpanOf(LocalDate date)
    {
        foreach (var span in Spans)
        {
            if (span.Contains(date)) return span;
        }

        return null;
    }

    /// <summary>The closed days among the days asked about, by first day; empty when all are open.</summary>
    public ImmutableArray<ClosedSpan> Uncovered(DateInterval days)
    {
        if (SpanOf(days.Start) is { } first && first.Contains(days.End)) return [];
        if (Spans.IsEmpty) return [new ClosedSpan(days.Start, days.End, ClosedDay.NoOpenDay)];
        return [.. ClosedSpans(days)];
    }

    /// <summary>Days from a closed date to the nearest open one; 0 on an open day, null when the year has none.</summary>
    public int? DaysOutside(LocalDate date) => Spans.IsEmpty ? null : Spans.Min(span => DaysTo(span, date));

    /// <summary>The last open day before a date; null when none was.</summary>
    public LocalDate? OpenBefore(LocalDate date) =>
        Spans.Where(s => s.From < date).Select(s => (LocalDate?)LocalDate.Min(s.To, date.PlusDays(-1))).LastOrDefault();

    /// <summary>The first open day after a date; null when none comes.</summary>
    public LocalDate? OpenAfter(LocalDate date) =>
        Spans.Where(s => date < s.To).Select(s => (LocalDate?)LocalDate.Max(s.From, date.PlusDays(1))).FirstOrDefault();

    private IEnumerable<ClosedSpan> ClosedSpans(DateInterval days)
    {
        var at = days.Start;
        for (var i = 0; i < Spans.Length && at <= days.End; at = LocalDate.Max(at, Spans[i++].To.PlusDays(1)))
        {
            var to = LocalDate.Min(days.End, Spans[i].From.PlusDays(-1));
            if (at <= to) yield return new ClosedSpan(at, to, i == 0 ? ClosedDay.BeforeFirst : ClosedDay.Gap);
        }

        if (at <= days.End) yield return new ClosedSpan(at, days.End, ClosedDay.AfterLast);
    }

    private static int DaysTo(OpenSpan span, LocalDate date) =>
        date < span.From ? Period.DaysBetween(date, span.From) : Math.Max(0, Period.DaysBetween(span.To, date));

    public bool Equals(SeasonYear? other) => other is not null && Spans.Same(other.Spans) && Laws.Same(other.Laws);

    public override int GetHashCode() => HashCode.Combine(FirstOpenDay, LastOpenDay, Laws.Length);
}
