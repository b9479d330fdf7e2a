using System.Net;
using ArgaliConcessions.Functions.Spreadsheets;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Tests;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ArgaliConcessions.Functions.Tests.Exports;

/// <summary>Lists of more than one page of the store: whole, or visibly not.</summary>
public sealed class LongListTests(LongRegister register) : IClassFixture<LongRegister>
{
    private LocalHost Host => register.Host;

    [Theory]
    [InlineData("permits", "Permit")]
    [InlineData("compliance/findings", "Permit")]
    public async Task Csv_OfManyPages_IsWholeAndEachRowOnce(string route, string permit)
    {
        var (rows, _) = await ListExportTests.CsvAsync(Host.Authority, $"{route}?format=csv");

        Assert.Equal(LongRegister.PermitsOfOne + 1, rows.Count);
        Assert.Equal(rows.Count, rows.Select(row => row[permit]).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("permits")]
    [InlineData("compliance/findings")]
    public async Task Xlsx_OfManyPages_IsWhole(string route)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(await Host.Auditor.GetByteArrayAsync($"{route}?format=xlsx")), isEditable: false);

        Assert.Equal(LongRegister.PermitsOfOne + 2, book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Count());
    }

    [Fact]
    public async Task Csv_OfFindings_SaysWhatTheListSaysInTheReadersLanguage()
    {
        var (rows, answer) = await ListExportTests.CsvAsync(Host.Auditor, "compliance/findings?format=csv&concession=south&year=2015&lang=ru");

        Assert.Equal("findings-south-2015.csv", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        var row = Assert.Single(rows);
        Assert.Equal(("R01", "out-of-season", "south", "2015/16"), (row["Правило"], row["Код"], row["Концессия"], row["Охотничий год"]));
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", row["Впервые замечено"]);
        Assert.Equal(("2010-01-10", "Order 1"), (row["Дата акта"], row["Номер акта"]));
        Assert.Contains(row["Что обнаружено"], c => c is >= 'а' and <= 'я');
    }

    [Fact]
    public async Task Findings_OfAnother_AreNotInAHoldersTable()
    {
        Assert.Single((await ListExportTests.CsvAsync(Host.Holder("south"), "compliance/findings?format=csv")).Rows);
        Assert.Empty((await ListExportTests.CsvAsync(Host.Holder("another"), "compliance/findings?format=csv")).Rows);
        await Host.Holder("another").GetAsync("compliance/findings?format=csv&concession=south").ProblemAsync(HttpStatusCode.Forbidden, "not-your-concession");
        await Host.Inspector.GetAsync("compliance/findings?format=csv").ProblemAsync(HttpStatusCode.Forbidden, "role-not-allowed");
    }

    [Fact]
    public async Task Fault_BeforeAnythingWasSent_IsAProblem()
    {
        await Host.Authority.GetAsync("permits?limit=1").JsonAsync(HttpStatusCode.OK);
        register.FailAfter(1);
        try
        {
            await Host.Authority.GetAsync("permits?format=csv").ProblemAsync(HttpStatusCode.ServiceUnavailable, "store-unavailable");
        }
        finally
        {
            register.FailAfter(null);
        }
    }

    [Fact]
    public async Task Fault_InTheMiddle_EndsTheTransferWithoutItsEnd()
    {
        await Host.Authority.GetAsync("permits?limit=1").JsonAsync(HttpStatusCode.OK);
        // The directory and the first 500 rows of the ledger.
        register.FailAfter(2);
        try
        {
            using var answer = await Host.Authority.GetAsync("permits?format=csv", HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => answer.Content.ReadAsByteArrayAsync());
        }
        finally
        {
            register.FailAfter(null);
        }
    }
}

/// <summary>A list that is longer than lists may be.</summary>
public sealed class TooLongListTests
{
    [Fact]
    public async Task List_LongerThanTheBound_IsRefusedAndNotCut()
    {
        var host = new LocalHost { Settings = folder => new Dictionary<string, string?>(StoreUnderTest.Settings(folder)) { [$"{ExportOptions.SectionName}:MaxRows"] = "2" } };
        await host.InitializeAsync();
        await SmallRegister.EnterAsync(host.Authority);
        for (var i = 0; i < 3; i++)
        {
            if (i == 2) Assert.Equal(2, (await ListExportTests.CsvAsync(host.Authority, "permits?format=csv")).Rows.Count);
            await SmallRegister.IssueAsync(host.Authority, $"k{i}");
        }

        var problem = await host.Authority.GetAsync("permits?format=csv").ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "list-too-long");
        await host.Authority.GetAsync("permits?format=xlsx").ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "list-too-long");

        Assert.Contains("more than 2 rows", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await host.DisposeAsync();
    }
}
