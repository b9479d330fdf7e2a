using ArgaliConcessions.Domain.Zones;
using FsCheck.Fluent;

namespace ArgaliConcessions.Domain.Tests.Zones;

/// <summary>Metres to the edge, against geodesics.</summary>
public class JudgeDistanceTests
{
    // The program promises better than a millionth within 100 km; the geodesic's own search gives the rest.
    private const double Promised = 1e-6;

    [Theory]
    [InlineData(0, 0.3)]
    [InlineData(20, 0.9)]
    [InlineData(38.5, 0.001)]
    [InlineData(38.5, 0.9)]
    [InlineData(-52, 0.9)]
    [InlineData(65, 0.9)]
    [InlineData(80, 0.9)]
    [InlineData(85, 2)]
    [InlineData(88.5, 2)]
    public void Judge_AtAnyLatitude_MetresAreGeodesic(double lat, double degrees)
    {
        (double Lon, double Lat)[] ring = [(72, lat), (74, lat - 0.4), (75, lat + 0.7), (72.5, lat + 0.5), (72, lat)];
        var map = new ZoneMap([Draw.Hunting("north", "a", Draw.Shape(ring))]);
        foreach (var angle in Enumerable.Range(0, 16).Select(i => Math.Tau * i / 16))
        {
            (double Lon, double Lat) from = (73.5 + degrees * Math.Cos(angle), lat + 0.2 + degrees / 2 * Math.Sin(angle));
            var expected = ring.Zip(ring.Skip(1)).Min(edge => Vincenty.MetresToEdge(from, edge.First, edge.Second));
            var metres = map.Judge(new(from.Lon, Math.Min(from.Lat, 90), 0, Draw.Day, "north", ["a"])).MetresToEdge!.Value;
            Assert.Equal(expected, metres, Math.Max(0.001, expected * Promised));
        }
    }

    /// <summary>Along a parallel the geodesic bulges towards the pole: 100 km at 38° N is 154 m off its middle. Our edge is the parallel.</summary>
    [Fact]
    public void Judge_LongEastWestEdge_IsMeasuredToTheParallel()
    {
        var map = new ZoneMap([Draw.Hunting("north", "a", Draw.Box(73, 37, 75, 38))]);
        var metres = map.Judge(new(74, 38.001, 5, Draw.Day, "north", ["a"])).MetresToEdge!.Value;
        Assert.Equal(Vincenty.Metres((74, 38.001), (74, 38)), metres, 0.01);
    }

    [Fact]
    public void Judge_EdgesOfHalfTheEarth_AreMeasuredToTheirNearestPlace()
    {
        var map = new ZoneMap([Draw.Hunting("north", "a", Draw.Box(-80, -40, 95, 60))]);
        var metres = map.Judge(new(50.3, 60.4, 5, Draw.Day, "north", ["a"])).MetresToEdge!.Value;
        Assert.Equal(Vincenty.MetresToEdge((50.3, 60.4), (49, 60), (52, 60)), metres, metres * Promised);
    }

    [Fact]
    public void Judge_AnyStarAndPoint_AgreesWithRayAndGeodesic() =>
        Property.Holds(
            from star in Property.Stars()
            from across in Property.Between(-1.5, 1.5)
            from up in Property.Between(-1.5, 1.5)
            from accuracy in Property.Between(0, 400)
            select (Star: star, Point: (Lon: star.Centre.Lon + across * star.Size, Lat: star.Centre.Lat + up * star.Size), Accuracy: accuracy),
            given =>
            {
                var answer = new ZoneMap([Draw.Hunting("north", "a", Draw.Shape(given.Star.Ring))])
                    .Judge(new(given.Point.Lon, given.Point.Lat, given.Accuracy, Draw.Day, "north", ["a"]));
                var metres = given.Star.Ring.Zip(given.Star.Ring.Skip(1)).Min(edge => Vincenty.MetresToEdge(given.Point, edge.First, edge.Second));
                var inside = given.Star.Holds(given.Point);
                var expected = answer.MetresToEdge < Math.Max(10, 2 * given.Accuracy) ? HuntingGroundResult.Unclear
                    : inside ? HuntingGroundResult.Inside : HuntingGroundResult.Outside;
                return Math.Abs(answer.MetresToEdge!.Value - metres) <= Math.Max(0.001, metres * Promised)
                    && answer.PointInside == inside && answer.Hunting == expected;
            },
            tests: 60);
}
