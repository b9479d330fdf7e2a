using System.Net;
using System.Text.Json;
using ArgaliConcessions.Functions.Spreadsheets;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Tests.Workbooks;
using NodaTime;

namespace ArgaliConcessions.Functions.Tests.Imports;

/// <summary>Lists that come as workbooks, and workbooks that lists come back as.</summary>
public sealed class ListWorkbookTests(ImportHost host) : IClassFixture<ImportHost>
{
    private const string Csv = "concession,year,taxon,number,from,to,hunter,remark\nNOR,2014,polii,{0},2014-10-01,2014-10-14,John Doe,kept\nXX9,2014,oryx,2,2014-10-01,soon,Jane Doe,\n";

    private static TestWorkbook Sound(string number, object? to = null, string taxon = "polii")
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("Лист1").Row("Реестр лицензий").Merge("A1:H1").Skip().Row("Хозяйство", "Год", "Вид", "Пол", "№", "Срок с", "Срок по", "Охотник")
            .Row("NOR", 2014, taxon, "самец", number, new LocalDate(2014, 10, 1), to ?? new LocalDate(2014, 10, 14), "John Doe");
        workbook.Sheet("Заметки").Row("не забыть");
        return workbook;
    }

    private static (string?, int, string?, string?, string?, string) Place(JsonElement fault)
    {
        return (Text("sheet"), fault.GetProperty("line").GetInt32(), Text("column"), Text("letter"), Text("header"), Text("code")!);
        string? Text(string name) => fault.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    [Fact]
    public async Task Import_Workbook_MakesThePermitAndItsJobTellsItAsAWorkbook()
    {
        var (job, answer) = await host.ImportAsync("imports/permits?source=whole", Sound("X-0017").Bytes());

        Assert.Equal(("done", 1), (answer.GetProperty("state").GetString(), answer.GetProperty("changes").GetProperty("added").GetInt32()));
        var permits = await host.Authority.GetAsync("permits?paperNumber=X-0017").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(1, permits.GetProperty("items").GetArrayLength());
        var book = await ReadBook.OfAsync(host.Authority.GetAsync($"jobs/{job}?format=xlsx"));
        Assert.Equal(["Summary"], book.Sheets.Keys);
        Assert.Contains(book.Sheets["Summary"], r => r["A"].Text == "Added" && r["B"].Text == "1");

        // Next month's list has lost it.
        var (next, _) = await host.ImportAsync("imports/permits?source=whole", Sound("X-0018").Bytes());
        var vanished = await ReadBook.OfAsync(host.Authority.GetAsync($"jobs/{next}?format=xlsx&lang=ru"));
        Assert.Equal(["X-0017"], vanished.Column("Больше не в списке", "Её бланк"));
    }

    [Fact]
    public async Task Try_FaultyWorkbook_NamesSheetRowAndColumn()
    {
        var report = await host.SendAsync("imports/permits?source=faulty&dryRun=true", Sound("1", TestSheet.Error("#REF!"), "oryx").Bytes()).JsonAsync(HttpStatusCode.OK);

        Assert.Equal(("xlsx", "Лист1", 1), (report.GetProperty("format").GetString(), report.GetProperty("sheet").GetString(), report.GetProperty("rows").GetInt32()));
        Assert.Equal(
            [("Лист1", 4, "to", "G", "Срок по", "list-error-cell"), ("Лист1", 4, "taxon", "C", "Вид", "list-unknown-taxon")],
            report.GetProperty("faults").EnumerateArray().Select(Place));
        Assert.Contains("Срок по", report.GetProperty("faults")[0].GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_FaultyWorkbook_IsAProblemThatNamesSheetRowAndColumn()
    {
        var problem = await host.SendAsync("imports/permits?source=faulty", Sound("1", new Shown(60, "dd.mm.yyyy")).Bytes(), accept: "application/json, */*;q=0.5")
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "import-faults");
        Assert.Equal(("Лист1", 4, "to", "G", "Срок по", "list-no-such-day"), Place(Assert.Single(problem.GetProperty("errors").EnumerateArray())));
    }

    [Theory]
    [InlineData("dryRun=true&format=xlsx", null, HttpStatusCode.OK)]
    [InlineData("dryRun=true", WorkbookWriter.MediaType, HttpStatusCode.OK)]
    [InlineData("dryRun=false", WorkbookWriter.MediaType + ", application/json;q=0.5", HttpStatusCode.UnprocessableEntity)]
    public async Task Try_FaultyCsv_ComesBackAsAWorkbookThatCanBeMended(string query, string? accept, HttpStatusCode status)
    {
        var book = await ReadBook.OfAsync(host.SendCsvAsync($"imports/permits?source=csv&{query}", Csv.Replace("{0}", "1", StringComparison.Ordinal), accept), status);

        Assert.Equal(["Summary", "List as sent", "Faults"], book.Sheets.Keys);
        var rows = book.Sheets["List as sent"];
        Assert.Equal(["Row of the file", "What is wrong", "concession", "year", "taxon", "number", "from", "to", "hunter", "remark"], rows[0].Values.Select(c => c.Text));
        Assert.Equal(("2", "kept", false), (rows[1]["A"].Text, rows[1]["J"].Text, rows[1].ContainsKey("B")));
        Assert.Equal([("B", CellLook.Fault), ("C", CellLook.Fault), ("E", CellLook.Fault), ("H", CellLook.Fault)], rows[2].Where(c => c.Value.Look == CellLook.Fault).Select(c => (c.Key, c.Value.Look)));
        Assert.Contains("to: soon is not a date", rows[2]["B"].Text, StringComparison.Ordinal);
        Assert.Equal(["F", "A", "C"], book.Column("Faults", "Column"));

        // Sent in again as it came back, it has the same faults at the rows that it has now.
        var again = await host.SendAsync("imports/permits?source=csv&dryRun=true", book.Bytes).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("List as sent", again.GetProperty("sheet").GetString());
        Assert.Equal([(3, "to"), (3, "concession"), (3, "taxon")], again.GetProperty("faults").EnumerateArray().Select(f => (f.GetProperty("line").GetInt32(), f.GetProperty("column").GetString()!)));
    }

    [Fact]
    public async Task Try_ListOfObjects_ComesBackAsAWorkbookToo()
    {
        const string list = """[{"concession":"NOR","year":2014,"taxon":"polii","number":"5","from":"2014-10-01","to":"2014-10-14","hunter":"=1+1","note":"n"}]""";
        var book = await ReadBook.OfAsync(host.SendAsync("imports/permits?source=objects&dryRun=true&format=xlsx", System.Text.Encoding.UTF8.GetBytes(list), "application/json"));

        Assert.Equal(["Summary", "List as sent"], book.Sheets.Keys);
        Assert.Equal(["=1+1"], book.Column("List as sent", "hunter"));
        Assert.Contains(book.Sheets["Summary"], r => r["A"].Text == "Added" && r["B"].Text == "1");
    }

    [Fact]
    public async Task Import_OfASheetThatIsNamed_IsAnotherRequest()
    {
        var workbook = Sound("S-1");
        workbook.Sheet("Вторая").Row("Хозяйство", "Год", "Вид", "№", "Срок с", "Срок по", "Охотник").Row("NOR", 2014, "polii", "S-2", new LocalDate(2014, 10, 1), new LocalDate(2014, 10, 2), "Jane Doe");

        var problem = await host.SendAsync("imports/permits?source=sheets", workbook.Bytes()).ProblemAsync(HttpStatusCode.UnprocessableEntity, "import-faults");
        Assert.Contains("Лист1, Вторая", problem.GetProperty("errors")[0].GetProperty("detail").GetString(), StringComparison.Ordinal);
        var (_, answer) = await host.ImportAsync("imports/permits?source=sheets&sheet=Вторая", workbook.Bytes());
        Assert.Equal(1, answer.GetProperty("changes").GetProperty("added").GetInt32());
        Assert.Equal(1, (await host.Authority.GetAsync("permits?paperNumber=S-2").JsonAsync(HttpStatusCode.OK)).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Import_OfOtherFiles_IsRefusedInWords()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        var problem = await host.SendAsync("imports/harvests?source=old&lang=ru", old).ProblemAsync(HttpStatusCode.UnprocessableEntity, "import-faults");
        Assert.Equal("Файл — книга старого формата .xls; сохраните её как .xlsx.", problem.GetProperty("errors")[0].GetProperty("detail").GetString());
        await host.SendAsync("imports/permits?source=macros", Sound("1").Bytes(), "application/vnd.ms-excel.sheet.macroEnabled.12").ProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Fact]
    public async Task Job_OfOtherWork_IsNoWorkbook()
    {
        var run = (await host.Authority.PostJsonAsync("compliance/runs", "", "sweep").JsonAsync(HttpStatusCode.Accepted)).GetProperty("id").GetString();
        await host.Authority.GetAsync($"jobs/{run}?format=xlsx").ProblemAsync(HttpStatusCode.NotAcceptable, "workbook-not-there");
    }
}
