using ArgaliConcessions.Application.Imports.Tables;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>
/// The rows of a list that speak of one thing. What is the thing's own may stand in any of them, and not differently in two; the
/// parts that it has several of (holders, windows) are each row's own.
/// </summary>
internal sealed class RowGroup
{
    private readonly List<ListFault> _faults = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <param name="rows">At least one.</param>
    /// <param name="keys">Columns by which the rows belong together, however each writes them.</param>
    /// <param name="parts">Columns of the parts.</param>
    public RowGroup(IReadOnlyList<ListRow> rows, IReadOnlySet<string> keys, IReadOnlySet<string> parts)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var (column, text) in row.Cells.Where(c => !parts.Contains(c.Key)))
            {
                if (cells.TryAdd(column, text)) _lines[column] = row.Line;
                else if (!keys.Contains(column) && cells[column] != text) _faults.Add(new ListFault(row.Line, column, "differs-within", cells[column]));
            }
        }

        Line = rows[0].Line;
        Head = new RowReader(new ListRow(Line, cells));
        Rows = [.. rows.Select(row => new RowReader(row))];
    }

    /// <summary>The line of its first row.</summary>
    public int Line { get; }

    /// <summary>The thing's own cells.</summary>
    public RowReader Head { get; }

    /// <summary>The rows, for the parts.</summary>
    public IReadOnlyList<RowReader> Rows { get; }

    /// <summary>All that was found wrong while it was read.</summary>
    public IReadOnlyList<ListFault> Faults => [.. _faults, .. Head.Faults.Select(f => f with { Line = LineOf(f.Column) }), .. Rows.SelectMany(r => r.Faults)];

    /// <summary>Where a cell of the thing's own stands.</summary>
    public (int Line, string Column) PlaceOf(string column) => (LineOf(column), column);

    /// <summary>The rows of a list by thing, in the order of the first row of each; a row that names none stands alone.</summary>
    public static IEnumerable<RowGroup> Of(IEnumerable<ListRow> rows, Func<ListRow, string?> key, IReadOnlySet<string> keys, IReadOnlySet<string> parts) => rows
        .GroupBy(row => key(row) ?? FormattableString.Invariant($"\n{row.Line}"), StringComparer.Ordinal)
        .Select(group => new RowGroup([.. group], keys, parts));

    private int LineOf(string? column) => column is not null && _lines.TryGetValue(column, out var line) ? line : Line;
}
