using System.Buffers;
using System.Text;
using System.Text.Json;
using ArgaliConcessions.Functions.Http.Bodies;

namespace ArgaliConcessions.Functions.Tests.Http;

public sealed class GeoJsonTests
{
    private const string Square = "[[[73,38],[74,38],[74,39],[73,38]]]";

    [Fact]
    public void Feature_Polygon_GivesItsRings()
    {
        var (faults, boundary) = Read($$"""{"type":"Feature","id":7,"bbox":[],"geometry":{"type":"Polygon","coordinates":{{Square}}},"properties":{} }""");

        Assert.Empty(faults);
        Assert.Equal([(73, 38), (74, 38), (74, 39), (73, 38)], Assert.Single(Assert.Single(boundary.Polygons)));
        Assert.Equal("/geometry/coordinates/0/2", boundary.PointerTo(0, 0, 2));
    }

    [Fact]
    public void Feature_MultiPolygonWithHeights_DropsTheHeights()
    {
        var (faults, boundary) = Read($$"""{"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[{{Square}},[[[1,2,3000],[3,4,3000.5]]]]},"properties":{} }""");

        Assert.Empty(faults);
        Assert.Equal([(1, 2), (3, 4)], boundary.Polygons[1][0]);
        Assert.Equal("/geometry/coordinates/1/0", boundary.PointerTo(1, 0));
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[1,2]}""", "/geometry/type unknown-geometry")]
    [InlineData("""{"type":"GeometryCollection","geometries":[]}""", "/geometry/type unknown-geometry")]
    [InlineData("""{"type":"Polygon"}""", "/geometry/coordinates required")]
    [InlineData("""{"type":"Polygon","coordinates":7}""", "/geometry/coordinates wrong-type")]
    [InlineData("""{"type":"Polygon","coordinates":[[[1,2],[3]]]}""", "/geometry/coordinates/0/1 bad-position")]
    [InlineData("""{"type":"Polygon","coordinates":[[[1,2],["3",4]]]}""", "/geometry/coordinates/0/1 bad-position")]
    [InlineData("""{"type":"Polygon","coordinates":[[[1,2],null]]}""", "/geometry/coordinates/0/1 bad-position")]
    [InlineData("""{"type":"Polygon","coordinates":[[1,2]]}""", "/geometry/coordinates/0/0 bad-position")]
    [InlineData("""{"type":"Polygon","coordinates":[],"crs":1}""", "/geometry/crs unknown-member")]
    [InlineData("null", "/geometry required")]
    [InlineData("[]", "/geometry wrong-type")]
    public void Geometry_Bad_IsAFaultAtItsPlace(string geometry, string fault) =>
        Assert.Contains(fault, Read($$"""{"type":"Feature","geometry":{{geometry}},"properties":{} }""").Faults);

    [Fact]
    public void Geometry_PastTheRangeOfNumbers_IsLeftToTheDomain()
    {
        var (faults, boundary) = Read("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[1,2],[1e999,4]]]},"properties":{} }""");

        Assert.Empty(faults);
        Assert.Equal((double.PositiveInfinity, 4), boundary.Polygons[0][0][1]);
    }

    [Fact]
    public void Geometry_WithTooManyPositions_IsRefusedBeforeItIsRead()
    {
        var ring = "[" + string.Join(',', Enumerable.Repeat("[1,2]", GeoJsonReader.MaxPositions / 2 + 1)) + "]";

        Assert.Equal(["/geometry/coordinates/1 boundary-too-many-vertices"], Read($$"""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[{{ring}},{{ring}}]},"properties":{} }""").Faults);
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326")]
    [InlineData("urn:ogc:def:crs:EPSG::28413", "EPSG:28413")]
    [InlineData("urn:ogc:def:crs:EPSG::28472", null)]
    public void Feature_WithCrs_IsOfAKnownSystemOrFaulty(string crs, string? system)
    {
        var (faults, boundary) = Read($$$"""{"type":"Feature","crs":{"type":"name","properties":{"name":"{{{crs}}}"}},"geometry":{"type":"Polygon","coordinates":{{{Square}}}},"properties":{} }""");

        Assert.Equal(system is null ? ["/crs wrong-crs"] : [], faults);
        Assert.Equal(system, boundary.System?.Code);
    }

    [Fact]
    public void Collection_WithFaultyFeatures_NamesEach()
    {
        var faults = new Faults();
        using var document = JsonDocument.Parse("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{}},{"type":"Line"}]}""");
        GeoJsonReader.Features(new BodyReader(document.RootElement, "", faults), 10, (_, _) => 0);

        Assert.Equal(
            ["/features/0/geometry required", "/features/1/type unknown-value", "/features/1/geometry required", "/features/1/properties required"],
            faults.List.Select(f => $"{f.Pointer} {f.Code}"));
    }

    [Fact]
    public async Task Writer_Features_ComeBackAsTheyWere()
    {
        var (_, boundary) = Read($$"""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[73.123456789012345,38],[74,38],[74,39.5],[73.1,38]]]},"properties":{} }""");
        var buffer = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(buffer))
        {
            await GeoJsonWriter.FeaturesAsync(
                writer, new[] { "demo-1" }.ToAsyncEnumerable(), (to, id) => GeoJsonWriter.Feature(to, id, boundary.Polygons, p => p.WriteString("kind", "hunting")), default);
        }

        var faults = new Faults();
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        var read = Assert.Single(GeoJsonReader.Features(new BodyReader(document.RootElement, "", faults), 10, (b, p) => (b, p.Text("kind", 10))));
        Assert.Empty(faults.List);
        Assert.Equal(boundary.Polygons[0][0], read.b.Polygons[0][0]);
        Assert.StartsWith("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"demo-1\",", Encoding.UTF8.GetString(buffer.WrittenSpan), StringComparison.Ordinal);
    }

    private static (string[] Faults, RawBoundary Boundary) Read(string json)
    {
        var faults = new Faults();
        using var document = JsonDocument.Parse(json);
        var reader = new BodyReader(document.RootElement, "", faults);
        var boundary = GeoJsonReader.Feature(reader, (b, _) => b);
        reader.Finish();
        return ([.. faults.List.Select(f => $"{f.Pointer} {f.Code}")], boundary);
    }
}
