using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports.Tables;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>Reads cells by the same form that the API's bodies have.</summary>
internal static class CellReading
{
    /// <summary>An id; null where there is none, or none that can be one.</summary>
    public static string? Id(this RowReader row, string column)
    {
        if (row.Text(column, 40) is not { } id) return null;
        if (Ids.IsId(id)) return id;
        row.Reject(column, "not-an-id");
        return null;
    }

    public static string RequiredId(this RowReader row, string column)
    {
        row.Need(column);
        return row.Id(column) ?? "";
    }

    public static T RequiredWord<T>(this RowReader row, string column, WordList<T> words) where T : struct
    {
        row.Need(column);
        return row.Word(column, words) ?? default;
    }

    public static int RequiredInt(this RowReader row, string column, int min, int max)
    {
        row.Need(column);
        return row.Int(column, min, max) ?? min;
    }

    /// <summary>Ids of one cell, each once.</summary>
    public static ImmutableArray<string> IdList(this RowReader row, string column, int most)
    {
        if (row.Text(column, ListTable.MaxCell) is not { } text) return [];
        ImmutableArray<string> ids = [.. text.Split(CellText.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (ids.Length == 0 || ids.Any(id => !Ids.IsId(id))) row.Reject(column, "not-ids");
        else if (ids.Distinct(StringComparer.Ordinal).Count() < ids.Length) row.Reject(column, "repeated-value");
        else if (ids.Length > most) row.Reject(column, "too-many-values");
        return ids;
    }

    public static bool HasAny(this RowReader row, IEnumerable<string> columns) => columns.Any(row.Row.Cells.ContainsKey);
}
