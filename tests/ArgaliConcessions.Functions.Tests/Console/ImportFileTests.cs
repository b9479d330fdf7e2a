using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Spreadsheets;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Imports;
using ArgaliConcessions.Tests.Workbooks;
using ArgaliConcessions.Tests.ZoneFiles;
using NodaTime;

namespace ArgaliConcessions.Functions.Tests.Console;

/// <summary>Files as authorities have them, on their way into the register by the console: shapefiles, workbooks, lists of the register.</summary>
public sealed partial class ImportFileTests(ConsoleHost console) : IClassFixture<ConsoleHost>
{
    private const string Imports = "console/imports";
    private const string Map = "zone:UCHASTOK,names.ru:UCHASTOK";
    private const string Set = "concession:north,kind:hunting,validFrom:2015-01-01,basis.title:Order on the hunt, with annex,basis.number:7,basis.publishedOn:2014-12-01";
    private const string ConcessionHeader = "concession,code,nameEn,region,tenureFrom,tenureTo,basisTitle,basisNumber,basisPublishedOn,holder,holderEn,holderFrom\n";

    [Fact]
    public async Task Shapefile_OfAnOldDatumWithRussianNames_IsRecordedWhereAndAsThePageSays()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        // The corner is a control point: PROJ has EPSG:28413 13368657.12 4230111.98 at 73.500139098 38.193637981 in WGS 84.
        var zip = new ShapefileBuilder { Attributes = ShapefileBuilder.Cp1251, Prj = Wkt.Zone13 }.Square(13_368_657.12, 4_230_111.98, 5_000, ("UCHASTOK", "Щучья долина"), ("REMARK", "x")).Zip();

        var unsaid = await TextAsync(client, await HandInAsync(client, "zones", zip));
        Assert.Contains("This file cannot be imported", unsaid, StringComparison.Ordinal);
        Assert.Contains("UCHASTOK, REMARK", unsaid, StringComparison.Ordinal);
        var address = await HandInAsync(client, "zones", zip, ("map", Map), ("set", Set), ("ids", "fromNames"));
        var before = await StorePrint.OfAsync(console.Host);
        var trial = await TextAsync(client, address);
        Assert.Equal(before, await StorePrint.OfAsync(console.Host));

        Assert.Contains("shapefile, Pulkovo 1942 / Gauss-Kruger zone 13", trial, StringComparison.Ordinal);
        Assert.Contains("UCHASTOK → zone", trial, StringComparison.Ordinal);
        Assert.Contains("<td>REMARK</td>", trial, StringComparison.Ordinal);
        Assert.Contains("They were read as cp1251", trial, StringComparison.Ordinal);
        Assert.Contains("25,-141,-78.5,0,0.35,0.736,0", trial, StringComparison.Ordinal);
        Assert.Contains("north/shchuchya-dolina: New, version 1", trial, StringComparison.Ordinal);
        await ImportTwiceAsync(client, address);

        var zone = await console.Host.Authority.GetAsync("concessions/north/zones/shchuchya-dolina").JsonAsync(HttpStatusCode.OK);
        var properties = zone.GetProperty("properties");
        Assert.Equal((1, "Щучья долина"), (properties.GetProperty("version").GetInt32(), properties.GetProperty("names").GetProperty("ru").GetString()));
        Assert.Equal("EPSG:28413", properties.GetProperty("source").GetProperty("referenceSystem").GetString());
        var corner = zone.GetProperty("geometry").GetProperty("coordinates")[0].EnumerateArray().MinBy(p => p[0].GetDouble() + p[1].GetDouble());
        Assert.Equal(73.500139098, corner[0].GetDouble(), 2e-7);
        Assert.Equal(38.193637981, corner[1].GetDouble(), 2e-7);
    }

    [Fact]
    public async Task Shapefile_WithoutASystemOrInAnotherThanItSays_IsToldOnThePage()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        byte[] Zip(string? prj) => new ShapefileBuilder { Prj = prj }.Square(13_368_657.12, 4_230_111.98, 5_000, ("UCHASTOK", "low")).Zip();
        (string, string)[] said = [("map", Map), ("set", Set)];

        Assert.Contains("The zip has no .prj", await TextAsync(client, await HandInAsync(client, "zones", Zip(null), said)), StringComparison.Ordinal);
        Assert.Contains("they look like Gauss-Krüger zone 13", await TextAsync(client, await HandInAsync(client, "zones", Zip(Wkt.Wgs84), said)), StringComparison.Ordinal);
        var told = await TextAsync(client, await HandInAsync(client, "zones", Zip(null), [.. said, ("crs", "EPSG:28413")]));
        Assert.Contains("north/low: New, version 1", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zones")]
    [InlineData("permits")]
    [InlineData("concessions")]
    public async Task File_OfAnotherKindOrBroken_IsAPageThatSaysSo(string kind)
    {
        using var client = await console.SignedInAsync(Role.Authority);
        byte[][] files = [[0], "PK"u8.ToArray(), [0xFF, 0xFE, 0x00], "<kml"u8.ToArray(), "{\"a\":\"\\ud800\"}"u8.ToArray(), ShapefileBuilder.ZipOf(("../a.shp", [1])), OtherBook()];
        foreach (var file in files)
        {
            var address = await HandInAsync(client, kind, file, kind == "zones" ? [] : [("source", "office")]);
            Assert.Contains("This file cannot be imported", await TextAsync(client, address), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Template_FilledInWithFaults_ComesBackAsAWorkbookAndThenGoesIn()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var choose = await TextAsync(client, $"{Imports}/permits");
        using var template = await client.GetAsync(Assert.Single(Links(choose, "console/templates/permits")));
        Assert.Equal(WorkbookWriter.MediaType, template.Content.Headers.ContentType!.MediaType);
        var titles = ReadBook.Of(await template.Content.ReadAsByteArrayAsync()).Sheets.Values.First()[0].Values.Select(c => c.Text).ToArray();
        Assert.Equal(PermitColumns.All.Columns.Length, titles.Length);

        var faulty = await HandInAsync(client, "permits", Filled(titles, "not a day"), ("source", "template"));
        var page = await TextAsync(client, faulty);
        Assert.Contains("<td>Permits · 2</td>", page, StringComparison.Ordinal);
        using var results = await client.GetAsync(Assert.Single(Links(page, "console/results/permits/")));
        Assert.Equal(WorkbookWriter.MediaType, results.Content.Headers.ContentType!.MediaType);
        var book = ReadBook.Of(await results.Content.ReadAsByteArrayAsync());
        Assert.Equal("2", Assert.Single(book.Column("Faults", "Row of the file")));
        Assert.Contains("not a day is not a date", Assert.Single(book.Column("List as sent", "What is wrong")), StringComparison.Ordinal);

        var sound = await HandInAsync(client, "permits", Filled(titles, new LocalDate(2014, 10, 1)), ("source", "template"));
        Assert.Contains("<th scope=\"row\">Added</th><td>1</td>", await TextAsync(client, sound), StringComparison.Ordinal);
        using var answer = await client.PostAsync(sound, await client.FormAsync(sound, sound));
        await client.UntilAsync(answer.Headers.Location!.ToString()["/api/".Length..], "Imported.");
        var found = await console.Host.Authority.GetAsync("permits?paperNumber=T-0042").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(1, found.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task ListOfConcessions_ThatSaysOtherwise_ChangesThemOnlyWhenTold()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var first = await HandInAsync(client, "concessions", Concessions("West ground"), ("source", "ministry"));
        Assert.Contains("concessions/west: ", await TextAsync(client, first), StringComparison.Ordinal);
        await ImportTwiceAsync(client, first);

        var refused = await TextAsync(client, await HandInAsync(client, "concessions", Concessions("West valley"), ("source", "ministry")));
        Assert.Contains("This file cannot be imported: 1 fault.", refused, StringComparison.Ordinal);
        Assert.Contains("<td>West valley</td><td>Recorded otherwise already: nameEn is “West ground”.", refused, StringComparison.Ordinal);
        Assert.Equal("West ground", await NameAsync());
        var told = await HandInAsync(client, "concessions", Concessions("West valley"), ("source", "ministry"), ("update", "true"));
        Assert.Contains("West ground → West valley", await TextAsync(client, told), StringComparison.Ordinal);
        Assert.Equal("West ground", await NameAsync());
        await ImportTwiceAsync(client, told);
        Assert.Equal("West valley", await NameAsync());

        async Task<string?> NameAsync() => (await console.Host.Authority.GetAsync("concessions/west").JsonAsync(HttpStatusCode.OK)).GetProperty("names").GetProperty("en").GetString();
    }

    [Fact]
    public async Task Lists_WhereAnIdAndAnotherCodeAreTheSameDigits_AreReadByTheId()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        foreach (var (id, code) in new[] { ("4711", "FIRST"), ("second", "4711") })
        {
            await console.Host.Authority.PutJsonAsync($"concessions/{id}", SmallRegister.Concession.Replace("\"NOR\"", $"\"{code}\"", StringComparison.Ordinal)).JsonAsync(HttpStatusCode.Created);
        }

        const string seasons = "concession,season,taxon,from,to,validFrom,basisTitle,basisNumber,basisPublishedOn\n";
        var page = await TextAsync(client, await HandInAsync(client, "seasons", Encoding.UTF8.GetBytes(seasons + "4711,autumn,polii,01.09,15.12,2014-01-01,Order,7,2013-12-01\n"), ("source", "digits")));
        Assert.Contains("concessions/4711/seasons/autumn", page, StringComparison.Ordinal);
        var permits = await TextAsync(client, await HandInAsync(
            client, "permits", "concession,year,taxon,number,from,to,hunter\n4711,2014,polii,D-1,2014-10-01,2014-10-14,John Doe\n"u8.ToArray(), ("source", "digits")));
        Assert.Contains("<th scope=\"row\">Added</th><td>1</td>", permits, StringComparison.Ordinal);
    }

    /// <summary>The word to import, given twice: the second time nothing more is done.</summary>
    private static async Task ImportTwiceAsync(ConsoleClient client, string address)
    {
        for (var time = 0; time < 2; time++)
        {
            using var answer = await client.PostAsync(address, await client.FormAsync($"{Imports}/zones", $"{Imports}/zones"));
            var page = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.OK && page.Contains("Imported.", StringComparison.Ordinal), page);
        }
    }

    private static byte[] Concessions(string name) => Encoding.UTF8.GetBytes(ConcessionHeader + $"west,WST,{name},gbao,2014-01-01,2024-12-31,Order on the hunt,12,2013-12-01,firm,Firm,2014-01-01\n");

    private static byte[] Filled(IReadOnlyList<string> titles, object from)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["concession"] = "NOR", ["year"] = 2014, ["taxon"] = "polii", ["number"] = "T-0042", ["from"] = from, ["to"] = new LocalDate(2014, 10, 14), ["hunter"] = "John Doe",
        };
        var book = new TestWorkbook();
        book.Sheet("Permits").Row([.. titles]).Row([.. titles.Select(title => values.GetValueOrDefault(title.TrimEnd(' ', '*')))]);
        return book.Bytes();
    }

    /// <summary>A page as it is read: letters that its source writes as numbers are themselves.</summary>
    private static async Task<string> TextAsync(ConsoleClient client, string route) => WebUtility.HtmlDecode(await client.PageAsync(route));

    private static byte[] OtherBook()
    {
        var book = new TestWorkbook();
        book.Sheet("Other").Row("what", "ever").Row(1, 2);
        return book.Bytes();
    }

    private static IEnumerable<string> Links(string page, string route) =>
        Href().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Where(link => link.StartsWith($"/api/{route}", StringComparison.Ordinal));

    /// <summary>Hands a file in with what is said of it; the address of its trial.</summary>
    private static async Task<string> HandInAsync(ConsoleClient client, string kind, byte[] file, params (string Name, string Value)[] said)
    {
        using var parts = new MultipartFormDataContent();
        foreach (var (name, value) in await client.FormAsync($"{Imports}/{kind}", $"{Imports}/{kind}", said)) parts.Add(new StringContent(value), $"\"{name}\"");
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        parts.Add(content, "\"file\"", "\"file.bin\"");
        using var answer = await client.PostAsync($"{Imports}/{kind}", parts);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString()["/api/".Length..];
    }

    [GeneratedRegex("<a href=\"([^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Href();
}
