using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Host.Azure.Tests.Hosting;
using ArgaliConcessions.Host.Azure.Tests.Protocol;
using Xunit.Abstractions;

namespace ArgaliConcessions.Host.Azure.Tests;

/// <summary>The register through the worker, on its store.</summary>
[Collection(WorkerCollection.Name)]
[Trait("Category", "Azurite")]
public sealed class RegisterTests(WorkerFixture worker, ITestOutputHelper output) : HostTests(worker, output)
{
    private const string Basis = """{"title":"Order on the hunt","number":"12","publishedOn":"2014-07-01"}""";

    internal const string Authority = $$"""
        {"names":{"en":"Demo authority"},"country":"TJ","timeZone":"Asia/Dushanbe",
         "taxa":[{"id":"polii","names":{"en":"Marco Polo sheep"},"scientific":"Ovis ammon polii"}],
         "settings":{"gapInPermit":"notice","harvestReportDays":10,"zoneToleranceMetres":50},"basis":{{Basis}} }
        """;

    [AzuriteFact]
    public async Task Health_StoreThere_IsOk()
    {
        using var answer = await Host.Client().GetAsync("health");

        Assert.True((await JsonAsync(answer, HttpStatusCode.OK)).GetProperty("store").GetProperty("ok").GetBoolean());
    }

    [AzuriteFact]
    public async Task Year_WrittenAndChanged_IsHeldToItsTag()
    {
        var client = await RegisterAsync();
        using var made = await PutAsync(client, "years/2014", Year("2014/15"));
        var tag = made.Headers.ETag!.ToString();
        using var stale = await PutAsync(client, "years/2014", Year("other"), "\"0.0\"");
        using var blind = await PutAsync(client, "years/2014", Year("other"));
        using var changed = await PutAsync(client, "years/2014", Year("2014-2015"), tag);
        using var read = await client.GetAsync("years/2014");

        Assert.True(made.IsSuccessStatusCode);
        Assert.Equal((HttpStatusCode)412, stale.StatusCode);
        Assert.Equal((HttpStatusCode)428, blind.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal("2014-2015", (await JsonAsync(read, HttpStatusCode.OK)).GetProperty("label").GetString());
        Assert.Equal(changed.Headers.ETag, read.Headers.ETag);
        Assert.NotEqual(tag, read.Headers.ETag!.ToString());
    }

    [AzuriteFact]
    public async Task Year_AskedWithItsTag_IsNotSentAgain()
    {
        var client = await RegisterAsync();
        await PutAsync(client, "years/2020", Year("2020/21", 2020));
        var tag = (await client.GetAsync("years/2020")).Headers.ETag!;
        client.DefaultRequestHeaders.IfNoneMatch.Add(tag);
        using var again = await client.GetAsync("years/2020");

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    [AzuriteFact]
    public async Task Sweep_AskedForAndRunByTheTimer_IsReportedAsAPage()
    {
        var client = await RegisterAsync();
        using var asked = await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "compliance/runs") { Content = Json("{}"), Headers = { { "Idempotency-Key", "sweep-1" } } });
        Assert.True(asked.StatusCode == HttpStatusCode.Accepted, await asked.Content.ReadAsStringAsync());
        Assert.Equal(StatusResult.Types.Status.Success, (await Host.FireTimerAsync("RunJobs")).Result.Status);
        using var run = await client.GetAsync(asked.Headers.Location);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var report = await client.GetAsync("compliance/reports/latest");

        Assert.Equal("complete", (await JsonAsync(run, HttpStatusCode.OK)).GetProperty("state").GetString());
        var page = await report.Content.ReadAsStringAsync();
        Assert.True(report.Content.Headers.ContentType?.MediaType == "text/html", page);
        Assert.EndsWith("</html>", page.TrimEnd(), StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task Requests_SideBySide_EachGetTheirOwnAnswer()
    {
        var client = await RegisterAsync();
        var years = Enumerable.Range(2030, 16).ToArray();
        foreach (var year in years) Assert.True((await PutAsync(client, $"years/{year}", Year($"label of {year}", year))).IsSuccessStatusCode);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(async i =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"years/{years[i % years.Length]}");
            request.Headers.Add("X-Request-Id", $"request-{i}");
            using var answer = await client.SendAsync(request);
            return (answer.StatusCode, answer.Headers.GetValues("X-Request-Id").Single(), Label: JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("label").GetString());
        }));

        Assert.Equal(Enumerable.Range(0, 64).Select(i => (HttpStatusCode.OK, $"request-{i}", (string?)$"label of {years[i % years.Length]}")), answers);
        Assert.All((await Host.InvocationsAsync()).TakeLast(64), i => Assert.Equal(StatusResult.Types.Status.Success, i.Response.Result.Status));
    }

    private static string Year(string label, int year = 2014) =>
        $$"""{"from":"{{year}}-08-01","to":"{{year + 1}}-07-31","label":"{{label}}","sealed":false,"basis":{{Basis}} }""";

    /// <summary>The authority's client, once the authority is registered; to register the same twice changes nothing.</summary>
    private async Task<HttpClient> RegisterAsync()
    {
        var client = Host.Client(Role.Authority);
        using var answer = await PutAsync(client, "authority", Authority);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return client;
    }
}
