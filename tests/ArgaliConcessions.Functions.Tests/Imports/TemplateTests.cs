using System.Net;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Wording;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Tests.Imports;

/// <summary>Workbooks to fill in: what they give is taken back filled in, in every language.</summary>
public sealed class TemplateTests(ImportHost host) : IClassFixture<ImportHost>
{
    private static readonly Dictionary<string, string> Permit = new(StringComparer.Ordinal)
    {
        ["concession"] = "NOR", ["year"] = "2014", ["taxon"] = "polii", ["sex"] = "male", ["number"] = "0042", ["from"] = "2014-10-01", ["to"] = "2014-10-14",
        ["hunter"] = "John Doe", ["document"] = "0123", ["issuedOn"] = "01.09.2014", ["status"] = "issued", ["zones"] = "valley",
    };

    private static readonly Dictionary<string, string> Harvest = new(StringComparer.Ordinal)
    {
        ["concession"] = "NOR", ["year"] = "2014", ["number"] = "0042", ["on"] = "2014-10-05", ["time"] = "06:30", ["lon"] = "73.1", ["lat"] = "38,1", ["outcome"] = "killed",
    };

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task Template_FilledIn_IsTakenIn(string language)
    {
        var source = $"template-{language}";
        var (_, permits) = await host.ImportAsync($"imports/permits?source={source}", await FilledAsync("permits", language, Permit, prefix: $"T{language}"));
        Assert.Equal(1, permits.GetProperty("changes").GetProperty("added").GetInt32());
        var (_, harvests) = await host.ImportAsync($"imports/harvests?source={source}", await FilledAsync("harvests", language, Harvest, prefix: $"T{language}"));
        Assert.Equal(1, harvests.GetProperty("changes").GetProperty("added").GetInt32());
    }

    [Fact]
    public async Task Template_OfEveryKindAndLanguage_IsReadFromItsListNotFromItsExplanations()
    {
        foreach (var kind in host.Host.Services.GetRequiredService<ListKinds>().All)
        {
            foreach (var language in new[] { "en", "ru" })
            {
                var bytes = await FilledAsync(kind.Name, language, new(StringComparer.Ordinal) { ["concession"] = "NOR", ["number"] = "1" }, prefix: "");
                var report = await host.SendAsync($"imports/{kind.Name}?source=sheets&dryRun=true", bytes).JsonAsync(HttpStatusCode.OK);
                var template = await ReadBook.OfAsync(host.Authority.GetAsync($"imports/templates/{kind.Name}?lang={language}"));
                Assert.True(report.TryGetProperty("sheet", out var sheet) && sheet.GetString() == template.Sheets.Keys.First(), report.GetRawText());
            }
        }
    }

    [Fact]
    public async Task Template_AsItIs_HasNoRows()
    {
        var bytes = await (await host.Authority.GetAsync("imports/templates/permits")).Content.ReadAsByteArrayAsync();
        var report = await host.SendAsync("imports/permits?source=empty&dryRun=true", bytes).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("list-empty-file", Assert.Single(report.GetProperty("faults").EnumerateArray()).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("en", "number *", "required")]
    [InlineData("ru", "Номер *", "Обязателен")]
    public async Task Template_OfPermits_ExplainsEveryColumn(string language, string number, string required)
    {
        var book = await ReadBook.OfAsync(host.Authority.GetAsync($"imports/templates/permits?lang={language}"));

        Assert.Equal(2, book.Sheets.Count);
        var (list, explained) = (book.Sheets.Values.First(), book.Sheets.Values.Last());
        Assert.Equal(PermitColumns.All.Columns.Length, list[0].Count);
        Assert.Contains(number, list[0].Values.Select(c => c.Text));
        Assert.Equal(PermitColumns.All.Columns.Select(c => c.Name), explained.Skip(1).Select(r => r["B"].Text));
        Assert.All(explained, r => Assert.True(r.ContainsKey("G") && r["G"].Text.Length > 0));
        Assert.Contains(explained[0].Values, c => c.Text.Equals(required, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Template_TextColumns_KeepWhatIsTyped()
    {
        var bytes = await (await host.Authority.GetAsync("imports/templates/permits")).Content.ReadAsByteArrayAsync();
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.First(p => p.Worksheet!.Descendants<Row>().Count() == 1).Worksheet!;
        var styles = sheet.Descendants<Column>().Select(c => c.Style!.Value).ToList();
        var formats = document.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().Select(f => f.NumberFormatId!.Value).ToList();
        var names = PermitColumns.All.Columns.Select(c => c.Name).ToList();
        Assert.Equal(49u, formats[(int)styles[names.IndexOf("document")]]);
        Assert.Equal(164u, formats[(int)styles[names.IndexOf("from")]]);
        Assert.Equal(0u, formats[(int)styles[names.IndexOf("animals")]]);
        Assert.Contains(sheet.Descendants<DataValidation>(), v => v.Formula1!.Text == "\"male,female,any,unknown\"");
    }

    [Fact]
    public void Kinds_AllOfThem_HaveANameAndExplainEveryColumnInEveryLanguage()
    {
        var kinds = host.Host.Services.GetRequiredService<ListKinds>().All;
        Assert.Contains("permits", kinds.Select(k => k.Name));
        var keys = kinds.SelectMany(k => k.Columns.Columns.Select(c => $"column.{k.Name}.{c.Name}").Append($"list.{k.Name}"));
        Assert.Equal([], keys.SelectMany(key => Language.All.Where(l => !Texts.For(l).Has(key)).Select(l => $"{l} {key}")));
    }

    [Fact]
    public void Kinds_EveryExample_FitsItsColumn() => Assert.All(
        host.Host.Services.GetRequiredService<ListKinds>().All.SelectMany(k => k.Columns.Columns).Where(c => c.Words.Length > 0 && c.Example.Length > 0),
        c => Assert.Contains(c.Words, w => w.Contains(c.Example)));

    [Fact]
    public async Task Template_OfAnotherList_IsNotFound() => await host.Authority.GetAsync("imports/templates/unicorns").ProblemAsync(HttpStatusCode.NotFound, "list-not-found");

    /// <summary>The template as a clerk sends it back: one row, under the headers that it came with.</summary>
    private async Task<byte[]> FilledAsync(string list, string language, Dictionary<string, string> cells, string prefix)
    {
        var book = await ReadBook.OfAsync(host.Authority.GetAsync($"imports/templates/{list}?lang={language}"));
        var names = book.Sheets.Values.Last().Skip(1).Select(r => r["B"].Text).ToList();
        using var stream = new MemoryStream();
        stream.Write(book.Bytes);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var first = document.WorkbookPart!.Workbook!.Descendants<Sheet>().First().Id!.Value!;
            var data = ((WorksheetPart)document.WorkbookPart.GetPartById(first)).Worksheet!.Descendants<SheetData>().Single();
            data.Append(new Row(names.Select(n => Cell(n == "number" ? prefix + cells[n] : cells.GetValueOrDefault(n, "")))) { RowIndex = 2 });
        }

        return stream.ToArray();
    }

    private static Cell Cell(string text) => new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };
}
