using ArgaliConcessions.Functions.Spreadsheets;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using NodaTime;
using Xunit;

namespace ArgaliConcessions.Functions.Tests.Spreadsheets;

/// <summary>What a workbook holds when another library's reader opens it again.</summary>
public sealed class WorkbookWriterTests
{
    private static readonly IReadOnlyList<SheetColumn> Two = [new("Name", 20), new("Figure", 8.5)];

    [Fact]
    public void ValuesOfEveryKindComeBackAsWhatTheyAre()
    {
        using var book = Written(Two, [[new("Argali"), new(7)], [new(new LocalDate(2014, 12, 20)), new(1.25m)], [new(null, CellLook.Note), new(-0.5)]]);

        var cells = Cells(book, 0);

        Assert.Equal((CellValues.InlineString, "Argali"), (cells["A2"].DataType!.Value, cells["A2"].InnerText));
        Assert.Equal((null, "7"), (cells["B2"].DataType?.Value, cells["B2"].InnerText));
        // Excel's own count: 41993 is 20 December 2014.
        Assert.Equal((null, "41993"), (cells["A3"].DataType?.Value, cells["A3"].InnerText));
        Assert.Equal("yyyy\\-mm\\-dd", FormatOf(book, cells["A3"]));
        Assert.Equal("1.25", cells["B3"].InnerText);
        Assert.Equal("-0.5", cells["B4"].InnerText);
        Assert.Equal("", cells["A4"].InnerText);
    }

    [Fact]
    public void ADateThatExcelCannotCountIsAText()
    {
        using var book = Written(Two, [[new(new LocalDate(1900, 2, 28)), new(new LocalDate(1900, 3, 1))]]);

        var cells = Cells(book, 0);

        Assert.Equal("1900-02-28", cells["A2"].InnerText);
        Assert.Equal("61", cells["B2"].InnerText);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("+7 700 000")]
    [InlineData("00123")]
    [InlineData(" with blanks ")]
    [InlineData("Жетим \"Тоо\" <&> 'x'")]
    [InlineData("two\nlines")]
    public void ATextStaysTheTextThatItIs(string text)
    {
        using var book = Written(Two, [[new(text)]]);

        var cell = Cells(book, 0)["A2"];

        Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
        Assert.Equal(text, cell.InlineString!.Text!.Text);
        Assert.Null(cell.CellFormula);
        Assert.Equal(49u, NumberFormatOf(book, cell));
    }

    [Theory]
    [InlineData("a\u0001b", "a\ufffdb")]
    [InlineData("a\uffffb", "a\ufffdb")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("_x41_", "_x41_")]
    public void WhatXmlForbidsOrTheFormatReadsOtherwiseIsReplaced(string text, string kept) => Assert.Equal(kept, SheetText.Cell(text));

    [Fact]
    public void HalfACharacterIsReplaced() => Assert.Equal("a\ufffdb", SheetText.Cell("a" + '\ud800' + "b"));

    [Fact]
    public void ATextLongerThanACellIsCutWithASign()
    {
        var whole = new string('x', SheetText.LongestCell);

        Assert.Equal(whole, SheetText.Cell(whole));
        Assert.Equal(whole[1..] + "…", SheetText.Cell(whole + "y"));
        Assert.Equal(SheetText.LongestCell - 1, SheetText.Cell(whole[2..] + "\U0001F411" + "yz").Length);
    }

    [Theory]
    [InlineData("Permits", "Permits")]
    [InlineData("a[b]:*?/\\c", "a_b______c")]
    [InlineData("'quoted'", "quoted")]
    [InlineData("", "_")]
    [InlineData("history", "history_")]
    [InlineData("1234567890123456789012345678901234567890", "1234567890123456789012345678901")]
    [InlineData("123456789012345678901234567890\U0001F411", "123456789012345678901234567890")]
    [InlineData("TAKEN", "TAKEN (2)")]
    [InlineData("a name that has all of the 31..", "a name that has all of the  (2)")]
    public void SheetsHaveLawfulNamesOfTheirOwn(string wanted, string name) =>
        Assert.Equal(name, SheetText.Name(wanted, ["taken", "a name that has all of the 31.."]));

    [Fact]
    public void AllSheetsAreThereAndTheBookIsValid()
    {
        using var stream = new MemoryStream();
        using (var workbook = new WorkbookWriter(stream))
        {
            workbook.Sheet("Permits: 2014", Two, [[new("a", CellLook.Fault), new(1, CellLook.Good)]]);
            workbook.Sheet("permits_ 2014", Two, []);
        }

        using var book = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.Equal(["Permits_ 2014", "permits_ 2014 (2)"], book.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book));
        var pane = book.WorkbookPart.WorksheetParts.First().Worksheet!.Descendants<Pane>().Single();
        Assert.Equal((PaneStateValues.Frozen, 1d), (pane.State!.Value, pane.VerticalSplit!.Value));
        Assert.Equal(["20", "8.5"], book.WorkbookPart.WorksheetParts.First().Worksheet!.Descendants<Column>().Select(column => column.Width!.InnerText));
    }

    [Fact]
    public void ColumnsAreNamedAsSpreadsheetsDo()
    {
        IReadOnlyList<SheetColumn> many = [.. Enumerable.Range(0, 703).Select(i => new SheetColumn($"c{i}", 5))];
        using var book = Written(many, []);

        Assert.Equal("c25 c26 c701 c702", string.Join(' ', new[] { "Z1", "AA1", "ZZ1", "AAA1" }.Select(place => Cells(book, 0)[place].InnerText)));
    }

    [Fact]
    public void HalfAListOpensNowhere()
    {
        using var stream = new MemoryStream();
        Assert.Throws<ArgumentException>(() =>
        {
            using var workbook = new WorkbookWriter(stream);
            workbook.Sheet("Permits", Two, [[new("a")], [new(new object())]]);
        });

        Assert.ThrowsAny<Exception>(() => SpreadsheetDocument.Open(new MemoryStream(stream.ToArray()), isEditable: false));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ANumberThatIsNoneIsRefused(double number) => Assert.Throws<ArgumentException>(() => Written(Two, [[new(number)]]));

    [Fact]
    public void ARowHasNoMoreCellsThanThereAreColumns() => Assert.Throws<ArgumentOutOfRangeException>(() => Written(Two, [[new(1), new(2), new(3)]]));

    private static SpreadsheetDocument Written(IReadOnlyList<SheetColumn> columns, IReadOnlyList<IReadOnlyList<SheetCell>> rows)
    {
        var stream = new MemoryStream();
        using (var workbook = new WorkbookWriter(stream)) workbook.Sheet("Sheet", columns, rows);
        return SpreadsheetDocument.Open(stream, isEditable: false);
    }

    private static Dictionary<string, Cell> Cells(SpreadsheetDocument book, int sheet) =>
        book.WorkbookPart!.WorksheetParts.ElementAt(sheet).Worksheet!.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, StringComparer.Ordinal);

    private static CellFormat StyleOf(SpreadsheetDocument book, Cell cell) =>
        book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    private static uint NumberFormatOf(SpreadsheetDocument book, Cell cell) => StyleOf(book, cell).NumberFormatId!.Value;

    private static string FormatOf(SpreadsheetDocument book, Cell cell) =>
        book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.NumberingFormats!.Elements<NumberingFormat>().Single(format => format.NumberFormatId!.Value == NumberFormatOf(book, cell)).FormatCode!.Value!;
}
