namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>The sheet of a workbook that holds the list, and its header.</summary>
/// <param name="Header">Null where no row of it names a column.</param>
internal sealed record SheetChoice(NamedSheet Sheet, HeaderRow? Header, MergedCells Merged)
{
    /// <summary>Names in a fault are cut here.</summary>
    private const int MaxNames = 300;

    /// <summary>
    /// The sheet of that name, hidden or not. Without a name, of the visible sheets that hold anything: the only one, else the only
    /// one with all columns that a list cannot do without, else the only one with two columns that are understood.
    /// </summary>
    /// <exception cref="WorkbookException">There is none, or none that stands out; the fault names them.</exception>
    public static SheetChoice Of(WorkbookFile workbook, string? name, ColumnMatcher columns)
    {
        var asked = workbook.Sheets.Where(s => name is null ? !s.IsHidden : s.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        if (name is not null && asked.Count == 0) throw new WorkbookException("sheet-unknown", Names(workbook.Sheets));
        var filled = asked.Select(s => Look(workbook, s, columns)).OfType<SheetChoice>().ToList();
        if (filled.Count == 0) throw new WorkbookException("empty-file");
        if (Only(filled, _ => true) is { } only) return only;
        // Of several lists those are named, not the notes beside them.
        var complete = filled.Where(c => c.IsComplete(columns)).ToList();
        if (complete.Count > 0) return Only(complete, _ => true) ?? throw new WorkbookException("sheet-unclear", Names(complete.Select(c => c.Sheet)));
        return Only(filled, c => c.Header?.Known >= 2) ?? throw new WorkbookException("sheet-unclear", Names(filled.Select(c => c.Sheet)));
    }

    // One column alone is named by many a row that is no header: a sheet of explanations has the names below each other.
    private bool IsComplete(ColumnMatcher columns) => Header is { Known: >= 2 } && !columns.MissingFrom(Header.Columns.Select(c => c.Name).OfType<string>()).Any();

    /// <summary>Null for an empty sheet.</summary>
    private static SheetChoice? Look(WorkbookFile workbook, NamedSheet sheet, ColumnMatcher columns)
    {
        var top = new SheetRows(sheet.Part, workbook.Texts).Read().Take(HeaderRow.Deepest).ToList();
        if (top.Count == 0) return null;
        var merged = MergedCells.Read(sheet.Part);
        return new SheetChoice(sheet, HeaderRow.Find(top, merged, workbook.Cells, columns), merged);
    }

    private static SheetChoice? Only(List<SheetChoice> choices, Func<SheetChoice, bool> fits) => choices.Where(fits).Take(2).ToList() is [var only] ? only : null;

    private static string Names(IEnumerable<NamedSheet> sheets)
    {
        var names = string.Join(", ", sheets.Select(s => s.Name));
        return names.Length <= MaxNames ? names : names[..MaxNames] + "…";
    }
}
