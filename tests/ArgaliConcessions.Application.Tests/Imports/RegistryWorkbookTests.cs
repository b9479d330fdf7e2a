using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Tests.Workbooks;

namespace ArgaliConcessions.Application.Tests.Imports;

/// <summary>Lists of the register out of a spreadsheet: its days, its numbers, and what it makes of others.</summary>
public sealed class RegistryWorkbookTests
{
    [Fact]
    public async Task Import_Seasons_AreReadWithTheirDays()
    {
        using var lists = await RegistryLists.OpenAsync();
        var workbook = new TestWorkbook();
        workbook.Sheet("Сезоны").Row("Сезоны охоты").Row("концессия", "сезон", "вид", "открыто с", "открыто по", "действует с", "акт", "номер акта", "дата акта")
            .Row("KT7", "autumn", "polii", "01.09", "15.12", new LocalDate(2010, 1, 1), "Приказ", 7, new LocalDate(2009, 12, 1))
            .Row("KT7", "autumn", null, "01.02", "29.02", new LocalDate(2010, 1, 1));

        var answer = await lists.ImportBytesAsync("seasons", workbook.Bytes());

        Assert.Equal(["3 concessions/demo-north/seasons/autumn New"], RegistryLists.Actions(answer));
        var season = (await lists.Register.Library.ConcessionAsync("demo-north", LawFreshness.Checked, default))!.Concession.Seasons["autumn"].Latest;
        Assert.Equal((new LocalDate(2010, 1, 1), "7", 2), (season.ValidFrom, season.Basis.Number, season.Value.Windows.Length));
    }

    [Fact]
    public async Task Import_WindowsInCells_AreWhatTheCellsShow()
    {
        using var lists = await RegistryLists.OpenAsync();

        // 01.10 that was taken for a number; a full date is a window that is there once.
        var numbers = await lists.ImportBytesAsync("seasons", Windows(10.1, 15.12));
        var dates = await lists.ImportBytesAsync("seasons", Windows(new LocalDate(2013, 3, 1), new LocalDate(2013, 3, 31)));

        Assert.Equal(["2 from list-not-a-window"], numbers.Preview.Faults.Select(f => $"{f.Line} {f.Column} list-{f.Code}"));
        Assert.Equal(["2 concessions/demo-north/seasons/autumn New"], RegistryLists.Actions(dates));
        var season = (await lists.Register.Library.ConcessionAsync("demo-north", LawFreshness.Checked, default))!.Concession.Seasons["autumn"].Latest;
        Assert.Equal([new SeasonWindow.Once(new LocalDate(2013, 3, 1), new LocalDate(2013, 3, 31))], season.Value.Windows.ToArray());
    }

    [Fact]
    public async Task Import_Quotas_AreReadAndFaultsNameTheCell()
    {
        using var lists = await RegistryLists.OpenAsync();
        var workbook = new TestWorkbook();
        workbook.Sheet("Квоты").Row("концессия", "охотничий год", "строка квоты", "вид", "пол", "возраст от", "квота", "акт", "номер акта", "дата акта")
            .Row("KT7", 2014, "rams", "polii", "самец", 7, 12, "Приказ", "1", new LocalDate(2014, 2, 1))
            .Row("KT8", 2014, "rams", "polii", "самец", 7, 9, "Приказ", "1", new LocalDate(2014, 2, 1));

        var fault = Assert.Single((await lists.ImportBytesAsync("quotas", workbook.Bytes())).Preview.Faults);

        Assert.Equal(("Квоты", 3, "G", "квота", "national-quota-exceeded"), (fault.Sheet, fault.Line, fault.Letter, fault.Header, fault.Code));
        Assert.Null(await lists.Register.Lines.FindAsync("demo-north", "2014", "rams", default));
    }

    private static byte[] Windows(object from, object to)
    {
        var workbook = new TestWorkbook();
        workbook.Sheet().Row("concession", "season", "taxon", "from", "to", "validFrom", "basisTitle", "basisNumber", "basisPublishedOn")
            .Row("KT7", "autumn", "polii", from, to, new LocalDate(2010, 1, 1), "Order", "7", new LocalDate(2009, 12, 1));
        return workbook.Bytes();
    }
}
