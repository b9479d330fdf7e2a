using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports.Tables;

namespace ArgaliConcessions.Application.Imports;

/// <summary>A list read whole: its typed rows, or every fault with line and column.</summary>
/// <param name="Repeated">Lines that say letter for letter what an earlier line said; kept once.</param>
public sealed record ListReading<T>(
    string Format, string Encoding, ImmutableArray<T> Rows, ImmutableArray<int> Repeated, ImmutableArray<string> IgnoredColumns, ImmutableArray<ListFault> Faults)
    where T : class
{
    /// <summary>Reads a list as JSON when its first visible byte begins an array or object, else as separated values.</summary>
    public static ListReading<T> Read(ReadOnlyMemory<byte> bytes, ColumnSet columns, Func<RowReader, T> read)
    {
        var table = LooksLikeJson(bytes.Span) ? JsonList.Read(bytes, columns) : CsvList.Read(bytes.Span, columns);
        var rows = ImmutableArray.CreateBuilder<T>(table.Rows.Length);
        var repeated = ImmutableArray.CreateBuilder<int>();
        var faults = table.Faults.ToBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var reader = new RowReader(row);
            var value = read(reader);
            faults.AddRange(reader.Faults);
            if (seen.Add(TextOf(row))) rows.Add(value);
            else repeated.Add(row.Line);
        }

        return new ListReading<T>(table.Format, table.Encoding, rows.ToImmutable(), repeated.ToImmutable(), table.IgnoredColumns, faults.ToImmutable());
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.TrimStart(" \t\r\n"u8);
        return start.Length > 0 && (start[0] is (byte)'[' or (byte)'{');
    }

    private static string TextOf(ListRow row) =>
        string.Join('\u001f', row.Cells.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}\u001e{c.Value}"));
}
