namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>The row above a list that names its columns.</summary>
/// <param name="Line">Its number; of headers of several rows that of the last one that names columns.</param>
/// <param name="LastLine">The last row that a merged cell of it covers: rows of the list begin below.</param>
/// <param name="Columns">Those with a header.</param>
internal sealed record HeaderRow(int Line, int LastLine, IReadOnlyList<LaidColumn> Columns)
{
    /// <summary>Rows from the top among which it is looked for: above it stand titles, stamps, names.</summary>
    public const int Deepest = 30;

    /// <summary>Characters of a header; what is longer is none, and is not compared with all names in all rows of all sheets.</summary>
    private const int LongestHeader = 200;

    /// <summary>How many columns are understood.</summary>
    public int Known => Columns.Where(c => c.Name is not null).DistinctBy(c => c.Name).Count();

    /// <summary>The row that names most columns, the upper one of equals; null where none names any.</summary>
    public static HeaderRow? Find(IReadOnlyList<SheetRow> top, MergedCells merged, CellReader cells, ColumnMatcher columns)
    {
        var texts = top.ToDictionary(r => r.Number, r => r.Cells.ToDictionary(c => c.Column, c => cells.Read(c, ColumnForm.Text).Text ?? ""));
        return top.Select(r => Of(r.Number, texts, merged, columns)).Where(h => h.Known > 0).MaxBy(h => h.Known);
    }

    private static HeaderRow Of(int line, Dictionary<int, Dictionary<int, string>> texts, MergedCells merged, ColumnMatcher columns)
    {
        var found = new List<LaidColumn>();
        var last = line;
        var width = texts.Values.SelectMany(r => r.Keys).Max() + 1;
        for (var column = 0; column < width; column++)
        {
            var tall = merged.LowAt(line, column);
            if (tall is { } cell && cell.Left == column) last = Math.Max(last, cell.Bottom);
            var own = Text(line, column);
            // A cell that is merged with those above has its text in the uppermost.
            if (own.Length == 0 && tall is { } high && high.Left == column) own = Text(high.Top, column);
            if (own.Length == 0) continue;
            found.Add(Laid(column, own, Parent(tall?.Top ?? line, column), columns));
        }

        return new HeaderRow(line, last, found);

        string Text(int row, int column) => texts.TryGetValue(row, out var cells) ? cells.GetValueOrDefault(column, "") : "";

        // "Term" over the columns "from" and "to".
        string Parent(int topOf, int column) => merged.LowAt(topOf - 1, column) is { } above && above.Right > above.Left ? Text(above.Top, above.Left) : "";
    }

    private static LaidColumn Laid(int column, string own, string parent, ColumnMatcher columns)
    {
        if (own.Length > LongestHeader) return new LaidColumn(column, own[..LongestHeader], null);
        var whole = $"{parent} {own}";
        var isWhole = parent.Length is > 0 and <= LongestHeader && (columns.Canonical(whole) is not null || columns.PassesOver(whole));
        // What is not known together may be a title over the whole list.
        return isWhole ? new LaidColumn(column, whole, columns.Canonical(whole)) : new LaidColumn(column, own, columns.Canonical(own));
    }
}
