using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports.Tables;

namespace ArgaliConcessions.Application.Imports;

/// <summary>A list read whole: its typed rows, or every fault with line and column.</summary>
/// <param name="Repeated">Lines that say letter for letter what an earlier line said; kept once.</param>
public sealed record ListReading<T>(
    string Format, string Encoding, ImmutableArray<T> Rows, ImmutableArray<int> Repeated, ImmutableArray<string> IgnoredColumns, ImmutableArray<ListFault> Faults)
    where T : class
{
    /// <summary>Where its columns lie in the file.</summary>
    public ListLayout Layout { get; init; } = ListLayout.None;

    /// <summary>Reads a list of any format.</summary>
    public static ListReading<T> Read(ListFile file, ColumnSet columns, Func<RowReader, T> read)
    {
        var table = file.Read(columns);
        var rows = ImmutableArray.CreateBuilder<T>(table.Rows.Length);
        var repeated = ImmutableArray.CreateBuilder<int>();
        var faults = table.Faults.ToBuilder();
        var unread = table.Faults.Select(f => (f.Line, f.Column)).ToHashSet();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var reader = new RowReader(row);
            var value = read(reader);
            // A cell that could not be read at all is not empty besides.
            faults.AddRange(reader.Faults.Where(f => f.Code != "required" || !unread.Contains((f.Line, f.Column))));
            if (seen.Add(TextOf(row))) rows.Add(value);
            else repeated.Add(row.Line);
        }

        return new ListReading<T>(table.Format, table.Encoding, rows.ToImmutable(), repeated.ToImmutable(), table.IgnoredColumns, faults.ToImmutable())
        {
            Layout = table.Layout,
        };
    }

    private static string TextOf(ListRow row) =>
        string.Join('\u001f', row.Cells.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}\u001e{c.Value}"));
}
