using System.Collections.Immutable;

namespace ArgaliConcessions.Application.Imports.Tables;

/// <summary>A list as it came: rows of cells under canonical column names, whatever its format was.</summary>
/// <param name="Format"><c>csv</c>, <c>json</c> or <c>xlsx</c>.</param>
/// <param name="Encoding">How its bytes were read.</param>
/// <param name="IgnoredColumns">Headers that no column is known by; they are kept out and said.</param>
public sealed record ListTable(
    string Format, string Encoding, ImmutableArray<ListRow> Rows, ImmutableArray<string> IgnoredColumns, ImmutableArray<ListFault> Faults)
{
    /// <summary>Where its columns lie in the file, and under which headers.</summary>
    public ListLayout Layout { get; init; } = ListLayout.None;

    /// <summary>Rows of one list at most; more go into a second file.</summary>
    public const int MaxRows = 100_000;

    /// <summary>Characters of one cell at most.</summary>
    public const int MaxCell = 2_000;
}

/// <summary>One row.</summary>
/// <param name="Line">The line of the file it begins on (CSV, from 1), its place in the array (JSON, from 1), or the row's number (workbooks).</param>
/// <param name="Cells">Trimmed texts by canonical column name; empty cells are absent.</param>
public sealed record ListRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The row's cells as they were sent, by the places of <see cref="ListLayout.Columns"/>; none unless <see cref="ListFile.KeepsSent"/>.</summary>
    public IReadOnlyList<string> Sent { get; init; } = [];
}

/// <summary>What is wrong with a list, and where.</summary>
/// <param name="Line">0 where the fault is of the whole file.</param>
/// <param name="Column">Canonical column name; null where the fault is of the whole line.</param>
/// <param name="Code">Kebab-case, worded by <c>fault.list-{code}</c>.</param>
public sealed record ListFault(int Line, string? Column, string Code, string? Value = null)
{
    /// <summary>The workbook's sheet; null for other lists.</summary>
    public string? Sheet { get; init; }

    /// <summary>The column as a sheet names it: <c>C</c>; null where the fault is of no cell, and in JSON.</summary>
    public string? Letter { get; init; }

    /// <summary>What stands above the column in the file; null where nothing does.</summary>
    public string? Header { get; init; }

    /// <summary>What the register has there, where the fault is that it has something else; null where it has nothing.</summary>
    public string? Recorded { get; init; }

    /// <summary>The rule of the register that the row breaks, worded as everywhere by <c>reason.{code}</c>; null for a fault of the list itself.</summary>
    public Reason? Reason { get; init; }
}
