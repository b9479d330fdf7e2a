using ArgaliConcessions.Functions.Spreadsheets;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Imports.Workbooks;

/// <summary>What became of a list, in figures.</summary>
internal sealed class SummarySheet(ResultModel model, Texts texts)
{
    private readonly List<IReadOnlyList<SheetCell>> _rows = [];

    public void Write(WorkbookWriter workbook)
    {
        Add("result.list", ResultTexts.Name(model.Kind, texts));
        if (model.Source is { } source) Add("result.source", source);
        Add("result.state", texts.Value(model.State), model.FaultCount > 0 ? CellLook.Fault : CellLook.Good);
        File();
        Add("result.faults", model.FaultCount, model.FaultCount > 0 ? CellLook.Fault : CellLook.Good);
        if (model.FaultCount > model.Faults.Count) Add("result.shown", model.Faults.Count, CellLook.Note);
        foreach (var fault in model.Faults.Where(f => f.Line == 0)) Add("result.whole", ListFaultView.Of(fault, texts).Detail, CellLook.Fault);
        Changes();
        workbook.Sheet(texts.Format("result.summary"), [new(texts.Format("result.what"), 34), new(texts.Format("result.value"), 80)], _rows);
    }

    private void File()
    {
        if (model.Table is { } table)
        {
            Add("result.format", table.Format);
            if (table.Layout.Sheet is { } sheet) Add("result.sheet", sheet);
            if (!table.IgnoredColumns.IsEmpty) Add("result.ignored", string.Join(", ", table.IgnoredColumns), CellLook.Note);
        }

        if (model.Rows is { } rows) Add("result.rows", rows);
    }

    private void Changes()
    {
        if (model.Changes is not { } changes) return;
        Add("result.added", changes.Added);
        Add("result.changed", changes.Changed);
        Add("result.unchanged", changes.Unchanged);
        Add("result.vanished", changes.VanishedCount, changes.VanishedCount > 0 ? CellLook.Note : CellLook.Plain);
    }

    private void Add(string key, object value, CellLook look = CellLook.Plain) => _rows.Add([new(texts.Format(key)), new(value, look)]);
}
