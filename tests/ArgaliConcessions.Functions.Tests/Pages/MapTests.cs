using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Functions.Pages.Maps;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Tests.Pages;

public sealed class MapTests
{
    private static readonly Texts English = Texts.For(Language.English);

    [Theory]
    [InlineData(4385, "73°05′")]
    [InlineData(-4385, "73°05′")]
    [InlineData(0, "0°00′")]
    public void Degrees_OfMinutes_HaveTwoDigitsAndNoSign(int minutes, string text) => Assert.Equal(text, Graticule.Degrees(minutes));

    [Fact]
    public void Map_OfTwoZones_HasGridNorthScaleAndWordsForThoseWhoDoNotSeeIt()
    {
        var svg = Papers.Parse($"<p>{MapSvg.Render(Draw(Square(73, 38, 0.4), MapLook.Hunting), default)}</p>").Element("svg")!;

        string[] words = [.. svg.Elements("text").Select(t => t.Value)];
        Assert.Contains("73°10′ E", words);
        Assert.Contains("38°10′ N", words);
        Assert.Contains("N", words);
        Assert.Contains("10 km", words);
        Assert.Contains("1", words);
        Assert.Equal(["map-title map-desc", "A title", "A description"], [svg.Attribute("aria-labelledby")!.Value, svg.Element("title")!.Value, svg.Element("desc")!.Value]);
    }

    [Fact]
    public void Map_MeridianAndLabel_StandWhereTheDegreeIs()
    {
        var plane = MapPlane.Around([new GeoEnvelope(73, 38, 73.4, 38.4)], [], 520);
        var labels = Graticule.Marks(plane, English).OfType<MapMark.Words>().ToList();

        Assert.All(labels.Where(l => !l.Turned), l => Assert.Contains(l.Text, Enumerable.Range(4370, 60).Where(m => Math.Abs(plane.At(m / 60.0, 38).X - l.X) < 0.01).Select(m => $"{Graticule.Degrees(m)} E")));
        Assert.All(labels.Where(l => l.Turned), l => Assert.Contains(l.Text, Enumerable.Range(2270, 60).Where(m => Math.Abs(plane.At(73, m / 60.0).Y - l.Y) < 0.01).Select(m => $"{Graticule.Degrees(m)} N")));
        Assert.True(labels.Count(l => l.Turned) >= 2 && labels.Count(l => !l.Turned) >= 2);
    }

    [Fact]
    public void Map_ClosedArea_IsHatchedAndOneNotInForceHasABrokenBorder()
    {
        var closed = MapSvg.Render(Draw(Square(73, 38, 0.1), MapLook.Closed, dashed: true)).ToString();

        Assert.Contains("fill=\"url(#closed)\"", closed, StringComparison.Ordinal);
        Assert.Contains("stroke-dasharray=\"6 4\"", closed, StringComparison.Ordinal);
        Assert.Contains("<pattern id=\"closed\"", closed, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_OfThousandsOfPoints_HasNoMoreThanThePaperShows()
    {
        var boundary = Papers.Zones(1, 12_000)[0].Boundary!;
        var plane = MapPlane.Around([boundary.Envelope], [], 520);
        var rings = plane.RingsOf(boundary);

        Assert.InRange(rings.Sum(r => r.Count), 50, 3000);
        // What was left out lies close to what is drawn.
        foreach (var (lon, lat) in boundary.Polygons[0][0].Where((_, i) => i % 50 == 0))
        {
            var (x, y) = plane.At(lon, lat);
            Assert.True(Distance(rings[0], x, y) <= 0.75);
        }
    }

    [Fact]
    public void Plane_OfAThinStrip_HasRoomForLabels()
    {
        var tall = MapPlane.Around([new GeoEnvelope(73, 38, 73.001, 39)], [], 520);
        var wide = MapPlane.Around([new GeoEnvelope(73, 38, 75, 38.001)], [], 520);

        Assert.InRange(tall.Frame.Width / tall.Frame.Height, 0.6, 0.7);
        Assert.InRange(wide.Frame.Height / wide.Frame.Width, 0.45, 0.6);
        Assert.Equal(520, wide.Width, 1);
    }

    private static MapDrawing Draw(Boundary boundary, MapLook look, bool dashed = false) => MapDrawing.Of(
        [new MapArea(boundary, look, "1", "Zone one") { Dashed = dashed }], MapPlane.Around([boundary.Envelope], [], 520), "A title", "A description", English);

    private static Boundary Square(double west, double south, double size) => BoundaryReader.Read(
        [[[(west, south), (west + size, south), (west + size, south + size), (west, south + size), (west, south)]]]).Boundary!;

    private static double Distance(IReadOnlyList<(double X, double Y)> ring, double x, double y) => Enumerable.Range(0, ring.Count).Min(i =>
    {
        var (from, to) = (ring[i], ring[(i + 1) % ring.Count]);
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var along = Math.Clamp((((x - from.X) * dx) + ((y - from.Y) * dy)) / Math.Max(1e-12, (dx * dx) + (dy * dy)), 0, 1);
        return Math.Sqrt(Math.Pow(from.X + (along * dx) - x, 2) + Math.Pow(from.Y + (along * dy) - y, 2));
    });
}
