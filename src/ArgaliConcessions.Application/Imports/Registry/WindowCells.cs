using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Domain.Seasons;
using NodaTime.Text;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>Reads a season's windows: all in one cell, or a row each.</summary>
/// <remarks>
/// A day of every year is <c>09-01</c> or <c>01.09</c>, both numbers with two digits: a spreadsheet makes the number 1.1 of the
/// cell 01.10, and the first of October would become the first of January. A full date makes a window that is there once.
/// </remarks>
internal static class WindowCells
{
    private const int Most = 20;

    private static readonly IPattern<AnnualDate>[] Days =
    [
        AnnualDatePattern.CreateWithInvariantCulture("MM'-'dd"), AnnualDatePattern.CreateWithInvariantCulture("'--'MM'-'dd"),
        AnnualDatePattern.CreateWithInvariantCulture("dd'.'MM"),
    ];

    private static readonly IPattern<LocalDate>[] Dates = [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("d.M.yyyy")];

    /// <param name="places">Learns where each window stands.</param>
    public static ImmutableArray<SeasonWindow> Read(RowGroup group, Dictionary<string, (int, string)> places)
    {
        var windows = new List<SeasonWindow>();
        var head = group.Head;
        foreach (var text in head.Text("windows", ListTable.MaxCell)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var ends = text.Split("..", 2, StringSplitOptions.TrimEntries);
            if (ends.Length == 2 && Window(ends[0], ends[1]) is { } window) Add(windows, window, head, group.PlaceOf("windows"), places);
            else head.Reject("windows", "not-a-window");
        }

        foreach (var row in group.Rows.Where(r => r.HasAny(["from", "to"]))) ReadRow(row, windows, places);
        if (windows.Count == 0 && !group.Rows.Any(r => r.HasAny(["from", "to"]))) head.Need("windows");
        return [.. windows];
    }

    private static void ReadRow(RowReader row, List<SeasonWindow> windows, Dictionary<string, (int, string)> places)
    {
        var (from, to) = (row.Required("from", 20), row.Required("to", 20));
        if (from.Length == 0 || to.Length == 0) return;
        if (Window(from, to) is { } window) Add(windows, window, row, (row.Line, "from"), places);
        else row.Reject("from", "not-a-window");
    }

    private static void Add(List<SeasonWindow> windows, SeasonWindow window, RowReader row, (int Line, string Column) place, Dictionary<string, (int, string)> places)
    {
        if (windows.Contains(window)) return;
        places[FormattableString.Invariant($"/windows/{windows.Count}")] = place;
        windows.Add(window);
        if (windows.Count == Most + 1) row.Reject(place.Column, "too-many-values");
    }

    private static SeasonWindow? Window(string from, string to)
    {
        if (Parse(Days, from) is { } first && Parse(Days, to) is { } last) return new SeasonWindow.Yearly(first, last);
        return Parse(Dates, from) is { } begin && Parse(Dates, to) is { } end && IsUsual(begin) && IsUsual(end) ? new SeasonWindow.Once(begin, end) : null;
    }

    private static bool IsUsual(LocalDate date) => date.Year is >= 1900 and <= 2199;

    private static T? Parse<T>(IPattern<T>[] patterns, string text) where T : struct
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Parse(text).TryGetValue(default, out var value)) return value;
        }

        return null;
    }
}
