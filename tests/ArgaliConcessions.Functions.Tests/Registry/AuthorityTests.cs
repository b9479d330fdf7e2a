using System.Net;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Registry;

public sealed class AuthorityTests
{
    private static readonly string[] Questions =
    [
        "authority", "years", "years/2015", "concessions", "concessions/any", "concessions/any/zones", "concessions/any/zones/z", "zones?lon=1&lat=1",
        "concessions/any/seasons", "concessions/any/seasons/s", "seasons", "closures", "closures/any", "quotas/2015", "quotas/2015/argali",
    ];

    [Fact]
    public async Task EveryRoute_BeforeTheAuthority_SaysWhatComesFirst()
    {
        await using var started = new Started(await LocalHost.StartAsync());
        var client = started.Host.Authority;

        foreach (var route in Questions)
        {
            var problem = await client.GetAsync(route).ProblemAsync(HttpStatusCode.Conflict, "no-authority");
            Assert.Contains("PUT /api/authority", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        var changes = new Dictionary<string, JsonObject>
        {
            ["years/2015"] = Bodies.Year(2015),
            ["concessions/any"] = Bodies.Concession("ANY"),
            ["concessions/any/zones/z"] = Bodies.Zone(1, 1),
            ["concessions/any/seasons/s"] = Bodies.Season(),
            ["closures/any"] = Bodies.Closure("2010-01-01"),
            ["quotas/2015/argali"] = Bodies.Quota(1),
        };
        foreach (var (route, body) in changes)
        {
            await client.PutJsonAsync(route, body.ToJsonString()).ProblemAsync(HttpStatusCode.Conflict, "no-authority");
        }

        await client.PostJsonAsync("imports/zones?dryRun=true", Bodies.Collection(("any", "z", Bodies.Zone(1, 1))).ToJsonString())
            .ProblemAsync(HttpStatusCode.Conflict, "no-authority");
    }

    [Fact]
    public async Task Put_ThenChanged_KeepsEveryRevision()
    {
        await using var started = new Started(await LocalHost.StartAsync());
        var client = started.Host.Authority;
        var first = await client.PutJsonAsync("authority", Bodies.Authority().ToJsonString());
        await Task.FromResult(first).JsonAsync(HttpStatusCode.Created);
        Assert.Equal("/api/authority", first.Headers.Location?.ToString());
        Assert.Equal("\"1.1\"", first.Headers.ETag?.Tag);
        var known = started.Host.Clock.GetUtcNow();
        started.Host.Clock.Advance(TimeSpan.FromDays(2));

        var changed = Bodies.Authority().With("settings", new JsonObject { ["harvestReportDays"] = 14, ["woundedFollowUpDays"] = 3, ["returnDays"] = 60 });
        var answer = await client.PutJsonAsync("authority", changed.ToJsonString(), "\"1.1\"").JsonAsync(HttpStatusCode.OK);

        Assert.Equal(2, answer.GetProperty("revision").GetInt32());
        var settings = answer.GetProperty("settings");
        Assert.Equal([14, 3, 60], new[] { "harvestReportDays", "woundedFollowUpDays", "returnDays" }.Select(name => settings.GetProperty(name).GetInt32()));
        var before = await client.GetAsync($"authority?knownAt={known:yyyy-MM-ddTHH:mm:ssZ}").JsonAsync(HttpStatusCode.NotFound);
        Assert.Equal("authority-not-found", before.GetProperty("code").GetString());
        var then = await client.GetAsync($"authority?knownAt={known.AddSeconds(2):yyyy-MM-ddTHH:mm:ssZ}").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(1, then.GetProperty("revision").GetInt32());
        Assert.False(then.TryGetProperty("provisional", out _));
    }

    [Fact]
    public async Task Put_SameAgain_MakesNoRevisionWhateverTheCondition()
    {
        await using var started = new Started(await LocalHost.StartAsync());
        var client = started.Host.Authority;
        await client.PutJsonAsync("authority", Bodies.Authority().ToJsonString()).JsonAsync(HttpStatusCode.Created);

        foreach (var condition in new[] { null, "\"1.1\"", "\"7.7\"", "*" })
        {
            var answer = await client.PutJsonAsync("authority", Bodies.Authority().ToJsonString(), condition).JsonAsync(HttpStatusCode.OK);
            Assert.Equal(1, answer.GetProperty("revision").GetInt32());
        }
    }

    [Fact]
    public async Task Put_AnswerSentBack_IsTheSame()
    {
        await using var started = new Started(await LocalHost.StartAsync());
        var client = started.Host.Authority;
        await client.PutJsonAsync("authority", Bodies.Authority().ToJsonString()).JsonAsync(HttpStatusCode.Created);
        var answer = await client.GetAsync("authority").JsonAsync(HttpStatusCode.OK);

        var again = await client.PutJsonAsync("authority", answer.GetRawText()).JsonAsync(HttpStatusCode.OK);

        Assert.Equal(1, again.GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task Put_ManyFaults_NamesEachField()
    {
        await using var started = new Started(await LocalHost.StartAsync());
        var body = Bodies.Authority().With("country", "tj").With("timeZone", "Asia/Nowhere").With("taxa/0/partOf", "polii").With("taxa/2/id", "polii");

        var problem = await started.Host.Authority.PutJsonAsync("authority", body.ToJsonString()).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(
            ["/country bad-country", "/taxa/0/partOf taxon-circle", "/taxa/1/partOf taxon-circle", "/taxa/2/id taxon-repeated", "/timeZone time-zone-unknown"],
            problem.Errors().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Put_CountryChangedOrTaxonTakenAway_IsRefused()
    {
        await using var started = new Started(await LocalHost.StartAsync());
        var client = started.Host.Authority;
        await client.PutJsonAsync("authority", Bodies.Authority().ToJsonString()).JsonAsync(HttpStatusCode.Created);
        var body = Bodies.Authority().With("country", "KG");
        ((JsonArray)body["taxa"]!).RemoveAt(2);

        var problem = await client.PutJsonAsync("authority", body.ToJsonString(), "*").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(["/country country-fixed", "/taxa taxon-removed"], problem.Errors());
    }

    private sealed class Started(LocalHost host) : IAsyncDisposable
    {
        public LocalHost Host => host;

        public async ValueTask DisposeAsync() => await host.DisposeAsync();
    }
}
