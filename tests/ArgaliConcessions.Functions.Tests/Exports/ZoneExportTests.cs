using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ArgaliConcessions.Functions.Tests.Compliance;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Registry;

namespace ArgaliConcessions.Functions.Tests.Exports;

/// <summary>Zones to take along: what other programs read back from each form.</summary>
public sealed class ZoneExportTests(RegistryHost registry) : IClassFixture<RegistryHost>
{
    public static TheoryData<string, string, string> Forms => new()
    {
        { "geojson", "application/geo+json", "geojson" }, { "gpx", "application/gpx+xml", "gpx" },
        { "kml", "application/vnd.google-earth.kml+xml", "kml" }, { "shapefile", "application/zip", "zip" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Shape_WithHolesAndAllDigits_IsTheSameWithTheSameHash(string format, string mediaType, string ending)
    {
        var ground = await registry.ConcessionAsync();
        var hash = await EnterAsync(ground, "z", Awkward(ground));

        var (bytes, answer) = await TakeAsync($"exports/zones?format={format}&concession={ground.Id}&on=2015-01-01");

        Assert.Equal(mediaType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"zones-{ground.Id}-2015-01-01.{ending}", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition.DispositionType);
        var zone = Assert.Single(TakenZones.Read(format, bytes));
        Assert.Equal(hash, zone.Boundary.GeometryHash);
        Assert.Contains(zone.Said.Values, said => said.Contains(hash, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Accept_NamesTheFormToo(string format, string mediaType, string ending)
    {
        var ground = await registry.ConcessionAsync();
        await EnterAsync(ground, "z", Bodies.Zone(ground.West, ground.South));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"exports/zones?concession={ground.Id}&on=2015-01-01");
        request.Headers.TryAddWithoutValidation("Accept", $"text/x-other, {mediaType};q=0.9, */*;q=0.1");

        using var answer = await registry.Authority.SendAsync(request);

        Assert.Equal(mediaType, answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(ending, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        Assert.Single(TakenZones.Read(format, await answer.Content.ReadAsByteArrayAsync()));
    }

    [Theory]
    [InlineData("geojson", "names", "kind", "version", "geometryHash", "validFrom", "areaHectares")]
    [InlineData("kml", "names.ru", "kind", "version", "geometryHash", "validFrom", "areaHectares")]
    [InlineData("shapefile", "NAME_RU", "KIND", "VERSION", "GEOM_HASH", "VALID_FROM", "HECTARES")]
    public async Task Attributes_OfEachForm_AreThoseOfTheRegister(string format, string name, string kind, string version, string geometryHash, string from, string hectares)
    {
        var ground = await registry.ConcessionAsync();
        var hash = await EnterAsync(ground, "z", Closed(Bodies.Zone(ground.West, ground.South)).With("properties/validTo", "2020-12-31"));
        var known = await registry.Authority.GetAsync($"{ground.Route}/zones/z?on=2015-01-01").JsonAsync(HttpStatusCode.OK);

        var (bytes, _) = await TakeAsync($"exports/zones?format={format}&concession={ground.Id}&on=2015-01-01");
        var said = Assert.Single(TakenZones.Read(format, bytes)).Said;

        Assert.Contains("Zone (рус.)", said[name], StringComparison.Ordinal);
        Assert.Equal(("closed", "1", hash), (said[kind], said[version], said[geometryHash]));
        Assert.Equal(known.GetProperty("properties").GetProperty("areaHectares").GetDouble(), double.Parse(said[hectares], CultureInfo.InvariantCulture), precision: 2);
        Assert.Contains("2010", said[from], StringComparison.Ordinal);
        Assert.Contains(said, one => one.Value.Contains("Order 1", StringComparison.Ordinal));
        Assert.Contains(said, one => one.Value.Contains("2020", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gpx_OfAZone_SaysAllInWordsAndAsOfWhen()
    {
        var ground = await registry.ConcessionAsync();
        var hash = await EnterAsync(ground, "z", Closed(Bodies.Zone(ground.West, ground.South)));

        var (bytes, _) = await TakeAsync($"exports/zones?format=gpx&concession={ground.Id}&on=2015-01-01&lang=ru");
        var said = Assert.Single(TakenZones.Read("gpx", bytes)).Said;
        var metadata = XDocument.Load(new MemoryStream(bytes)).Root!.Elements().First();

        Assert.Equal(("Zone (рус.)", "Закрытый участок", $"concession/{ground.Id}/zone/z@1"), (said["name"], said["type"], said["law"]));
        Assert.Equal("en: Zone; ru: Zone (рус.); tg: Zone (тоҷ.)", said["comment"]);
        Assert.Contains(hash, said["description"], StringComparison.Ordinal);
        Assert.Contains("1 января 2015", metadata.Value, StringComparison.Ordinal);
        Assert.Contains("Более поздние изменения не показаны", metadata.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kml_TellsHuntingFromClosedByStyle()
    {
        var ground = await registry.ConcessionAsync();
        await EnterAsync(ground, "a", Bodies.Zone(ground.West, ground.South));
        await EnterAsync(ground, "b", Closed(Bodies.Zone(ground.West + 0.5, ground.South)));

        var (bytes, _) = await TakeAsync($"exports/zones?format=kml&concession={ground.Id}&on=2015-01-01");

        Assert.Equal(["#hunting", "#closed"], TakenZones.Read("kml", bytes).Select(zone => zone.Said["style"]));
        Assert.Equal(["hunting", "closed"], XDocument.Load(new MemoryStream(bytes)).Descendants().Where(e => e.Name.LocalName == "Style").Select(e => e.Attribute("id")!.Value));
    }

    [Fact]
    public async Task Shapefile_HasAllItsFilesAndAReadmeThatSaysAsOfWhen()
    {
        var ground = await registry.ConcessionAsync();
        await EnterAsync(ground, "z", Awkward(ground).With("properties/names", new JsonObject { ["en"] = new string('x', 199), ["ru"] = new string('ж', 199), ["fr"] = "Vallée" }));

        var (bytes, _) = await TakeAsync($"exports/zones?format=shapefile&concession={ground.Id}&on=2015-01-01");
        var files = TakenZones.Unzipped(bytes);

        var name = $"zones-{ground.Id}-2015-01-01";
        Assert.Equal([$"{name}.shp", $"{name}.shx", $"{name}.dbf", $"{name}.prj", $"{name}.cpg", "readme.txt"], files.Keys);
        Assert.StartsWith("GEOGCS[\"GCS_WGS_1984\"", Encoding.ASCII.GetString(files[$"{name}.prj"]), StringComparison.Ordinal);
        Assert.Equal("UTF-8", Encoding.ASCII.GetString(files[$"{name}.cpg"]));
        var readme = Encoding.UTF8.GetString(files["readme.txt"]);
        Assert.Contains("Zones in force on 1 January 2015", readme, StringComparison.Ordinal);
        Assert.Contains("Later changes are not shown", readme, StringComparison.Ordinal);
        var said = Assert.Single(TakenZones.Read("shapefile", bytes)).Said;
        Assert.All(said.Keys, field => Assert.Contains(field, readme, StringComparison.Ordinal));
        Assert.All(said.Keys, field => Assert.InRange(field.Length, 1, 10));
        // 254 bytes are 127 Cyrillic letters.
        Assert.Equal((new string('ж', 127), new string('x', 199), "fr: Vallée"), (said["NAME_RU"], said["NAME_EN"], said["NAME_OTHER"]));
        // Shells clockwise: the first point is followed by the one to the north.
        var shape = files[$"{name}.shp"];
        Assert.True(ShoelaceOfFirstRing(shape) < 0, "The first ring runs counter-clockwise.");
    }

    [Fact]
    public async Task GeoJson_FollowsTheRightHandAndCanBeSentBack()
    {
        var ground = await registry.ConcessionAsync();
        await EnterAsync(ground, "z", Awkward(ground));

        var (bytes, _) = await TakeAsync($"exports/zones?concession={ground.Id}&on=2015-01-01");
        using var document = JsonDocument.Parse(bytes);
        var again = await registry.Authority.PostJsonAsync("imports/zones?dryRun=true", Encoding.UTF8.GetString(bytes)).JsonAsync(HttpStatusCode.OK);

        Assert.Contains("1 January 2015", document.RootElement.Text("description"), StringComparison.Ordinal);
        var polygon = document.RootElement.GetProperty("features")[0].GetProperty("geometry").GetProperty("coordinates")[0];
        Assert.True(Shoelace(polygon[0]) > 0);
        Assert.True(Shoelace(polygon[1]) < 0);
        Assert.Equal("unchanged", again.GetProperty("lines")[0].Text("action"));
    }

    [Theory]
    [InlineData("geojson", "application/geo+json", "")]
    [InlineData("geojson", "application/geo+json", "&map=zone:zone,concession:concession")]
    [InlineData("kml", "application/vnd.google-earth.kml+xml", "")]
    [InlineData("kml", "application/vnd.google-earth.kml+xml", "&map=zone:zone,concession:concession")]
    [InlineData("shapefile", "application/zip", "")]
    [InlineData("shapefile", "application/zip", "&map=zone:ZONE,names.ru:NAME_RU")]
    public async Task ZoneThatSaysAllItCan_SentBack_IsUnchanged(string format, string mediaType, string map)
    {
        var ground = await registry.ConcessionAsync();
        var zone = Closed(Awkward(ground)).With("properties/toleranceMetres", 33.25).With("properties/acceptOverlap", "Agreed, by the act; of 2010").With("properties/validTo", "2020-12-31")
            .With("properties/basis/url", "https://law.example/acts/1").With("properties/names/kk", "Аңғар");
        await EnterAsync(ground, "z", zone);

        var (bytes, _) = await TakeAsync($"exports/zones?format={format}&concession={ground.Id}&on=2015-01-01");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"imports/zones?dryRun=true{map}") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        var again = await registry.Authority.SendAsync(request).JsonAsync(HttpStatusCode.OK);

        var line = again.GetProperty("lines")[0];
        Assert.True(line.Text("action") == "unchanged", line.GetRawText());
    }

    [Fact]
    public async Task AsOf_ADateAndAnInstant_GivesWhatWasLawAndKnownThen()
    {
        var ground = await registry.ConcessionAsync();
        var first = await EnterAsync(ground, "z", Bodies.Zone(ground.West, ground.South));
        var known = registry.Host.Clock.GetUtcNow().AddSeconds(1);
        registry.Host.Clock.Advance(TimeSpan.FromMinutes(2));
        var (body, _) = await registry.DoneAsync($"{ground.Route}/zones/z", Bodies.Zone(ground.West, ground.South, 0.2, "2014-05-01"), HttpStatusCode.OK, "\"1.1\"");
        var second = body.GetProperty("properties").Text("geometryHash");
        var route = $"exports/zones?concession={ground.Id}";

        Assert.Equal([first], await HashesAsync($"{route}&on=2014-04-30"));
        Assert.Equal([second], await HashesAsync($"{route}&on=2014-05-01"));
        Assert.Equal([first], await HashesAsync($"{route}&on=2014-05-01&knownAt={known:yyyy-MM-ddTHH:mm:ssZ}"));
        Assert.Empty(await HashesAsync($"{route}&on=2009-12-31"));
        Assert.Equal([second], await HashesAsync(route));
    }

    [Theory]
    [InlineData("geojson")]
    [InlineData("gpx")]
    [InlineData("kml")]
    [InlineData("shapefile")]
    public async Task NoZone_IsAFileWithoutOne(string format)
    {
        var ground = await registry.ConcessionAsync();

        var (bytes, _) = await TakeAsync($"exports/zones?format={format}&concession={ground.Id}&on=2015-01-01");

        Assert.Empty(TakenZones.Read(format, bytes));
    }

    [Fact]
    public async Task AllConcessions_AndOneKind_AreChosen()
    {
        var (one, other) = (await registry.ConcessionAsync(), await registry.ConcessionAsync());
        var hunting = await EnterAsync(one, "z", Bodies.Zone(one.West, one.South));
        var closed = await EnterAsync(other, "z", Closed(Bodies.Zone(other.West, other.South)));

        var all = await HashesAsync("exports/zones?on=2015-01-01");
        Assert.Contains(hunting, all);
        Assert.Contains(closed, all);
        var onlyClosed = await HashesAsync("exports/zones?on=2015-01-01&kind=closed");
        Assert.Contains(closed, onlyClosed);
        Assert.DoesNotContain(hunting, onlyClosed);
        var (_, answer) = await TakeAsync("exports/zones?on=2015-01-01&kind=closed");
        Assert.Equal("zones-all-closed-2015-01-01.geojson", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
    }

    [Fact]
    public async Task EveryRole_MayTakeZones_AndNobodyWithoutAToken()
    {
        var ground = await registry.ConcessionAsync();
        await EnterAsync(ground, "z", Bodies.Zone(ground.West, ground.South));
        var route = $"exports/zones?concession={ground.Id}&format=kml";

        foreach (var client in new[] { registry.Host.Inspector, registry.Host.Auditor, registry.Host.Holder("another") })
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(route)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await registry.Host.Anonymous.GetAsync(route)).StatusCode);
    }

    [Fact]
    public async Task HostileQuestions_AreRefusedWithTheirName()
    {
        var problem = await registry.Authority.GetAsync("exports/zones?format=dwg&kind=open&concession=..%2F&on=2015-02-30&knownAt=x&colour=red").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal(
            ["colour unknown-parameter", "concession bad-id", "format unknown-value", "kind unknown-value", "knownAt bad-instant", "on bad-date"], problem.Errors().Order(StringComparer.Ordinal));
        await registry.Authority.GetAsync("exports/zones?concession=nowhere").ProblemAsync(HttpStatusCode.NotFound, "concession-not-found");
        using var request = new HttpRequestMessage(HttpMethod.Get, "exports/zones");
        request.Headers.TryAddWithoutValidation("Accept", "image/vnd.dwg");
        await registry.Authority.SendAsync(request).ProblemAsync(HttpStatusCode.NotAcceptable, "zone-form-not-there");
    }

    /// <summary>Two polygons, one with a hole that has an island; coordinates that no rounding survives.</summary>
    private static JsonObject Awkward(Ground ground)
    {
        var (w, s) = (ground.West + (1d / 3), ground.South + (1d / 7));
        string Square(double east, double north, double size) => FormattableString.Invariant(
            $"[[{w + east:R},{s + north:R}],[{w + east + size:R},{s + north:R}],[{w + east + size:R},{s + north + size:R}],[{w + east:R},{s + north + size:R}],[{w + east:R},{s + north:R}]]");
        return Bodies.Feature(Bodies.Geometry("MultiPolygon", $"[[{Square(0, 0, 0.3)},{Square(0.1, 0.1, 0.1)}],[{Square(0.13, 0.13, 0.011)}],[{Square(0.5, 0.5, 1e-3)}]]"));
    }

    private static JsonObject Closed(JsonObject zone) => zone.With("properties/kind", "closed");

    private async Task<string> EnterAsync(Ground ground, string zone, JsonObject feature) =>
        (await registry.DoneAsync($"{ground.Route}/zones/{zone}", feature, HttpStatusCode.Created)).Body.GetProperty("properties").Text("geometryHash");

    private async Task<(byte[] Bytes, HttpResponseMessage Answer)> TakeAsync(string route)
    {
        var answer = await registry.Host.Inspector.GetAsync(route);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, Encoding.UTF8.GetString(bytes));
        return (bytes, answer);
    }

    private async Task<string[]> HashesAsync(string route) =>
        [.. TakenZones.Read("geojson", (await TakeAsync(route)).Bytes).Select(zone => zone.Boundary.GeometryHash)];

    private static double Shoelace(JsonElement ring) => Shoelace([.. ring.EnumerateArray().Select(point => (point[0].GetDouble(), point[1].GetDouble()))]);

    /// <summary>Of the first ring of the first record (ESRI, Shapefile Technical Description, page 9).</summary>
    private static double ShoelaceOfFirstRing(byte[] shape)
    {
        const int record = 108;
        var (parts, points) = (BitConverter.ToInt32(shape, record + 36), BitConverter.ToInt32(shape, record + 40));
        var length = parts > 1 ? BitConverter.ToInt32(shape, record + 48) : points;
        var first = record + 44 + (4 * parts);
        return Shoelace([.. Enumerable.Range(0, length).Select(i => (BitConverter.ToDouble(shape, first + (16 * i)), BitConverter.ToDouble(shape, first + (16 * i) + 8)))]);
    }

    private static double Shoelace((double X, double Y)[] ring) => ring.Zip(ring.Skip(1), (one, next) => (one.X * next.Y) - (next.X * one.Y)).Sum();
}
