using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Functions.Spreadsheets;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Imports.Workbooks;

/// <summary>The faults of a list in a table of their own.</summary>
internal static class FaultsSheet
{
    public static void Write(WorkbookWriter workbook, IReadOnlyList<ListFault> faults, Texts texts)
    {
        SheetColumn[] columns =
        [
            new(texts.Format("result.sheet"), 20), new(texts.Format("result.row"), 14), new(texts.Format("result.letter"), 10),
            new(texts.Format("result.header"), 28), new(texts.Format("result.found"), 30), new(texts.Format("result.wrong"), 90),
        ];
        workbook.Sheet(texts.Format("result.faults"), columns, faults.Select(f => Cells(f, texts)));
    }

    private static IReadOnlyList<SheetCell> Cells(ListFault fault, Texts texts) =>
    [
        new(fault.Sheet), new(fault.Line == 0 ? null : fault.Line), new(fault.Letter), new(fault.Header ?? fault.Column), new(fault.Value),
        new(ListFaultView.Of(fault, texts).Detail, CellLook.Fault),
    ];
}

/// <summary>What earlier lists of the source held and this one does not.</summary>
internal static class VanishedSheet
{
    public static void Write(WorkbookWriter workbook, ImportCounts changes, Texts texts)
    {
        SheetColumn[] columns = [new(texts.Format("result.permit"), 28), new(texts.Format("result.paper"), 20), new(texts.Format("result.harvest"), 20)];
        workbook.Sheet(texts.Format("result.vanished"), columns, changes.Vanished.Select(IReadOnlyList<SheetCell> (v) => [new(v.Permit), new(v.Paper), new(v.Harvest)]));
    }
}
