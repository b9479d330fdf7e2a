using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;

namespace ArgaliConcessions.Tests.Workbooks;

/// <summary>A number in a cell with the format that it is shown by.</summary>
internal sealed record Shown(double Number, string Format);

/// <summary>A cell's element as it stands in the file; its reference is set when it is added.</summary>
internal sealed record Raw(Func<Cell> Make);

/// <summary>A sheet of a test's workbook, filled from the top.</summary>
internal sealed class TestSheet(TestWorkbook workbook, string name, SheetStateValues? state)
{
    private readonly SheetData _data = new();
    private readonly MergeCells _merged = new();
    private int _row;

    /// <summary>A formula and what it came to when it was last calculated; null for never.</summary>
    public static Raw Formula(string text, string? value, CellValues? type = null) => new(() =>
    {
        var cell = new Cell { CellFormula = new CellFormula(text), DataType = type };
        if (value is not null) cell.CellValue = new CellValue(value);
        return cell;
    });

    public static Raw Error(string code) => new(() => new Cell { DataType = CellValues.Error, CellValue = new CellValue(code) });

    public static Raw Inline(string text) => new(() => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }) });

    /// <summary>A text of several looks.</summary>
    public Raw Rich(params string[] runs) => new(() =>
    {
        var item = new SharedStringItem(runs.Select(r => new Run(new RunProperties(new Bold()), new Text(r) { Space = SpaceProcessingModeValues.Preserve })));
        item.Append(new PhoneticRun(new Text("not said")) { BaseTextStartIndex = 0, EndingBaseIndex = 1 });
        return new Cell { DataType = CellValues.SharedString, CellValue = new CellValue(workbook.SharedIndex(item)) };
    });

    /// <summary>Adds a row: texts, numbers, dates, booleans, <see cref="Shown"/>, <see cref="Raw"/>; null leaves a cell out.</summary>
    public TestSheet Row(params object?[] cells)
    {
        _row++;
        _data.Append(new Row(cells.Select((value, column) => Cell(value, column)).OfType<Cell>()) { RowIndex = (uint)_row });
        return this;
    }

    public TestSheet Skip(int rows = 1)
    {
        _row += rows;
        return this;
    }

    public TestSheet Merge(string cells)
    {
        _merged.Append(new MergeCell { Reference = cells });
        return this;
    }

    public Sheet Add(WorkbookPart book, uint id)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = _merged.HasChildren ? new Worksheet(_data.CloneNode(true), _merged.CloneNode(true)) : new Worksheet(_data.CloneNode(true));
        return new Sheet { Name = name, SheetId = id, Id = book.GetIdOfPart(part), State = state };
    }

    private Cell? Cell(object? value, int column)
    {
        if (value is null) return null;
        var cell = value switch
        {
            string text => new Cell { DataType = CellValues.SharedString, CellValue = new CellValue(workbook.SharedIndex(new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))) },
            bool flag => new Cell { DataType = CellValues.Boolean, CellValue = new CellValue(flag ? "1" : "0") },
            LocalDate date => Number(Serial(date), "dd\\.mm\\.yyyy"),
            Shown shown => Number(shown.Number, shown.Format),
            Raw raw => raw.Make(),
            int number => Number(number, "General"),
            double number => Number(number, "General"),
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No such cell."),
        };
        cell.CellReference = Letter(column) + _row.ToString(CultureInfo.InvariantCulture);
        return cell;
    }

    private Cell Number(double number, string format) => new() { CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture)), StyleIndex = workbook.StyleOf(format) };

    private double Serial(LocalDate date) => Period.DaysBetween(workbook.Since1904 ? new LocalDate(1904, 1, 1) : new LocalDate(1899, 12, 30), date);

    private static string Letter(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letter((column / 26) - 1) + Letter(column % 26);
}
