using ArgaliConcessions.Application.Imports.Tables.Workbooks;

namespace ArgaliConcessions.Application.Imports.Tables;

/// <summary>A list as it was handed in, whatever its format, and how it is to be read.</summary>
/// <param name="Sheet">The sheet of a workbook that is meant; null for the one that holds a list.</param>
public sealed record ListFile(ReadOnlyMemory<byte> Bytes, string? Sheet = null, ListMapping? Mapping = null)
{
    /// <summary>Whether the rows are kept as they were sent beside what was understood: for the workbook of results.</summary>
    public bool KeepsSent { get; init; }

    public static implicit operator ListFile(ReadOnlyMemory<byte> bytes) => new(bytes);

    public static implicit operator ListFile(byte[] bytes) => new(bytes);

    /// <summary>Reads it: as a workbook by its first bytes, as JSON when its first visible byte begins an array or object, else as separated values.</summary>
    public ListTable Read(ColumnSet columns)
    {
        var matcher = new ColumnMatcher(columns, Mapping ?? ListMapping.None, KeepsSent);
        if (WorkbookList.IsWorkbook(Bytes.Span)) return WorkbookList.Read(Bytes, Sheet, matcher);
        return LooksLikeJson(Bytes.Span) ? JsonList.Read(Bytes, matcher) : CsvList.Read(Bytes.Span, matcher);
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.TrimStart(" \t\r\n"u8);
        return start.Length > 0 && (start[0] is (byte)'[' or (byte)'{');
    }
}
