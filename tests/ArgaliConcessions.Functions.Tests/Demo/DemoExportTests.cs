using System.Net;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Tests.Exports;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Demo;

/// <summary>What somebody takes along of the demo, held against what its answers say.</summary>
public sealed class DemoExportTests
{
    [Fact]
    public async Task Exports_OfTheDemo_AreWholeAndSayTheSame()
    {
        var demo = new DemoVariant();
        await using var world = await DemoWorld.StartAsync();
        await world.PutLawAsync(demo);
        await world.ImportAsync(demo);
        using var auditor = world.Plain(Role.Auditor);

        var hashes = await HashesOfAnswersAsync(auditor);
        Assert.True(hashes.Length >= 5);
        foreach (var format in new[] { "geojson", "gpx", "kml", "shapefile" })
        {
            var zones = TakenZones.Read(format, await auditor.GetByteArrayAsync($"exports/zones?format={format}&on=2016-09-15"));
            Assert.Equal(hashes, zones.Select(zone => zone.Boundary.GeometryHash));
        }

        var listed = await NumbersAsync(auditor);
        Assert.True(listed.Count >= 300);
        var (rows, _) = await ListExportTests.CsvAsync(auditor, "permits?format=csv");
        Assert.Equal(listed, rows.Select(row => row["Permit"]));
    }

    /// <summary>By concession and zone, as the zones' own answers name them.</summary>
    private static async Task<string[]> HashesOfAnswersAsync(HttpClient client)
    {
        var concessions = await client.GetAsync("concessions?limit=1000").JsonAsync(HttpStatusCode.OK);
        var hashes = new List<string>();
        foreach (var id in concessions.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetString()!).Order(StringComparer.Ordinal))
        {
            var zones = await client.GetAsync($"concessions/{id}/zones?on=2016-09-15").JsonAsync(HttpStatusCode.OK);
            hashes.AddRange(zones.GetProperty("features").EnumerateArray().Select(zone => zone.GetProperty("properties").GetProperty("geometryHash").GetString()!));
        }
        return [.. hashes];
    }

    private static async Task<List<string>> NumbersAsync(HttpClient client)
    {
        var numbers = new List<string>();
        for (var next = "permits?limit=1000"; next is not null;)
        {
            var page = await client.GetAsync(next).JsonAsync(HttpStatusCode.OK);
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(permit => permit.GetProperty("number").GetString()!));
            next = page.TryGetProperty("next", out var link) ? link.GetString() : null;
        }
        return numbers;
    }
}
