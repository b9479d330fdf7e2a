using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Registry;

public sealed class ZoneImportTests(RegistryHost registry) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task DryRun_GoodAndBadFeatures_AnswersAllAndWritesNothing()
    {
        var (one, other) = (await registry.ConcessionAsync(), await registry.ConcessionAsync());
        var collection = Bodies.Collection(
            (one.Id, "good", Bodies.Zone(one.West, one.South, 0.1)),
            (other.Id, "claims-the-same", Bodies.Zone(one.West + 0.05, one.South, 0.1)),
            (one.Id, "crossed", Bodies.Feature(Bodies.Polygon("[[0,0],[2,2],[2,0],[0,2],[0,0]]"))),
            ("nobody", "z", Bodies.Zone(1, 1)));

        var report = await PostAsync("imports/zones?dryRun=true", collection).JsonAsync(HttpStatusCode.OK);

        Assert.True(report.GetProperty("dryRun").GetBoolean());
        Assert.False(report.GetProperty("good").GetBoolean());
        Assert.Equal(3, report.GetProperty("refused").GetInt32());
        Assert.Equal(["new", "refused", "refused", "refused"], Column(report, "action"));
        Assert.True(report.GetProperty("lines")[1].GetProperty("areaHectares").GetDecimal() > 0);
        Assert.Equal(
            ["/features/1/geometry zone-overlap", "/features/2/geometry/coordinates/0/0 boundary-self-intersection", "/features/3/properties/concession concession-unknown"],
            report.GetProperty("lines").EnumerateArray().SelectMany(l => l.GetProperty("errors").EnumerateArray())
                .Select(e => $"{e.GetProperty("pointer").GetString()} {e.GetProperty("code").GetString()}"));
        Assert.InRange(report.GetProperty("lines")[1].GetProperty("overlaps")[0].GetProperty("hectares").GetDouble(), 5_900, 6_200);
        await registry.Authority.GetAsync($"{one.Route}/zones/good").ProblemAsync(HttpStatusCode.NotFound, "zone-not-found");
    }

    [Fact]
    public async Task Import_OneBadFeature_LeavesNothing()
    {
        var ground = await registry.ConcessionAsync();
        var collection = Bodies.Collection(
            (ground.Id, "good", Bodies.Zone(ground.West, ground.South, 0.1)), (ground.Id, "crossed", Bodies.Feature(Bodies.Polygon("[[0,0],[2,2],[2,0],[0,2],[0,0]]"))));

        var problem = await PostAsync("imports/zones", collection, "bad-1").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(["/features/1/geometry/coordinates/0/0 boundary-self-intersection"], problem.Errors());
        await registry.Authority.GetAsync($"{ground.Route}/zones/good").ProblemAsync(HttpStatusCode.NotFound, "zone-not-found");
    }

    [Fact]
    public async Task Import_Good_RecordsAllAndKeepsItsAnswer()
    {
        var ground = await registry.ConcessionAsync();
        var collection = Bodies.Collection(
            [.. Enumerable.Range(0, 10).Select(i => (ground.Id, $"z{i}", Bodies.Zone(ground.West + (0.1 * i), ground.South, 0.1)))]);

        var report = await PostAsync("imports/zones", collection, "good-1").JsonAsync(HttpStatusCode.OK);
        var again = await PostAsync("imports/zones", collection, "good-1").JsonAsync(HttpStatusCode.OK);
        var anew = await PostAsync("imports/zones", collection, "good-2").JsonAsync(HttpStatusCode.OK);

        Assert.All(Column(report, "action"), action => Assert.Equal("new", action));
        Assert.Equal(report.GetRawText(), again.GetRawText());
        Assert.All(Column(anew, "action"), action => Assert.Equal("unchanged", action));
        var zones = await registry.Authority.GetAsync($"{ground.Route}/zones").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(10, zones.GetProperty("features").GetArrayLength());
        await PostAsync("imports/zones", Bodies.Collection((ground.Id, "z0", Bodies.Zone(0, 0))), "good-1").ProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task Import_VersionsOfOneZoneInOneFile_FollowEachOther()
    {
        var (one, other) = (await registry.ConcessionAsync(), await registry.ConcessionAsync());
        await registry.DoneAsync($"{one.Route}/zones/z", Bodies.Zone(one.West, one.South, 0.2), HttpStatusCode.Created);

        // The first feature gives up the ground from 2014 on that the second takes then.
        var report = await PostAsync("imports/zones", Bodies.Collection(
            (one.Id, "z", Bodies.Zone(one.West, one.South, 0.1, "2014-01-01")),
            (other.Id, "taken", Bodies.Zone(one.West + 0.1, one.South, 0.1, "2014-01-01"))), "follow").JsonAsync(HttpStatusCode.OK);

        Assert.Equal(["newVersion", "new"], Column(report, "action"));
        await registry.Authority.GetAsync($"{other.Route}/zones/taken").JsonAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Import_WithoutKeyOrWithTooMany_IsRefused()
    {
        var ground = await registry.ConcessionAsync();
        await PostAsync("imports/zones", Bodies.Collection((ground.Id, "z", Bodies.Zone(1, 1)))).ProblemAsync(HttpStatusCode.PreconditionRequired, "idempotency-key-required");
        var many = Bodies.Collection([.. Enumerable.Range(0, 501).Select(i => (ground.Id, $"z{i}", Bodies.Zone(1, 1)))]);

        var problem = await PostAsync("imports/zones?dryRun=true", many).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(["/features too-many"], problem.Errors());
    }

    private Task<HttpResponseMessage> PostAsync(string route, JsonObject body, string? key = null) => registry.Authority.PostJsonAsync(route, body.ToJsonString(), key);

    private static string[] Column(JsonElement report, string name) =>
        [.. report.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty(name).GetString()!)];
}
