using System.Collections.Immutable;

namespace ArgaliConcessions.Application.Imports.Tables;

/// <summary>A column of a list: its canonical name, what else people write above it, and whether a row can do without.</summary>
/// <param name="Example">What may stand in it, for templates; empty for none. What it means is the text <c>column.{list}.{name}</c>.</param>
public sealed record Column(string Name, bool Required, ImmutableArray<string> Aliases, string Example = "")
{
    public ColumnForm Form { get; init; }

    /// <summary>The words that <see cref="ColumnForm.Word"/> takes, for each value those that mean it; none for other forms.</summary>
    public ImmutableArray<ImmutableArray<string>> Words { get; init; } = [];
}

/// <summary>The columns a kind of list may have. Headers are matched without regard to case, spaces, dots, dashes and underscores.</summary>
public sealed class ColumnSet
{
    private readonly Dictionary<string, string> _byHeader = new(StringComparer.Ordinal);

    public ColumnSet(params ReadOnlySpan<Column> columns)
    {
        Columns = [.. columns];
        foreach (var column in Columns)
        {
            foreach (var header in column.Aliases.Prepend(column.Name).Select(Fold).Distinct(StringComparer.Ordinal)) _byHeader.Add(header, column.Name);
        }
    }

    public ImmutableArray<Column> Columns { get; }

    /// <summary>The canonical name for a header; null when it is unknown.</summary>
    public string? Canonical(string header) => _byHeader.GetValueOrDefault(Fold(header));

    /// <summary>The column of a canonical name; null when there is none.</summary>
    public Column? Find(string name) => Columns.FirstOrDefault(c => c.Name == name);

    public IEnumerable<string> MissingFrom(IEnumerable<string> present)
    {
        var have = present.ToHashSet(StringComparer.Ordinal);
        return Columns.Where(c => c.Required && !have.Contains(c.Name)).Select(c => c.Name);
    }

    /// <summary>A header as headers are compared.</summary>
    public static string Fold(string header) =>
        string.Concat(header.ToUpperInvariant().Replace('Ё', 'Е').Where(c => char.IsLetterOrDigit(c) || c == '№'));
}
