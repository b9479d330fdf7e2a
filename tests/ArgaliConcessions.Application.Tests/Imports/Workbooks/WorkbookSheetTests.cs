using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Tests.Workbooks;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ArgaliConcessions.Application.Tests.Imports.Workbooks;

/// <summary>Which sheet of a workbook is the list, and where in it the list begins.</summary>
public class WorkbookSheetTests
{
    private static readonly string[] Header = ["Хозяйство", "Год", "Вид", "№", "Срок с", "Срок по", "Охотник"];
    private static readonly object[] Permit = ["KT7", 2014, "polii", "0017", new LocalDate(2014, 9, 1), new LocalDate(2014, 12, 15), "Jan Novak (invented)"];

    private static ListTable Read(TestWorkbook workbook, string? sheet = null) => new ListFile(workbook.Bytes(), sheet).Read(PermitColumns.All);

    private static (int, string?, string, string?)[] FaultsOf(ListTable table) => [.. table.Faults.Select(f => (f.Line, f.Column, f.Code, f.Value))];

    [Fact]
    public void Read_UnderTitlesAndAboveEmptyRows_FindsTheList()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("Реестр").Row("Реестр лицензий за 2014 год").Merge("A1:G1").Row("Утверждаю", null, null, "начальник").Skip()
            .Row([.. Header, null, "Примечание"]).Row(1, 2, 3, 4, 5, 6, 7).Row(Permit).Row(null, "   ", null).Skip(40).Row("", " ", null);

        var table = Read(workbook);

        Assert.Empty(table.Faults);
        Assert.Equal((6, "0017", "2014-09-01"), (Assert.Single(table.Rows).Line, table.Rows[0].Cells["number"], table.Rows[0].Cells["from"]));
        Assert.Equal(["Примечание"], table.IgnoredColumns.ToArray());
        Assert.Equal(("Реестр", "D"), (table.Layout.Sheet, table.Layout.Columns.Single(c => c.Name == "number").Letter));
    }

    [Fact]
    public void Read_HeaderOfTwoMergedRows_IsUnderstood()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet().Row("Хозяйство", "Год", "Вид", "№", "Срок", null, "Охотник").Row(null, null, null, null, "с", "по")
            .Merge("A1:A2").Merge("B1:B2").Merge("C1:C2").Merge("D1:D2").Merge("E1:F1").Merge("G1:G2").Row(Permit);

        var table = Read(workbook);

        Assert.Empty(table.Faults);
        Assert.Equal("2014-12-15", Assert.Single(table.Rows).Cells["to"]);
        Assert.Equal("Срок по", table.Layout.Columns[5].Header);
    }

    [Fact]
    public void Read_RowsMergedBelowTheHeader_AreAFaultAndNotAGuess()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet().Row(Header).Row(Permit).Row([null, .. Permit[1..]]).Merge("A2:A3").Merge("A10:C12");

        var reading = ListReading<PermitListRow>.Read(workbook.Bytes(), PermitColumns.All, PermitListRow.Read);

        var fault = reading.Layout.Place(Assert.Single(reading.Faults));
        Assert.Equal((3, "concession", "merged-cells", "A", "Хозяйство"), (fault.Line, fault.Column, fault.Code, fault.Letter, fault.Header));
    }

    [Fact]
    public void Read_CellUnderNoHeader_IsAFaultAtItsLetter()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet().Row(Header).Row([.. Permit, null, "проверить"]);

        var fault = Assert.Single(Read(workbook).Faults);
        Assert.Equal((2, null, "cell-without-header", "I", "проверить"), (fault.Line, fault.Column, fault.Code, fault.Letter, fault.Value));
    }

    [Fact]
    public void Read_SeveralSheets_TakesTheOneThatIsAList()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("Старый", SheetStateValues.VeryHidden).Row(Header).Row(Permit).Row(Permit);
        workbook.Sheet("Справочник").Row("код", "вид").Row("a", "b");
        workbook.Sheet("Список").Row(Header).Row(Permit);
        workbook.Sheet("Пусто");

        Assert.Equal("Список", Read(workbook).Layout.Sheet);
        Assert.Equal(2, Read(workbook, "старый").Rows.Length);
        Assert.Equal([(0, null, "sheet-unknown", "Старый, Справочник, Список, Пусто")], FaultsOf(Read(workbook, "Лист9")));
    }

    [Fact]
    public void Read_TwoSheetsThatAreLists_AsksWhichOne()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("2014").Row(Header).Row(Permit);
        workbook.Sheet("2015").Row(Header).Row(Permit);

        Assert.Equal([(0, null, "sheet-unclear", "2014, 2015")], FaultsOf(Read(workbook)));
        Assert.Equal("2015", Read(workbook, "2015").Layout.Sheet);
    }

    [Fact]
    public void Read_NothingInIt_SaysSo()
    {
        var (empty, strange, half) = (new TestWorkbook(), new TestWorkbook(), new TestWorkbook());
        empty.Sheet();
        strange.Sheet().Row("a", "b").Row("c", "d");
        half.Sheet().Row("Хозяйство", "Год").Row("KT7", 2014);

        Assert.Equal([(0, null, "empty-file", null)], FaultsOf(Read(empty)));
        Assert.Equal([(0, null, "header-missing", null)], FaultsOf(Read(strange)));
        Assert.Equal([(1, "taxon", "column-missing", null), (1, "number", "column-missing", null), (1, "from", "column-missing", null), (1, "to", "column-missing", null), (1, "hunter", "column-missing", null)], FaultsOf(Read(half)));
    }

    [Fact]
    public void Read_Mapping_NamesHeadersWordsAndWhatStandsInEveryRow()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet().Row("Номер бланка (красный)", "Зверь", "начало", "конец", "ФИО", "Примеч.").Row("0017", "памирский архар", new LocalDate(2014, 9, 1), new LocalDate(2014, 12, 15), "Jan", "x");
        var mapping = new ListMapping(
            new Dictionary<string, string?> { ["номер бланка красный"] = "number", ["ЗВЕРЬ"] = "taxon", ["Начало"] = "from", ["Конец"] = "to", ["примеч"] = null }.ToImmutableSortedDictionary(),
            new Dictionary<string, ImmutableSortedDictionary<string, string>> { ["taxon"] = new Dictionary<string, string> { ["Памирский архар"] = "polii" }.ToImmutableSortedDictionary() }.ToImmutableSortedDictionary(),
            new Dictionary<string, string> { ["concession"] = "KT7", ["year"] = "2014" }.ToImmutableSortedDictionary());

        var table = new ListFile(workbook.Bytes(), null, mapping).Read(PermitColumns.All);

        Assert.Empty(table.Faults);
        Assert.Empty(table.IgnoredColumns);
        var cells = Assert.Single(table.Rows).Cells;
        Assert.Equal(("0017", "polii", "KT7", "2014"), (cells["number"], cells["taxon"], cells["concession"], cells["year"]));
    }
}
