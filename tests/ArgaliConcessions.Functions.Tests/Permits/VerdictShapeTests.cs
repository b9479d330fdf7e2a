using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Exports;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Registry;

namespace ArgaliConcessions.Functions.Tests.Permits;

/// <summary>A verdict names the boundaries it measured against as the file of zones names them.</summary>
public sealed class VerdictShapeTests(PermitHost host) : IClassFixture<PermitHost>
{
    [Fact]
    public async Task Verdict_WithAPosition_NamesTheHashesOfTheExport()
    {
        var hunt = await host.HuntAsync();
        var closed = Bodies.Zone(hunt.Ground.West + 0.05, hunt.Ground.South + 0.25, 0.01).With("properties/kind", "closed");
        await host.Authority.PutJsonAsync($"{hunt.Ground.Route}/zones/core", closed.ToJsonString()).JsonAsync(HttpStatusCode.Created);
        var number = await host.IssuedAsync(hunt, "k", hunt.Request().With("zones", new JsonArray("north", "south")));
        var inClosed = FormattableString.Invariant($"lon={hunt.Ground.West + 0.055}&lat={hunt.Ground.South + 0.255}&accuracy=5");

        var verdict = await host.Host.Inspector.GetAsync($"permits/{number}/validity?at=2015-10-10T07:00:00Z&{inClosed}").JsonAsync(HttpStatusCode.OK);
        var zones = TakenZones.Read("geojson", await host.Host.Inspector.GetByteArrayAsync($"exports/zones?concession={hunt.Id}&on=2015-10-10"))
            .ToDictionary(zone => zone.Said["zone"], zone => zone.Boundary.GeometryHash, StringComparer.Ordinal);

        var check = Check("zone");
        Assert.Equal([$"concession/{hunt.Id}/zone/north@1", $"concession/{hunt.Id}/zone/south@1"], check.GetProperty("zoneVersions").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal([zones["north"], zones["south"]], check.GetProperty("geometryHashes").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(zones["core"], Check("closedArea").GetProperty("geometryHash").GetString());

        JsonElement Check(string name) => verdict.GetProperty("checks").EnumerateArray().Single(one => one.GetProperty("check").GetString() == name);
    }
}
