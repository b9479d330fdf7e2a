using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Functions.Spreadsheets;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Imports.Workbooks;

/// <summary>The rows of a list as they were sent, each with what is wrong in it.</summary>
internal sealed class RowsSheet(ListTable table, IReadOnlyList<ListFault> faults, Texts texts)
{
    private readonly ILookup<int, ListFault> _byLine = faults.ToLookup(f => f.Line);

    public void Write(WorkbookWriter workbook)
    {
        SheetColumn[] columns =
        [
            new(texts.Format("result.row"), 14), new(texts.Format("result.wrong"), 60),
            .. table.Layout.Columns.Select(c => new SheetColumn(c.Header, Math.Clamp(c.Header.Length + 3, 12, 40))),
        ];
        workbook.Sheet(texts.Format("result.sent"), columns, table.Rows.Select(Cells));
    }

    private IReadOnlyList<SheetCell> Cells(ListRow row)
    {
        var wrong = _byLine[row.Line].ToList();
        var cells = new List<SheetCell>(table.Layout.Columns.Length + 2) { new(row.Line), wrong.Count == 0 ? default : new(string.Join('\n', wrong.Select(Told)), CellLook.Fault) };
        foreach (var column in table.Layout.Columns)
        {
            var text = column.Index < row.Sent.Count ? row.Sent[column.Index] : "";
            var isFaulty = wrong.Exists(f => (f.Column is not null && f.Column == column.Name) || (f.Column is null && f.Letter == column.Letter));
            cells.Add(new SheetCell(text.Length == 0 ? null : text, isFaulty ? CellLook.Fault : CellLook.Plain));
        }

        return cells;
    }

    private string Told(ListFault fault)
    {
        var place = fault.Header ?? fault.Column ?? fault.Letter;
        var detail = ListFaultView.Of(fault, texts).Detail;
        return place is null ? detail : $"{place}: {detail}";
    }
}
