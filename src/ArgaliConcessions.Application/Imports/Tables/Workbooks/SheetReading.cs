using System.Collections.Immutable;
using System.Globalization;

namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>Reads the rows below a sheet's header.</summary>
internal sealed class SheetReading(WorkbookFile workbook, SheetChoice choice, ColumnMatcher columns)
{
    public const string Encoding = "utf-8";

    /// <summary>Characters of all cells: a workbook says the same text a million times with a few bytes.</summary>
    private const long MaxCharacters = 32 * 1024 * 1024;

    private readonly ImmutableArray<ListRow>.Builder _rows = ImmutableArray.CreateBuilder<ListRow>();
    private readonly ImmutableArray<ListFault>.Builder _faults = ImmutableArray.CreateBuilder<ListFault>();
    private readonly Dictionary<int, LaidColumn> _byIndex = (choice.Header?.Columns ?? []).ToDictionary(c => c.Index);
    private readonly Dictionary<int, ColumnForm> _forms = (choice.Header?.Columns ?? []).Where(c => c.Name is not null).ToDictionary(c => c.Index, c => columns.FormOf(c.Name!));
    private ListLayout _layout = new(choice.Sheet.Name, []);
    private long _characters;

    public ListTable Read()
    {
        if (choice.Header is not { } header) _faults.Add(new ListFault(0, null, "header-missing"));
        else
        {
            Lay(header);
            if (_faults.Count == 0) ReadRows(header);
        }

        var ignored = _layout.Columns.Where(c => c.Name is null && c.Header.Length > 0 && !columns.PassesOver(c.Header)).Select(c => c.Header);
        return new ListTable("xlsx", Encoding, _rows.ToImmutable(), [.. ignored], _faults.ToImmutable()) { Layout = _layout };
    }

    private void Lay(HeaderRow header)
    {
        var width = header.Columns.Max(c => c.Index) + 1;
        _layout = _layout with { Columns = [.. Enumerable.Range(0, width).Select(i => _byIndex.GetValueOrDefault(i) ?? new LaidColumn(i, "", null))] };
        var names = header.Columns.Select(c => c.Name).OfType<string>().ToList();
        _faults.AddRange(names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => new ListFault(header.Line, g.Key, "column-twice")));
        _faults.AddRange(columns.MissingFrom(names).Select(n => new ListFault(header.Line, n, "column-missing")));
    }

    private void ReadRows(HeaderRow header)
    {
        var isFirst = true;
        foreach (var row in new SheetRows(choice.Sheet.Part, workbook.Texts).Read())
        {
            if (row.Number <= header.LastLine || (isFirst && CountsColumns(row))) continue;
            isFirst = false;
            ReadRow(row);
            if (_rows.Count <= ListTable.MaxRows && _characters <= MaxCharacters) continue;
            _faults.Add(new ListFault(row.Number, null, _characters > MaxCharacters ? "too-much-text" : "too-many-rows"));
            return;
        }

        if (_rows.Count == 0 && _faults.Count == 0) _faults.Add(new ListFault(0, null, "empty-file"));
        FindMergedRows(header);
    }

    /// <summary>The row below the header of an official form that numbers its columns.</summary>
    private static bool CountsColumns(SheetRow row) =>
        row.Cells.Count >= 3 && row.Cells.Select((cell, i) => cell.Text == (i + 1).ToString(CultureInfo.InvariantCulture)).All(counts => counts);

    private void ReadRow(SheetRow row)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        var (sent, isRow) = (new List<string>(), false);
        foreach (var cell in row.Cells)
        {
            var column = _byIndex.GetValueOrDefault(cell.Column);
            var value = workbook.Cells.Read(cell, _forms.GetValueOrDefault(cell.Column, ColumnForm.Any));
            isRow |= column?.Name is not null;
            if (columns.KeepsSent) Keep(sent, cell.Column, value);
            if (column is null) _faults.Add(new ListFault(row.Number, null, "cell-without-header", value.Shown) { Letter = LaidColumn.LetterOf(cell.Column) });
            else if (column.Name is not null) Take(row.Number, column, value, cells);
        }

        if (isRow) _rows.Add(new ListRow(row.Number, columns.Finish(cells)) { Sent = sent });
    }

    private void Take(int line, LaidColumn column, CellValue value, Dictionary<string, string> cells)
    {
        if (value.Fault is { } fault) _faults.Add(new ListFault(line, column.Name, fault, value.Shown));
        else if (value.Text is { Length: > 0 } text)
        {
            cells[column.Name!] = text;
            _characters += text.Length;
        }
    }

    private static void Keep(List<string> sent, int column, CellValue value)
    {
        while (sent.Count <= column) sent.Add("");
        sent[column] = value.Shown;
    }

    /// <summary>One cell over several rows of the list: to which of them it belongs is not guessed at.</summary>
    private void FindMergedRows(HeaderRow header)
    {
        var lines = _rows.Select(r => r.Line).ToList();
        foreach (var merged in choice.Merged.TallBelow(header.LastLine))
        {
            var at = lines.BinarySearch(merged.Top + 1);
            var next = at >= 0 ? at : ~at;
            var column = _layout.Columns.FirstOrDefault(c => c.Name is not null && merged.Holds(merged.Top, c.Index));
            if (column is not null && next < lines.Count && lines[next] <= merged.Bottom) _faults.Add(new ListFault(lines[next], column.Name, "merged-cells"));
        }
    }
}
