using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Pages;
using ArgaliConcessions.Functions.Tests.Registry;

namespace ArgaliConcessions.Functions.Tests.Permits;

/// <summary>The field sheet over HTTP. Today is 1 October 2015.</summary>
public sealed class FieldSheetTests(PermitHost host) : IClassFixture<PermitHost>
{
    [Fact]
    public async Task Sheet_AtItsEdges_ShowsWhatOpensWhatIsStoppedAndWhatIsNotOfTheDays()
    {
        var hunt = await host.HuntAsync(animals: 10);
        var (open, early, late) = (await IssueAsync(hunt, "2015-09-20", "2015-10-03"), await IssueAsync(hunt, "2015-09-05", "2015-09-30"), await IssueAsync(hunt, "2015-10-14", "2015-10-20"));
        var (suspended, revoked, after) = (await IssueAsync(hunt, "2015-09-20", "2015-10-10"), await IssueAsync(hunt, "2015-10-02", "2015-10-10"), await IssueAsync(hunt, "2015-10-15", "2015-10-20"));
        var (planned, used) = (await IssueAsync(hunt, "2015-10-02", "2015-10-20"), await IssueAsync(hunt, "2015-09-20", "2015-10-14"));
        await ActAsync(suspended, "suspension", "2015-10-01");
        await ActAsync(revoked, "revocation", "2015-10-01");
        await ActAsync(planned, "suspension", "2015-10-09");
        await host.Authority.PutJsonAsync($"permits/{used}/harvests/h1", hunt.Kill().With("at", "2015-09-25T07:00:00Z").ToJsonString()).JsonAsync(HttpStatusCode.Created);

        var cards = await CardsAsync(host.Host.Inspector, $"fieldsheets/{hunt.Id}?from=2015-10-01&to=2015-10-14");

        Assert.Equal([open, late, planned, suspended, revoked, used], cards.Select(c => c.Element("h3")!.Value));
        Assert.Equal(["issued", "issued", "issued", "suspended", "revoked", "used"], cards.Select(c => c.Attribute("class")!.Value));
        Assert.DoesNotContain(early, cards.Select(c => c.Element("h3")!.Value));
        Assert.DoesNotContain(after, cards.Select(c => c.Element("h3")!.Value));
        Assert.Contains("not before 14 October 2015", cards[1].Value, StringComparison.Ordinal);
        Assert.Contains("from 9 October 2015: suspended", cards[2].Value, StringComparison.Ordinal);
        Assert.Contains("suspended; since 1 October 2015", cards[3].Value, StringComparison.Ordinal);
        Assert.Contains("25 September 2015: killed", cards[5].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_ZoneWithANewVersionWithinTheDays_ShowsBothWithTheirDays()
    {
        var hunt = await host.HuntAsync();
        await host.Authority.PutJsonAsync($"concessions/{hunt.Id}/zones/closed", Bodies.Zone(hunt.Ground.West, hunt.Ground.South - 0.3, 0.1).With("properties/kind", "closed").ToJsonString()).JsonAsync(HttpStatusCode.Created);
        var etag = (await host.Authority.GetAsync($"concessions/{hunt.Id}/zones/south")).Headers.ETag!.Tag;
        await host.Authority.PutJsonAsync($"concessions/{hunt.Id}/zones/south", Bodies.Zone(hunt.Ground.West, hunt.Ground.South, 0.15, "2015-10-08").ToJsonString(), etag).JsonAsync(HttpStatusCode.OK);

        var html = await SheetAsync(host.Host.Inspector, $"fieldsheets/{hunt.Id}?from=2015-10-01&to=2015-10-14");
        var rows = html.Descendants("table").Last().Element("tbody")!.Elements("tr").Select(r => r.Value).ToList();
        var paths = html.Descendants("svg").Single().Elements("path").Where(p => p.Attribute("fill-rule") is not null).ToList();

        Assert.Equal(4, rows.Count);
        Assert.Contains("1 October 2015 to 7 October 2015", rows[2], StringComparison.Ordinal);
        Assert.Contains("8 October 2015 to 14 October 2015", rows[3], StringComparison.Ordinal);
        Assert.Contains("on all of these days", rows[1], StringComparison.Ordinal);
        Assert.Equal(2, paths.Count(p => p.Attribute("stroke-dasharray") is not null));
        Assert.Equal("url(#closed)", Assert.Single(paths, p => p.Attribute("fill")!.Value.StartsWith("url", StringComparison.Ordinal)).Attribute("fill")!.Value);
    }

    [Fact]
    public async Task Sheet_SeasonAndBans_AreThoseOfTheDays()
    {
        var hunt = await host.HuntAsync();
        await host.Authority.PutJsonAsync($"closures/ban-{hunt.Id}", Bodies.Closure("2015-10-05", "2015-10-07").With("names", Bodies.Names("Ban of a week")).With("concessions", new JsonArray(hunt.Id)).ToJsonString())
            .JsonAsync(HttpStatusCode.Created);

        var html = await SheetAsync(host.Host.Inspector, $"fieldsheets/{hunt.Id}?from=2015-10-01&to=2015-10-14&lang=ru");

        Assert.Equal("ru", html.Attribute("lang")!.Value);
        Assert.Contains("с 1 сентября 2015 г. по 15 декабря 2015 г.", html.Value, StringComparison.Ordinal);
        Assert.Contains("Ban of a week (рус.)", Assert.Single(html.Descendants("li")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_IsAFileForWhoMaySeeThePermits()
    {
        var hunt = await host.HuntAsync();
        foreach (var client in new[] { host.Authority, host.Host.Inspector, host.Host.Auditor, host.Host.Holder(hunt.Id) })
        {
            using var answer = await client.GetAsync($"fieldsheets/{hunt.Id}?from=2015-10-01&to=2015-10-02");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Matches($"^\"?fieldsheet-{hunt.Ground.Code}-2015-10-01-2015-10-02-as-of-20151001T[0-9]{{4}}Z.html\"?$", answer.Content.Headers.ContentDisposition.FileName);
        }

        await host.Host.Holder("another").GetAsync($"fieldsheets/{hunt.Id}").ProblemAsync(HttpStatusCode.NotFound, "concession-not-found");
        await host.Authority.GetAsync("fieldsheets/nowhere").ProblemAsync(HttpStatusCode.NotFound, "concession-not-found");
    }

    [Theory]
    [InlineData("from=2015-10-02&to=2015-10-01", "to range-ends-before-it-begins")]
    [InlineData("from=2015-10-01&to=2016-10-01", "to period-too-long")]
    [InlineData("from=tomorrow", "from bad-date")]
    public async Task Sheet_OfDaysThatAreNone_IsRefused(string query, string fault)
    {
        var problem = await host.Authority.GetAsync($"fieldsheets/anything?{query}").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal([fault], problem.Errors());
    }

    [Theory]
    [InlineData("", "1 October 2015 to 14 October 2015")]
    [InlineData("?from=2015-11-01", "1 November 2015 to 14 November 2015")]
    [InlineData("?to=2015-10-05", "1 October 2015 to 5 October 2015")]
    [InlineData("?to=2015-09-05", "5 September 2015")]
    [InlineData("?from=2015-10-01&to=2016-09-30", "1 October 2015 to 30 September 2016")]
    public async Task Sheet_WithoutDays_IsOfTwoWeeksFromToday(string query, string days)
    {
        var hunt = await host.HuntAsync();
        var html = await SheetAsync(host.Authority, $"fieldsheets/{hunt.Id}{query}");

        Assert.Equal(days, html.Descendants("p").Single(p => p.Attribute("class")?.Value == "days").Value);
    }

    private async Task<string> IssueAsync(Hunt hunt, string from, string to)
    {
        var ranges = new JsonArray(new JsonObject { ["from"] = from, ["to"] = to });
        return await host.IssuedAsync(hunt, $"{hunt.Id}-{from}-{to}", hunt.Request().With("ranges", ranges).With("hunter/documentNumber", $"C{Guid.NewGuid():N}"));
    }

    private Task ActAsync(string permit, string act, string from) =>
        host.Authority.PostJsonAsync($"permits/{permit}/{act}", new JsonObject { ["reason"] = "As ordered.", ["from"] = from }.ToJsonString(), $"{permit}-{act}").JsonAsync(HttpStatusCode.Created);

    private static async Task<List<XElement>> CardsAsync(HttpClient client, string route) => [.. (await SheetAsync(client, route)).Descendants("article")];

    private static async Task<XElement> SheetAsync(HttpClient client, string route)
    {
        using var answer = await client.GetAsync(route);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, page);
        Papers.AssertSelfContained(page);
        return Papers.Parse(page);
    }
}
