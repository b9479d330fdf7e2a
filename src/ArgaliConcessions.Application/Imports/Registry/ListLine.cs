using System.Collections.Immutable;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>What a list does with one thing.</summary>
/// <param name="Line">Its first row.</param>
/// <param name="Address">Its address below the API's prefix.</param>
/// <param name="Changes">What becomes different of it; empty for what is new or unchanged.</param>
public sealed record ListLine(int Line, string Address, ListAction Action, ImmutableArray<CellChange> Changes);

/// <summary>One column of a thing that changes.</summary>
/// <param name="From">As recorded; null where nothing is.</param>
/// <param name="To">As the list says; null where it says nothing.</param>
public sealed record CellChange(string Column, string? From, string? To);

public enum ListAction { New, NewVersion, Changed, Correction, Unchanged }

/// <summary>Tells what differs between what is recorded and what a list says, column by column.</summary>
internal static class Differences
{
    private const int LongestText = 100;

    public static ImmutableArray<CellChange> Between(IEnumerable<(string Column, string Text)> recorded, IEnumerable<(string Column, string Text)> listed)
    {
        var (before, after) = (ByColumn(recorded), ByColumn(listed));
        return [.. before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Select(column => (column, From: before.GetValueOrDefault(column), To: after.GetValueOrDefault(column)))
            .Where(c => c.From != c.To).Select(c => new CellChange(c.column, Short(c.From), Short(c.To)))];
    }

    private static Dictionary<string, string> ByColumn(IEnumerable<(string Column, string Text)> cells) =>
        cells.GroupBy(c => c.Column, StringComparer.Ordinal).ToDictionary(g => g.Key, g => string.Join("; ", g.Select(c => c.Text)), StringComparer.Ordinal);

    /// <summary>Answers are kept: each difference is told in a line, and a name is not cut in half of a surrogate pair.</summary>
    private static string? Short(string? text)
    {
        if (text is null || text.Length <= LongestText) return text;
        var end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
        return text[..end] + "…";
    }
}
