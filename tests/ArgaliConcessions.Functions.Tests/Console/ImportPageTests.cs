using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Tests.Console;

/// <summary>Files on their way into the register by the console.</summary>
public sealed class ImportPageTests(ConsoleHost console) : IClassFixture<ConsoleHost>
{
    private const string Imports = "console/imports";
    private const string Header = "concession,year,line,taxon,sex,number,from,to,zones,hunter,issuedOn,issuedBy\n";

    private static readonly string Zones = $$"""{"type":"FeatureCollection","features":[{{SmallRegister.Zone
        .Replace("\"properties\":{", "\"properties\":{\"concession\":\"north\",\"zone\":\"ridge\",", StringComparison.Ordinal).Replace("[73.0,38.0],[73.2,38.0],[73.2,38.2],[73.0,38.2],[73.0,38.0]", "[73.3,38.0],[73.4,38.0],[73.4,38.1],[73.3,38.1],[73.3,38.0]", StringComparison.Ordinal)}}]}""";

    [Fact]
    public async Task List_WithAFault_IsToldByRowAndColumnAndCannotBeImported()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var address = await HandInAsync(client, "permits", Header + Row("0101") + "NOR,2014,rams,polii,male,0102,not a day,2014-10-30,valley,John Smith,2014-09-15,Clerk One\n");
        var before = await StorePrint.OfAsync(console.Host);
        var page = await client.PageAsync(address);

        Assert.Contains("This file cannot be imported: 1 fault.", page, StringComparison.Ordinal);
        Assert.Contains("<td>3</td><td>G &#183; from</td><td>not a day</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Import it", page, StringComparison.Ordinal);
        var results = address.Replace("/imports/", "/results/", StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/api/{results}\">", page, StringComparison.Ordinal);
        using var workbook = await client.GetAsync(results);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.Content.Headers.ContentType?.MediaType);
        // Even by a form that the page does not show.
        using var forced = await client.PostAsync(address, await client.FormAsync($"{Imports}/permits", $"{Imports}/permits"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.StatusCode);
        Assert.Equal(before, await StorePrint.OfAsync(console.Host));
    }

    [Fact]
    public async Task List_ThatIsSound_IsTriedWithoutATraceThenImportedOnce()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var address = await HandInAsync(client, "permits", Header + Row("0201") + Row("0202"));
        var before = await StorePrint.OfAsync(console.Host);
        var page = await client.PageAsync(address);
        Assert.Contains("<th scope=\"row\">Added</th><td>2</td>", page, StringComparison.Ordinal);
        Assert.Equal(before, await StorePrint.OfAsync(console.Host));

        var jobs = new List<string>();
        for (var time = 0; time < 2; time++)
        {
            // Not the same form, but the same file.
            using var answer = await client.PostAsync(address, await client.FormAsync(address, address));
            jobs.Add(answer.Headers.Location!.ToString()["/api/".Length..]);
        }

        var job = Assert.Single(jobs.Distinct(StringComparer.Ordinal));
        var end = await client.UntilAsync(job, "Imported.");
        Assert.Contains("<th scope=\"row\">Added</th><td>2</td>", end, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Unchanged</th><td>2</td>", await client.PageAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_OfAPermitThatIsNotThere_AreToldByRow()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var page = await client.PageAsync(await HandInAsync(client, "harvests", "number,concession,year,on,outcome\n9999,NOR,2014,2014-10-05,killed\n"));
        Assert.Contains("This file cannot be imported: 1 fault.", page, StringComparison.Ordinal);
        Assert.Contains("<td>2</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zones_WithAFaultThenRight_AreImported()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var bad = await client.PageAsync(await HandInAsync(client, "zones", Zones.Replace("\"kind\":\"hunting\"", "\"kind\":\"grazing\"", StringComparison.Ordinal)));
        Assert.Contains("<td>1</td><td>properties/kind</td>", bad, StringComparison.Ordinal);
        Assert.Contains("This file cannot be imported", await client.PageAsync(await HandInAsync(client, "zones", "{\"type\":")), StringComparison.Ordinal);

        var address = await HandInAsync(client, "zones", Zones);
        Assert.Contains("north/ridge: New, version 1", await client.PageAsync(address), StringComparison.Ordinal);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var answer = await client.PostAsync(address, await client.FormAsync(address, address));
            Assert.Contains("Imported.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(1, (await console.Host.Authority.GetAsync("concessions/north/zones/ridge").JsonAsync(HttpStatusCode.OK)).GetProperty("properties").GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("permits", "office", null, "f-file")]
    [InlineData("permits", "office", "", "f-file")]
    [InlineData("permits", "", "a,b", "f-source")]
    [InlineData("permits", "sssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss", "a,b", "f-source")]
    public async Task File_ThatIsNone_IsToldBesideItsFieldAndNothingIsKept(string kind, string source, string? text, string field)
    {
        using var client = await console.SignedInAsync(Role.Authority);
        var form = await client.FormAsync($"{Imports}/{kind}", $"{Imports}/{kind}");
        var before = await StorePrint.OfAsync(console.Host);
        using var answer = await client.PostAsync($"{Imports}/{kind}", Parts(form, source, text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"<a href=\"#{field}\">", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await StorePrint.OfAsync(console.Host));
    }

    [Fact]
    public async Task HeldFile_OfAnotherPersonKindOrTime_IsNotThere()
    {
        var host = new ConsoleHost();
        await host.InitializeAsync();
        try
        {
            using var client = await host.SignedInAsync(Role.Authority);
            var address = await HandInAsync(client, "permits", Header + Row("0301"));
            var id = address.Split('/')[^1];
            await client.PageAsync($"{Imports}/harvests/{id}", HttpStatusCode.NotFound);
            await client.PageAsync($"{Imports}/permits/none", HttpStatusCode.NotFound);
            await client.PageAsync($"{Imports}/permits/A%2FB", HttpStatusCode.NotFound);
            await client.PageAsync($"{Imports}/elsewhere", HttpStatusCode.NotFound);
            Assert.True(await IsKeptAsync(host, id));

            host.Host.Clock.Advance(TimeSpan.FromMinutes(61));
            await client.PageAsync(address, HttpStatusCode.NotFound);
            host.Host.Clock.Advance(TimeSpan.FromMinutes(10));
            await host.Host.RunTimerAsync("Settle");
            Assert.False(await IsKeptAsync(host, id));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Upload_ByAForgedForm_IsRefusedAndNothingIsKept()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        using var other = await console.SignedInAsync(Role.Authority);
        var form = await other.FormAsync($"{Imports}/permits", $"{Imports}/permits");
        var before = await StorePrint.OfAsync(console.Host);
        using var answer = await client.PostAsync($"{Imports}/permits", Parts(form, "office", Header));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(before, await StorePrint.OfAsync(console.Host));
    }

    private static string Row(string number) => $"NOR,2014,rams,polii,male,{number},2014-10-01,2014-10-14,valley,John Smith {number},2014-09-15,Clerk One\n";

    private static async Task<string> HandInAsync(ConsoleClient client, string kind, string text)
    {
        using var answer = await client.PostAsync($"{Imports}/{kind}", Parts(await client.FormAsync($"{Imports}/{kind}", $"{Imports}/{kind}"), "office", text));
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString()["/api/".Length..];
    }

    private static MultipartFormDataContent Parts(Dictionary<string, string> form, string source, string? text)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in form) parts.Add(new StringContent(value), $"\"{name}\"");
        parts.Add(new StringContent(source), "\"source\"");
        if (text is null) return parts;
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        parts.Add(file, "\"file\"", "\"list.csv\"");
        return parts;
    }

    /// <summary>Whether anything of a held file is in the store: its bytes, or what it is.</summary>
    private static async Task<bool> IsKeptAsync(ConsoleHost host, string id)
    {
        var rows = await host.Host.Services.GetRequiredService<IRecordStore>().ListAsync($"job/{id}", RowRange.All, CancellationToken.None).ToListAsync();
        return rows.Exists(r => r.Key.Row == "held" || r.Key.Row.StartsWith("i/", StringComparison.Ordinal));
    }
}
