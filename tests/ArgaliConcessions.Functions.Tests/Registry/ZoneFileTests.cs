using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Tests.ZoneFiles;

namespace ArgaliConcessions.Functions.Tests.Registry;

/// <summary>Files of zones as a clerk has them, over HTTP.</summary>
public sealed class ZoneFileTests(RegistryHost registry) : IClassFixture<RegistryHost>
{
    private const string Zip = "application/zip";
    private const string Kml = "application/vnd.google-earth.kml+xml";
    private const string Rest = "kind:hunting,validFrom:2010-01-01,basis.title:Order on the hunt, with annex,basis.number:12,basis.publishedOn:10.01.2010";

    [Fact]
    public async Task Import_PlainShapefileWithANameColumn_IsRecordedWithItsSource()
    {
        var ground = await registry.ConcessionAsync();
        var zip = new ShapefileBuilder { Attributes = ShapefileBuilder.Cp866, LanguageByte = 0x26 }
            .Square(ground.West, ground.South, 0.1, ("NAME", "Долина Аличура"), ("REMARK", "x"))
            .Square(ground.West + 0.2, ground.South, 0.1, ("NAME", "Зоркуль"), ("REMARK", "y")).Zip();
        var query = $"?map=zone:NAME,names.ru:NAME&set=concession:{ground.Id},{Uri.EscapeDataString(Rest)}&ids=fromNames";

        var tried = await PostAsync(query + "&dryRun=true", zip, Zip).JsonAsync(HttpStatusCode.OK);
        await registry.Authority.GetAsync($"{ground.Route}/zones/zorkul").ProblemAsync(HttpStatusCode.NotFound, "zone-not-found");
        var report = await PostAsync(query, zip, Zip, $"{ground.Id}-1").JsonAsync(HttpStatusCode.OK);
        var again = await PostAsync(query, zip, Zip, $"{ground.Id}-2").JsonAsync(HttpStatusCode.OK);
        var zone = await registry.Authority.GetAsync($"{ground.Route}/zones/zorkul").JsonAsync(HttpStatusCode.OK);

        Assert.True(tried.GetProperty("good").GetBoolean());
        Assert.Equal(["new", "new"], Column(report, "action"));
        Assert.Equal(["unchanged", "unchanged"], Column(again, "action"));
        var file = report.GetProperty("file");
        Assert.Equal(("cp866", "languageByte"), (file.GetProperty("encoding").GetString(), file.GetProperty("encodingFrom").GetString()));
        Assert.Equal(["names.ru=NAME", "zone=NAME"], file.GetProperty("columns").EnumerateArray().Select(c => $"{c.GetProperty("property")}={c.GetProperty("column")}"));
        Assert.Equal(["REMARK"], file.GetProperty("ignoredColumns").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal(
            ["Долина Аличура=dolina-alichura", "Зоркуль=zorkul"], file.GetProperty("madeIds").EnumerateArray().Select(m => $"{m.GetProperty("from")}={m.GetProperty("zone")}"));
        var properties = zone.GetProperty("properties");
        Assert.Equal("Зоркуль", properties.GetProperty("names").GetProperty("ru").GetString());
        Assert.Equal(("Order on the hunt, with annex", "2010-01-10"), (properties.GetProperty("basis").GetProperty("title").GetString(), properties.GetProperty("basis").GetProperty("publishedOn").GetString()));
        Assert.Equal(
            $$"""{"sha256":"{{Convert.ToHexStringLower(SHA256.HashData(zip))}}","format":"shapefile","referenceSystem":"EPSG:4326"}""",
            properties.GetProperty("source").GetRawText());
    }

    [Fact]
    public async Task Import_PulkovoShapefile_LiesWhereTheOtherProgramHasIt()
    {
        var ground = await registry.ConcessionAsync();
        // A corner at the control point EPSG:28413 13368657.12 4230111.98, which PROJ has at 73.500139098 38.193637981 in WGS 84.
        var zip = new ShapefileBuilder { Prj = Wkt.Zone13 }
            .Square(13_368_657.12, 4_230_111.98, 5_000, ("ZONE", "murghab"), ("CONCESSION", ground.Id), ("NAME_EN", "Murghab"), ("KIND", "hunting"), ("VALIDFROM", new DateTime(2010, 1, 1))).Zip();
        var query = $"?set={Uri.EscapeDataString("basis.title:Order,basis.number:12,basis.publishedOn:2010-01-10")}";

        await PostAsync(query, zip, Zip, $"{ground.Id}-1").JsonAsync(HttpStatusCode.OK);
        var zone = await registry.Authority.GetAsync($"{ground.Route}/zones/murghab").JsonAsync(HttpStatusCode.OK);

        var corner = zone.GetProperty("geometry").GetProperty("coordinates")[0].EnumerateArray().MinBy(p => p[0].GetDouble() + p[1].GetDouble());
        Assert.Equal((73.500139098, 38.193637981), (corner[0].GetDouble(), corner[1].GetDouble()), Within(2e-7));
        var source = zone.GetProperty("properties").GetProperty("source");
        Assert.Equal(
            ("EPSG:28413", "25,-141,-78.5,0,0.35,0.736,0", "EPSG:15865"),
            (source.GetProperty("referenceSystem").GetString(), source.GetProperty("parameters").GetString(), source.GetProperty("parametersFrom").GetString()));
    }

    [Fact]
    public async Task Import_SameGroundFromAnotherFile_ChangesNothing()
    {
        var ground = await registry.ConcessionAsync();
        var feature = Bodies.Zone(ground.West, ground.South, 0.1);
        var collection = Bodies.Collection((ground.Id, "z", feature)).ToJsonString();

        await PostAsync("", Encoding.UTF8.GetBytes(collection), "application/json", $"{ground.Id}-1").JsonAsync(HttpStatusCode.OK);
        var spaced = await PostAsync("", Encoding.UTF8.GetBytes(collection + "\n"), "application/geo+json", $"{ground.Id}-2").JsonAsync(HttpStatusCode.OK);
        var zone = await registry.Authority.GetAsync($"{ground.Route}/zones/z").JsonAsync(HttpStatusCode.OK);
        var put = await registry.Authority.PutJsonAsync($"{ground.Route}/zones/z", zone.GetRawText(), "*").JsonAsync(HttpStatusCode.OK);

        Assert.Equal(["unchanged"], Column(spaced, "action"));
        Assert.Equal(1, put.GetProperty("properties").GetProperty("version").GetInt32());
        var source = zone.GetProperty("properties").GetProperty("source");
        Assert.Equal(
            ("geojson", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(collection)))), (source.GetProperty("format").GetString(), source.GetProperty("sha256").GetString()));
    }

    [Fact]
    public async Task Import_HeightsAndMeasures_AreDroppedAndSaid()
    {
        var ground = await registry.ConcessionAsync();
        var zip = Square(new ShapefileBuilder { Type = NetTopologySuite.IO.Esri.ShapeType.PolygonZM }, ground).Zip();

        var report = await PostAsync(Set(ground) + "&dryRun=true", zip, Zip).JsonAsync(HttpStatusCode.OK);
        var russian = await PostAsync(Set(ground) + "&dryRun=true&lang=ru", zip, Zip).JsonAsync(HttpStatusCode.OK);

        Assert.Equal(
            ["The points have heights (Z). They are not kept.", "The points have measures (M). They are not kept."],
            report.GetProperty("file").GetProperty("notes").EnumerateArray().Select(n => n.GetString()).Take(2));
        Assert.StartsWith("У точек есть высоты", russian.GetProperty("file").GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "422 crs-missing")]
    [InlineData("&crs=EPSG:4326", "200")]
    [InlineData("&crs=EPSG:3857", "422 crs unknown-value")]
    [InlineData("&crs=EPSG:28413", "422 /features/0/geometry coordinates-degrees")]
    [InlineData("&crs=EPSG:4326&encoding=cp866", "200")]
    [InlineData("&crs=EPSG:4326&encoding=koi8", "422 encoding unknown-value")]
    [InlineData("&crs=EPSG:4326&what=this", "422 what unknown-parameter")]
    public async Task Import_WithoutPrj_NeedsTheSystemSaid(string query, string expected)
    {
        var ground = await registry.ConcessionAsync();

        using var answer = await PostAsync(Set(ground) + "&dryRun=true" + query, Square(new ShapefileBuilder { Prj = null }, ground).Zip(), Zip);

        Assert.Equal(expected, await SaidAsync(answer));
    }

    [Theory]
    [InlineData("EPSG:4326", 13_368_657, 4_230_111, "It", "coordinates-gauss-kruger-zone", "they look like Gauss-Krüger zone 13")]
    [InlineData("EPSG:4284", 368_657, 4_230_111, "It", "coordinates-metres-without-zone", "they look like metres of UTM")]
    [InlineData("EPSG:28413", 12_368_657, 4_230_111, "It", "coordinates-gauss-kruger-zone", "they look like Gauss-Krüger zone 12")]
    [InlineData("EPSG:28413", 4_230_111, 13_368_657, "It", "coordinates-north-before-east", "with the northing first")]
    public async Task Import_CoordinatesOfAnotherSystem_SayWhatTheyLookLike(string crs, double east, double north, string name, string code, string words)
    {
        var ground = await registry.ConcessionAsync();
        var zip = new ShapefileBuilder { Prj = null }.Square(east, north, 100, ("NAME_EN", name)).Zip();

        var problem = await PostAsync($"{Set(ground)}&dryRun=true&crs={crs}", zip, Zip).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal([$"/features/0/geometry {code}"], problem.Errors());
        Assert.Contains(words, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_UnmappedColumns_AreListedOnce()
    {
        var zip = new ShapefileBuilder().Square(1, 1, 0.1, ("NAZVANIE", "a"), ("FARM", "b")).Square(2, 1, 0.1, ("NAZVANIE", "c"), ("FARM", "d")).Zip();

        var needed = await PostAsync("?dryRun=true", zip, Zip).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        var missing = await PostAsync("?dryRun=true&map=zone:ZONENAME", zip, Zip).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(["map map-needed"], needed.Errors());
        Assert.Contains("NAZVANIE, FARM", needed.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(["map map-column-missing"], missing.Errors());
    }

    [Theory]
    [InlineData("map=zone", "map bad-pairs")]
    [InlineData("map=name:NAME", "map bad-pairs")]
    [InlineData("map=names:NAME", "map bad-pairs")]
    [InlineData("map=zone:A,zone:B", "map bad-pairs")]
    [InlineData("set=kind:", "set bad-pairs")]
    [InlineData("ids=guess", "ids unknown-value")]
    [InlineData("map=zone:A&map=zone:B", "map repeated")]
    public async Task Import_BadWords_AreNamed(string query, string fault)
    {
        var zip = new ShapefileBuilder().Square(1, 1, 0.1, ("A", "a")).Zip();

        var problem = await PostAsync($"?dryRun=true&{query}", zip, Zip).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Contains(fault, problem.Errors());
    }

    [Fact]
    public async Task Import_NamesAsIds_AreProposedAndNotTaken()
    {
        var ground = await registry.ConcessionAsync();
        var zip = new ShapefileBuilder().Square(ground.West, ground.South, 0.1, ("NAME", "Ак-Суу")).Square(ground.West + 0.3, ground.South, 0.1, ("NAME", "Ак Суу")).Zip();
        var query = $"?dryRun=true&map=zone:NAME,names.ky:NAME&set=concession:{ground.Id},{Uri.EscapeDataString(Rest)}";

        var proposed = await PostAsync(query, zip, Zip).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        var ambiguous = await PostAsync(query + "&ids=fromNames", zip, Zip).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal(["/features/0/properties/zone zone-id-proposed", "/features/1/properties/zone zone-id-proposed"], proposed.Errors());
        Assert.Contains("ak-suu", proposed.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(["/features/1/properties/zone zone-id-ambiguous"], ambiguous.Errors());
        var written = new ShapefileBuilder().Square(ground.West, ground.South, 0.1, ("NAME", "ak-suu")).Square(ground.West + 0.3, ground.South, 0.1, ("NAME", "Ак Суу")).Zip();
        var taken = await PostAsync(query + "&ids=fromNames", written, Zip).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal(["/features/1/properties/zone zone-id-ambiguous"], taken.Errors());
    }

    [Fact]
    public async Task Import_SameBytesReadAnotherWay_AreAnotherRequest()
    {
        var ground = await registry.ConcessionAsync();
        var zip = Square(new ShapefileBuilder { Prj = null }, ground).Zip();

        await PostAsync(Set(ground) + "&crs=EPSG:4326", zip, Zip, $"{ground.Id}-1").JsonAsync(HttpStatusCode.OK);

        await PostAsync(Set(ground) + "&crs=EPSG:4284", zip, Zip, $"{ground.Id}-1").ProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        await PostAsync(Set(ground), zip, Zip).ProblemAsync(HttpStatusCode.PreconditionRequired, "idempotency-key-required");
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:EPSG::4284", "", "EPSG:4284")]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", "", "EPSG:4326")]
    [InlineData(null, "&crs=EPSG:4284", "EPSG:4284")]
    [InlineData("EPSG:4284", "&crs=EPSG:4284", "EPSG:4284")]
    [InlineData("EPSG:3857", "", "422 /crs wrong-crs")]
    [InlineData("EPSG:4284", "&crs=EPSG:4326", "422 crs crs-conflict")]
    public async Task Import_GeoJsonWithCrs_IsObeyedOrRefused(string? crs, string query, string expected)
    {
        var ground = await registry.ConcessionAsync();
        var collection = Bodies.Collection((ground.Id, "z", Bodies.Zone(ground.West, ground.South, 0.1)));
        if (crs is not null) collection["crs"] = System.Text.Json.Nodes.JsonNode.Parse($$$"""{"type":"name","properties":{"name":"{{{crs}}}"}}""");

        using var answer = await PostAsync($"?dryRun=true{query}", Encoding.UTF8.GetBytes(collection.ToJsonString()), "application/geo+json");

        var said = await SaidAsync(answer);
        Assert.Equal(expected, said == "200" ? (await Task.FromResult(answer).JsonAsync(HttpStatusCode.OK)).GetProperty("file").GetProperty("source").GetProperty("referenceSystem").GetString() : said);
    }

    [Fact]
    public async Task Put_GeoJsonWithCrs_IsShifted()
    {
        var ground = await registry.ConcessionAsync();
        var feature = Bodies.Zone(ground.West, ground.South, 0.1);
        feature["crs"] = System.Text.Json.Nodes.JsonNode.Parse("""{"type":"name","properties":{"name":"EPSG:4284"}}""");

        var zone = await registry.PutAsync($"{ground.Route}/zones/z", feature).JsonAsync(HttpStatusCode.Created);

        var west = zone.GetProperty("geometry").GetProperty("coordinates")[0].EnumerateArray().Min(p => p[0].GetDouble());
        Assert.InRange(Math.Abs(west - ground.West), 1e-5, 5e-3);
    }

    [Fact]
    public async Task Import_GeoJsonOfAGis_IsReadByItsMap()
    {
        var ground = await registry.ConcessionAsync();
        var collection = new System.Text.Json.Nodes.JsonObject
        {
            ["type"] = "FeatureCollection",
            ["features"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject
            {
                ["type"] = "Feature", ["geometry"] = Bodies.Polygon(Bodies.Square(ground.West, ground.South, 0.1)),
                ["properties"] = new System.Text.Json.Nodes.JsonObject { ["fid"] = 7, ["Title"] = "Valley", ["nested"] = new System.Text.Json.Nodes.JsonObject() },
            }),
        };
        var query = $"?dryRun=true&map=zone:fid,names.en:Title&set=concession:{ground.Id},{Uri.EscapeDataString(Rest)}";

        var report = await PostAsync(query, Encoding.UTF8.GetBytes(collection.ToJsonString()), "application/json").JsonAsync(HttpStatusCode.OK);
        var absent = await PostAsync(query.Replace("fid", "id", StringComparison.Ordinal), Encoding.UTF8.GetBytes(collection.ToJsonString()), "application/json").ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.Equal("7", Assert.Single(Column(report, "zone")));
        Assert.Contains("map map-column-missing", absent.Errors());
    }

    [Fact]
    public async Task Import_Kml_IsReadWithHolesAndNames()
    {
        var ground = await registry.ConcessionAsync();
        string Ring(double inset) => string.Join(' ', ShapefileBuilder.Ring(ground.West + inset, ground.South + inset, 0.5 - (2 * inset)).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X},{p.Y},4000")));
        var kml = $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>
              <Placemark><name>Зоркуль</name><ExtendedData><Data name="code"><value>zorkul</value></Data></ExtendedData>
                <Polygon><outerBoundaryIs><LinearRing><coordinates>{Ring(0)}</coordinates></LinearRing></outerBoundaryIs>
                  <innerBoundaryIs><LinearRing><coordinates>{Ring(0.1)}</coordinates></LinearRing></innerBoundaryIs></Polygon></Placemark>
            </Folder></Document></kml>
            """;
        var query = $"?map=zone:code,names.ru:name&set=concession:{ground.Id},{Uri.EscapeDataString(Rest)}";

        var report = await PostAsync(query, Encoding.UTF8.GetBytes(kml), Kml, $"{ground.Id}-1").JsonAsync(HttpStatusCode.OK);
        var zone = await registry.Authority.GetAsync($"{ground.Route}/zones/zorkul").JsonAsync(HttpStatusCode.OK);

        Assert.Equal(["new"], Column(report, "action"));
        Assert.Equal(2, zone.GetProperty("geometry").GetProperty("coordinates").GetArrayLength());
        Assert.Equal("kml", zone.GetProperty("properties").GetProperty("source").GetProperty("format").GetString());
        Assert.Equal("The points have heights (Z). They are not kept.", report.GetProperty("file").GetProperty("notes")[0].GetString());
        await PostAsync($"{query}&crs=EPSG:4284&dryRun=true", Encoding.UTF8.GetBytes(kml), Kml).ProblemAsync(HttpStatusCode.UnprocessableEntity, "crs-conflict");
    }

    [Theory]
    [InlineData("", "415 unsupported-media-type")]
    [InlineData("<kml/>", "422 kml-broken")]
    [InlineData("<kml><Placemark>", "422 kml-broken")]
    [InlineData("<kml><Placemark/></kml>", "422 kml-geometry")]
    [InlineData("<kml><Placemark><Point><coordinates>1,2</coordinates></Point></Placemark></kml>", "422 kml-geometry")]
    [InlineData("<kml><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>1;2</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>", "422 kml-coordinates")]
    [InlineData("<!DOCTYPE kml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><kml><Placemark><name>&a;</name></Placemark></kml>", "422 kml-broken")]
    [InlineData("deep", "422 kml-broken")]
    public async Task Import_HostileKml_IsRefused(string kml, string expected)
    {
        var text = kml == "deep" ? string.Concat(Enumerable.Repeat("<Placemark>", 100_000)) : kml;

        using var answer = await PostAsync("?dryRun=true", Encoding.UTF8.GetBytes(text), text.Length == 0 ? "application/geopackage+sqlite3" : Kml, bytesAnyway: true);

        Assert.Equal(expected, await SaidAsync(answer));
    }

    private static ShapefileBuilder Square(ShapefileBuilder builder, Ground ground) => builder.Square(ground.West, ground.South, 0.1, ("NAME_EN", "It"));

    private static string Set(Ground ground) => $"?set=concession:{ground.Id},zone:z,{Uri.EscapeDataString(Rest)}";

    private Task<HttpResponseMessage> PostAsync(string query, byte[] bytes, string type, string? key = null, bool bytesAnyway = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"imports/zones{query}") { Content = new ByteArrayContent(bytesAnyway && bytes.Length == 0 ? [1] : bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return registry.Authority.SendAsync(request);
    }

    /// <summary>The status, with a problem's code, or the first fault where it is only that the request is invalid.</summary>
    private static async Task<string> SaidAsync(HttpResponseMessage answer)
    {
        if (answer.StatusCode == HttpStatusCode.OK) return "200";
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        var code = problem.GetProperty("code").GetString();
        return $"{(int)answer.StatusCode} {(code == "invalid" ? problem.Errors()[0] : code)}";
    }

    private static string[] Column(JsonElement report, string name) => [.. report.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty(name).GetString()!)];

    private static EqualityComparer<(double, double)> Within(double tolerance) => EqualityComparer<(double, double)>.Create(
        (one, other) => Math.Abs(one.Item1 - other.Item1) <= tolerance && Math.Abs(one.Item2 - other.Item2) <= tolerance);
}
