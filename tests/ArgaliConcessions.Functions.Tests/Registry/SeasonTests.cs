using System.Net;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Registry;

public sealed class SeasonTests(RegistryHost registry) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task Put_Windows_ComeBackAsTheyWere()
    {
        var ground = await registry.ConcessionAsync();

        var (body, etag) = await registry.DoneAsync(
            $"{ground.Route}/seasons/polii", Bodies.Season("2010-01-01", ("--09-01", "--12-15"), ("2015-02-01", "2015-03-01")), HttpStatusCode.Created);

        Assert.Equal("\"1.1\"", etag);
        Assert.Equal("""[{"from":"--09-01","to":"--12-15"},{"from":"2015-02-01","to":"2015-03-01"}]""", body.GetProperty("windows").GetRawText());
        Assert.False(body.TryGetProperty("zones", out _));
        var again = JsonNode.Parse(body.GetRawText())!.AsObject();
        await registry.DoneAsync($"{ground.Route}/seasons/polii", again, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Put_ManyFaults_NamesEachField()
    {
        var ground = await registry.ConcessionAsync();
        var body = Bodies.Season("2010-01-01", ("--02-29", "--03-31"), ("--09-01", "--12-15"), ("--12-01", "--01-31"), ("2015-03-01", "2015-02-01"))
            .With("taxon", "yeti").With("zones", new JsonArray("nowhere")).With("validTo", "2009-12-31");

        var problem = await registry.PutAsync($"{ground.Route}/seasons/s", body).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(
            [
                "/taxon taxon-unknown", "/validTo ends-before-it-begins", "/windows/0/from window-begins-29-february", "/windows/2 windows-overlap",
                "/windows/3/to ends-before-it-begins", "/zones/0 zone-unknown",
            ],
            problem.Errors().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("--13-01", "--12-01", "/windows/0/from bad-window")]
    [InlineData("--09-01", "2015-12-01", "/windows/0/to mixed-window")]
    [InlineData("soon", "later", "/windows/0/from bad-window;/windows/0/to bad-window")]
    public async Task Put_UnreadableWindow_SaysWhich(string from, string to, string expected)
    {
        var ground = await registry.ConcessionAsync();

        var problem = await registry.PutAsync($"{ground.Route}/seasons/s", Bodies.Season("2010-01-01", (from, to))).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(expected.Split(';'), problem.Errors());
    }

    [Fact]
    public async Task Put_EmptyZoneList_IsNotTakenForAll()
    {
        var ground = await registry.ConcessionAsync();

        var problem = await registry.PutAsync($"{ground.Route}/seasons/s", Bodies.Season().With("zones", new JsonArray())).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(["/zones too-few"], problem.Errors());
    }

    [Fact]
    public async Task Put_NextYearsSeason_EndsTheRunningOneTheDayBefore()
    {
        var ground = await registry.ConcessionAsync();
        var route = $"{ground.Route}/seasons/polii";
        await registry.DoneAsync(route, Bodies.Season(), HttpStatusCode.Created);
        await registry.DoneAsync(route, Bodies.Season("2015-01-28", ("--09-01", "--03-01")), HttpStatusCode.OK, "\"1.1\"");

        var before = await registry.Authority.GetAsync($"{route}?on=2015-01-27").JsonAsync(HttpStatusCode.OK);
        var after = await registry.Authority.GetAsync($"{route}?on=2015-01-28").JsonAsync(HttpStatusCode.OK);

        Assert.Equal(("2015-01-27", 1), (before.GetProperty("validTo").GetString(), before.GetProperty("version").GetInt32()));
        Assert.Equal(2, after.GetProperty("version").GetInt32());
        var problem = await registry.PutAsync(route, Bodies.Season("2012-01-01"), "*").ProblemAsync(HttpStatusCode.Conflict, "version-conflict");
        Assert.Equal(["/validFrom version-earlier"], problem.Errors());
    }

    [Fact]
    public async Task Open_OnADay_ListsWindowsZonesAndClosures()
    {
        var ground = await registry.ConcessionAsync();
        await registry.DoneAsync($"{ground.Route}/zones/a", Bodies.Zone(ground.West, ground.South), HttpStatusCode.Created);
        await registry.DoneAsync($"{ground.Route}/zones/b", Bodies.Zone(ground.West + 0.3, ground.South), HttpStatusCode.Created);
        await registry.DoneAsync($"{ground.Route}/seasons/polii", Bodies.Season(), HttpStatusCode.Created);
        var closure = Bodies.Closure("2013-02-10", "2013-02-20").With("zones", new JsonArray($"{ground.Id}/b"));
        await registry.DoneAsync($"closures/ban-{ground.Id}", closure, HttpStatusCode.Created);

        Assert.Equal("2013-02-01..2013-02-28 a,b closed", await OpenAsync(ground, "2013-02-09", "polii"));
        Assert.Equal("2013-02-01..2013-02-28 a closed b", await OpenAsync(ground, "2013-02-20", "polii"));
        Assert.Equal("2012-02-01..2012-02-29 a,b closed", await OpenAsync(ground, "2012-02-29", "polii"));
        Assert.Equal("", await OpenAsync(ground, "2013-03-01", "polii"));
        Assert.Equal("", await OpenAsync(ground, "2013-02-09", "ibex"));
        await registry.Authority.GetAsync("seasons?taxon=yeti").ProblemAsync(HttpStatusCode.NotFound, "taxon-not-found");
    }

    [Fact]
    public async Task Closure_EndedEarly_KeepsBothRevisions()
    {
        await registry.DoneAsync("closures/moratorium", Bodies.Closure("2009-01-01", "2010-12-31"), HttpStatusCode.Created);
        var known = registry.Host.Clock.GetUtcNow().AddSeconds(1);
        registry.Host.Clock.Advance(TimeSpan.FromMinutes(2));

        var (body, etag) = await registry.DoneAsync("closures/moratorium", Bodies.Closure("2009-01-01", "2010-09-24"), HttpStatusCode.OK, "\"1.1\"");

        Assert.Equal("\"2.2\"", etag);
        Assert.Equal("2010-09-24", body.GetProperty("to").GetString());
        Assert.Equal(["moratorium"], await ClosuresAsync("2010-09-24"));
        Assert.Empty(await ClosuresAsync("2010-09-25"));
        Assert.Equal(["moratorium"], await ClosuresAsync("2010-09-25", $"&knownAt={known:yyyy-MM-ddTHH:mm:ssZ}"));
    }

    [Fact]
    public async Task Closure_OfUnknownThings_NamesEach()
    {
        var body = Bodies.Closure("2010-02-01", "2010-01-01").With("taxa", new JsonArray("yeti")).With("concessions", new JsonArray("nobody"))
            .With("zones", new JsonArray("nobody/z", "zoneonly"));

        var problem = await registry.PutAsync("closures/bad", body).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(
            ["/concessions/0 concession-unknown", "/taxa/0 taxon-unknown", "/to ends-before-it-begins", "/zones/0 zone-unknown", "/zones/1 zone-unknown"],
            problem.Errors().Order(StringComparer.Ordinal));
    }

    private async Task<string[]> ClosuresAsync(string on, string more = "")
    {
        var list = await registry.Authority.GetAsync($"closures?on={on}{more}").JsonAsync(HttpStatusCode.OK);
        return [.. list.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("id").GetString()!).Where(id => id == "moratorium")];
    }

    private async Task<string> OpenAsync(Ground ground, string on, string taxon)
    {
        var list = await registry.Authority.GetAsync($"seasons?on={on}&taxon={taxon}").JsonAsync(HttpStatusCode.OK);
        return string.Join(";", list.GetProperty("items").EnumerateArray().Where(s => s.GetProperty("concession").GetString() == ground.Id).Select(s =>
        {
            var zones = string.Join(",", s.GetProperty("zones").EnumerateArray().Select(z => z.GetString()));
            var closed = string.Join(",", s.GetProperty("closed").EnumerateArray().Select(z => z.GetProperty("zone").GetString()));
            return $"{s.GetProperty("window").GetProperty("from").GetString()}..{s.GetProperty("window").GetProperty("to").GetString()} {zones} closed {closed}".TrimEnd();
        }));
    }
}
