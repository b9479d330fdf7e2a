using ArgaliConcessions.Application.Imports.Registry;
using ArgaliConcessions.Functions.Spreadsheets;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Imports.Workbooks;

/// <summary>What a list of the register does with each thing in it.</summary>
internal static class LinesSheet
{
    public static void Write(WorkbookWriter workbook, IReadOnlyList<ListLine> lines, Texts texts)
    {
        SheetColumn[] columns =
        [
            new(texts.Format("result.row"), 14), new(texts.Format("result.address"), 50), new(texts.Format("result.action"), 20), new(texts.Format("result.changes"), 90),
        ];
        workbook.Sheet(texts.Format("result.things"), columns, lines.Select(l => Cells(l, texts)));
    }

    private static IReadOnlyList<SheetCell> Cells(ListLine line, Texts texts) =>
    [
        new(line.Line), new(line.Address), new(texts.Value(line.Action), line.Action == ListAction.Unchanged ? CellLook.Plain : CellLook.Good),
        new(string.Join('\n', line.Changes.Select(c => $"{c.Column}: {c.From ?? "-"} → {c.To ?? "-"}"))),
    ];
}
