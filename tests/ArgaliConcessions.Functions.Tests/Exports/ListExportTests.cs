using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Spreadsheets;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Permits;
using ArgaliConcessions.Functions.Tests.Registry;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ArgaliConcessions.Functions.Tests.Exports;

/// <summary>Permits as a table: who sees what, and what a spreadsheet makes of it.</summary>
public sealed class ListExportTests(PermitHost host) : IClassFixture<PermitHost>
{
    [Fact]
    public async Task Csv_OfPermits_SaysWhatTheListSays()
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt, "k", hunt.Request().With("paper", new JsonObject { ["series"] = "AB", ["number"] = "7" }).With("party", new JsonArray("Guide One", "Guide Two")));
        await host.Authority.PutJsonAsync($"permits/{number}/harvests/h1", hunt.Kill().ToJsonString()).JsonAsync(HttpStatusCode.Created);

        var (rows, answer) = await CsvAsync(host.Authority, $"permits?format=csv&concession={hunt.Id}&year=2015&on=2015-10-12");

        Assert.Equal(("text/csv", $"permits-{hunt.Id}-2015.csv"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"')));
        var row = Assert.Single(rows);
        Assert.Equal(number, row["Permit"]);
        Assert.Equal(("used", "2015-10-12"), (row["Status"], row["Status as of"]));
        Assert.Equal(("2015-10-05", "2015-10-20", "2015-10-05/2015-10-20"), (row["First day"], row["Last day"], row["All days"]));
        Assert.Equal("Invented Hunter / Invented Hunter (рус.) / Invented Hunter (тоҷ.)", row["Hunter"]);
        Assert.Equal(("INVENTED HUNTER", "DE", "4711"), (row["As in the passport"], row["Nationality"], row["Document ends with"]));
        Assert.Equal(("AB-7", "Guide One, Guide Two"), (row["Paper number"], row["Party"]));
        Assert.Equal(("1", "0", "2015-10-10"), (row["Killed"], row["Wounded and lost"], row["Last report of"]));
        Assert.Equal(("polii", "Marco Polo sheep", "male", "7"), (row["Taxon"], row["Animal"], row["Sex"], row["Least age, years"]));
        Assert.DoesNotContain("C01X4711", string.Join(' ', row.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Xlsx_OfPermits_HasTrueDatesNumbersAndNoFormula()
    {
        var hunt = await host.HuntAsync();
        var number = await host.IssuedAsync(hunt, "k", hunt.Request().With("weapon", "=HYPERLINK(1)"));

        using var request = new HttpRequestMessage(HttpMethod.Get, $"permits?concession={hunt.Id}&lang=ru");
        request.Headers.TryAddWithoutValidation("Accept", WorkbookWriter.MediaType);
        using var answer = await host.Host.Auditor.SendAsync(request);
        using var book = SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), isEditable: false);

        Assert.Equal((WorkbookWriter.MediaType, $"permits-{hunt.Id}.xlsx"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"')));
        Assert.Equal("Лицензии", book.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Single().Name!.Value);
        var rows = book.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().ToDictionary(cell => cell.CellReference!.Value!.TrimEnd("0123456789".ToCharArray()))).ToList();
        Assert.Equal(2, rows.Count);
        var columns = rows[0].ToDictionary(cell => cell.Value.InnerText, cell => cell.Key, StringComparer.Ordinal);
        Cell CellOf(string title) => rows[1][columns[title]];
        Assert.Equal(number, CellOf("Лицензия").InnerText);
        // 5 October 2015 by Excel's count.
        Assert.Equal(("42282", (CellValues?)null), (CellOf("Первый день").InnerText, CellOf("Первый день").DataType?.Value));
        Assert.Equal(("1", (CellValues?)null), (CellOf("Число животных").InnerText, CellOf("Число животных").DataType?.Value));
        Assert.Equal(("=HYPERLINK(1)", (CellValues?)CellValues.InlineString), (CellOf("Оружие").InnerText, CellOf("Оружие").DataType?.Value));
        Assert.Empty(book.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>());
    }

    [Fact]
    public async Task Csv_WithAFormula_IsHarmless()
    {
        var hunt = await host.HuntAsync();
        await host.IssuedAsync(hunt, "k", hunt.Request().With("weapon", "=cmd|' /c calc'!A1"));

        var (rows, _) = await CsvAsync(host.Authority, $"permits?format=csv&concession={hunt.Id}");

        Assert.Equal("'=cmd|' /c calc'!A1", rows.Single()["Weapon"]);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Holder_GetsHisOwnOnly(string format)
    {
        var (own, other) = (await host.HuntAsync(), await host.HuntAsync());
        var (mine, theirs) = (await host.IssuedAsync(own), await host.IssuedAsync(other));

        var ofMine = await NumbersAsync(host.Host.Holder(own.Id), format, "permits?");
        var asked = await NumbersAsync(host.Host.Holder(own.Id), format, $"permits?concession={other.Id}&");
        var ofAll = await NumbersAsync(host.Host.Inspector, format, "permits?");

        Assert.Equal([mine], ofMine);
        Assert.Empty(asked);
        Assert.Contains(mine, ofAll);
        Assert.Contains(theirs, ofAll);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Host.Anonymous.GetAsync($"permits?format={format}")).StatusCode);
    }

    [Fact]
    public async Task Filters_OfTheList_HoldForTheTable()
    {
        var hunt = await host.HuntAsync();
        var paper = await host.IssuedAsync(hunt, "a", hunt.Request().With("paper", new JsonObject { ["series"] = "AC", ["number"] = hunt.Id }));
        var suspended = await host.IssuedAsync(hunt, "b");
        await host.Authority.PostJsonAsync($"permits/{suspended}/suspension", "{\"reason\":\"inquiry\",\"from\":\"2015-10-08\"}", "s").JsonAsync(HttpStatusCode.Created);
        var mine = $"permits?concession={hunt.Id}&";

        Assert.Equal([paper, suspended], await NumbersAsync(host.Authority, "csv", mine));
        Assert.Equal([suspended], await NumbersAsync(host.Authority, "csv", $"{mine}status=suspended&on=2015-10-08&"));
        Assert.Empty(await NumbersAsync(host.Authority, "csv", $"{mine}year=2014&"));
        Assert.Equal([paper], await NumbersAsync(host.Authority, "xlsx", $"permits?paperNumber=ac-{hunt.Id}&"));
        Assert.Empty(await NumbersAsync(host.Authority, "csv", $"{mine}knownAt=2015-09-01T00:00:00Z&"));
    }

    [Theory]
    [InlineData("permits?format=pdf", "format unknown-value")]
    [InlineData("permits?format=csv&limit=5", "limit table-is-whole")]
    [InlineData("permits?format=csv&format=csv", "format repeated")]
    [InlineData("permits?format=xlsx&status=dead", "status unknown-value")]
    [InlineData("compliance/findings?format=xlsx&limit=5", "limit table-is-whole")]
    [InlineData("compliance/findings?format=html", "format unknown-value")]
    public async Task HostileQuestions_AreRefusedWithTheirName(string route, string fault)
    {
        var problem = await host.Authority.GetAsync(route).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Contains(fault, problem.Errors());
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8")]
    [InlineData("image/png")]
    [InlineData("not a type")]
    public async Task Accept_ThatNamesNoTable_IsTheListAsEver(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "permits?limit=1");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        await host.Authority.SendAsync(request).JsonAsync(HttpStatusCode.OK);
    }

    private static async Task<string[]> NumbersAsync(HttpClient client, string format, string route)
    {
        if (format == "csv") return [.. (await CsvAsync(client, $"{route}format=csv")).Rows.Select(row => row["Permit"])];
        using var book = SpreadsheetDocument.Open(new MemoryStream(await client.GetByteArrayAsync($"{route}format=xlsx")), isEditable: false);
        return [.. book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Skip(1).Select(row => row.Elements<Cell>().First().InnerText)];
    }

    internal static async Task<(IReadOnlyList<Dictionary<string, string>> Rows, HttpResponseMessage Answer)> CsvAsync(HttpClient client, string route)
    {
        var answer = await client.GetAsync(route);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, Encoding.UTF8.GetString(bytes));
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        using var csv = new CsvReader(new StreamReader(new MemoryStream(bytes), Encoding.UTF8), CultureInfo.InvariantCulture);
        await csv.ReadAsync();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (await csv.ReadAsync()) rows.Add(csv.HeaderRecord!.ToDictionary(title => title, title => csv.GetField(title)!, StringComparer.Ordinal));
        return (rows, answer);
    }
}
