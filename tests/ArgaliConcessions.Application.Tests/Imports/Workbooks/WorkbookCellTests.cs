using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Tests.Workbooks;
using static ArgaliConcessions.Tests.Workbooks.TestSheet;

namespace ArgaliConcessions.Application.Tests.Imports.Workbooks;

/// <summary>What the cells of a workbook say, and what they cannot say any more.</summary>
public class WorkbookCellTests
{
    private static readonly ColumnSet Columns = new(
        new Column("text", false, []) { Form = ColumnForm.Text }, new Column("any", false, []), new Column("date", false, []) { Form = ColumnForm.Date },
        new Column("time", false, []) { Form = ColumnForm.Time }, new Column("number", false, []) { Form = ColumnForm.Number }, new Column("flag", false, []) { Form = ColumnForm.Word });

    private static ListTable Read(string column, object cell, bool since1904 = false)
    {
        var workbook = new TestWorkbook { Since1904 = since1904 };
        workbook.Sheet().Row("text", column == "text" ? "any" : column).Row("x", cell);
        return new ListFile(workbook.Bytes()).Read(Columns);
    }

    private static void AssertReads(string expected, string column, object cell, bool since1904 = false)
    {
        var workbook = new TestWorkbook { Since1904 = since1904 };
        workbook.Sheet().Row(column == "flag" ? "text" : "flag", column).Row("yes", cell);
        var table = new ListFile(workbook.Bytes()).Read(Columns);
        Assert.Empty(table.Faults);
        Assert.Equal(expected, Assert.Single(table.Rows).Cells[column]);
    }

    private static void AssertFault(string code, string? value, string column, object cell)
    {
        var workbook = new TestWorkbook();
        workbook.Sheet().Row("flag", column).Row("yes", cell);
        var fault = Assert.Single(new ListFile(workbook.Bytes()).Read(Columns).Faults);
        Assert.Equal((2, column, code, value), (fault.Line, fault.Column, fault.Code, fault.Value));
    }

    [Theory]
    [InlineData(41883, "dd\\.mm\\.yyyy", "2014-09-01")]
    [InlineData(41883, "[$-419]d mmmm yyyy;@", "2014-09-01")]
    [InlineData(41883, "m/d/yy", "2014-09-01")]
    [InlineData(41883, "\"от\" dd/mm/yyyy", "2014-09-01")]
    [InlineData(1, "yyyy", "1900-01-01")]
    [InlineData(59, "yyyy", "1900-02-28")]
    [InlineData(61, "yyyy", "1900-03-01")]
    [InlineData(41883.75, "dd.mm.yyyy", "2014-09-01")]
    [InlineData(41883.0, "dd.mm.yyyy h:mm", "2014-09-01")]
    [InlineData(41882.9999999, "dd.mm.yyyy h:mm", "2014-09-01")]
    public void Date_BySerialNumber_IsTheDayShown(double serial, string format, string expected) => AssertReads(expected, "date", new Shown(serial, format));

    [Fact]
    public void Date_OfAWorkbookThatCountsFrom1904_IsFourYearsLater() => AssertReads("2018-09-02", "date", new Shown(41883, "yyyy"), since1904: true);

    [Fact]
    public void Date_TheDayThatOnlySpreadsheetsKnow_IsAFault() => AssertFault("no-such-day", "29.02.1900", "date", new Shown(60, "dd.mm.yyyy"));

    [Theory]
    [InlineData(-1)]
    [InlineData(2958466)]
    [InlineData(1e300)]
    public void Date_OutsideTheCalendar_IsAFault(double serial) =>
        Assert.Equal("no-such-day", Assert.Single(Read("date", new Shown(serial, "dd.mm.yyyy")).Faults).Code);

    [Theory]
    [InlineData(0.25, "h:mm", "06:00")]
    [InlineData(0.2708333333, "h:mm:ss", "06:30")]
    [InlineData(41883.5, "h:mm", "12:00")]
    [InlineData(0.999999, "[h]:mm", "00:00")]
    public void Time_ByFraction_IsTheTimeShown(double serial, string format, string expected) => AssertReads(expected, "time", new Shown(serial, format));

    [Theory]
    [InlineData(12, "General", "12")]
    [InlineData(73.97, "0.00", "73.97")]
    [InlineData(0.1 + 0.2, "General", "0.3")]
    [InlineData(1.5E-7, "General", "0.00000015")]
    [InlineData(140.5, "0.0\" cm\"", "140.5")]
    [InlineData(-3, "#,##0", "-3")]
    public void Number_AsItIsKept_HasNeitherExponentNorNoise(double number, string format, string expected) => AssertReads(expected, "number", new Shown(number, format));

    [Theory]
    [InlineData(123, "General", "123")]
    [InlineData(123, "0000", "0123")]
    [InlineData(2014, "0", "2014")]
    public void Text_OfANumber_IsWhatIsShown(double number, string format, string expected) => AssertReads(expected, "text", new Shown(number, format));

    [Theory]
    [InlineData(120000, "0.00E+00", "number-rewritten", "120000")]
    [InlineData(1e15, "General", "number-rewritten", "1000000000000000")]
    [InlineData(17, "\"AB\"000", "number-among-words", "17")]
    [InlineData(41883, "d mmm", "date-in-text", "2014-09-01")]
    public void Text_ThatASpreadsheetHasRewritten_IsAFault(double number, string format, string code, string value) => AssertFault(code, value, "text", new Shown(number, format));

    [Fact]
    public void Text_OfAnyKind_IsReadCleaned()
    {
        AssertReads("0123", "text", "0123");
        AssertReads("1.2E+5", "text", "1.2E+5");
        AssertReads("Иван Петров", "text", Inline(" Иван\nПетров\u00A0 "));
        AssertReads("a b", "text", Inline("a_x000D_b"));
        AssertReads("_x000D_", "text", Inline("_x005F_x000D_"));
        AssertReads("true", "flag", true);
        AssertReads("2014-09-01", "any", new LocalDate(2014, 9, 1));
    }

    [Fact]
    public void Text_OfSeveralLooks_IsOneText()
    {
        var workbook = new TestWorkbook();
        var sheet = workbook.Sheet();
        sheet.Row("text", "any").Row(sheet.Rich("Ив", "ан"), "x");
        Assert.Equal("Иван", Assert.Single(new ListFile(workbook.Bytes()).Read(Columns).Rows).Cells["text"]);
    }

    [Theory]
    [InlineData("d mmm", "any", "09-01")]
    [InlineData("dd.mm", "any", "09-01")]
    [InlineData("dd.mm", "date", "2014-09-01")]
    [InlineData("mmm yyyy", "any", "2014-09-01")]
    public void Day_ShownWithoutAYear_IsOfEveryYearUnlessADayIsAskedFor(string format, string column, string expected) => AssertReads(expected, column, new Shown(41883, format));

    [Fact]
    public void Formula_WithWhatItCameTo_IsRead()
    {
        AssertReads("42", "any", Formula("A1*2", "42"));
        AssertReads("done", "text", Formula("\"do\"&\"ne\"", "done", DocumentFormat.OpenXml.Spreadsheet.CellValues.String));
    }

    [Fact]
    public void Formula_NeverCalculated_IsAFault() => AssertFault("formula-without-value", "", "any", Formula("A1*2", null));

    [Fact]
    public void Error_OfTheSpreadsheet_IsAFault() => AssertFault("error-cell", "#N/A", "any", Error("#N/A"));

    [Fact]
    public void Cell_LongerThanACell_IsAFault() => AssertFault("unreadable-cell", "", "any", new string('x', ListTable.MaxCell + 1));
}
