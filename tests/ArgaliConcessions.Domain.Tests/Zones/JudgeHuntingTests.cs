using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Tests.Zones;

/// <summary>The permit's own zones and those of other concessions.</summary>
public class JudgeHuntingTests
{
    private static readonly Boundary Square = Draw.Box(73, 38, 74, 39);

    [Fact]
    public void Judge_FarInside_SaysHowFar()
    {
        var answer = Judge(73.5, 38.5, 5, [Draw.Hunting("north", "a", Square)]);
        Assert.Equal(HuntingGroundResult.Inside, answer.Hunting);
        Assert.Equal(Vincenty.MetresToEdge((73.5, 38.5), (73, 38), (73, 39)), answer.MetresInside!.Value, 0.1);
        Assert.Null(answer.MetresOutside);
        Assert.Equal(10, answer.RadiusMetres);
        Assert.False(answer.AccuracyAssumed);
        Assert.Equal(ClosedGroundResult.Clear, answer.Closed);
        Assert.Equal(["concession/north/zone/a@1"], answer.Zones.Select(zone => zone.Law));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(null)]
    public void Judge_ExactlyOnTheOuterEdgeOrCorner_IsInsideButUnclear(int? accuracy)
    {
        foreach (var (lon, lat) in new[] { (74.0, 38.5), (74, 39), (73.25, 38) })
        {
            var answer = Judge(lon, lat, accuracy, [Draw.Hunting("north", "a", Square)]);
            Assert.Equal((HuntingGroundResult.Unclear, true), (answer.Hunting, answer.PointInside));
            Assert.Equal(0, answer.MetresToEdge!.Value, 1e-6);
        }
    }

    [Theory]
    [InlineData(-12, 0, HuntingGroundResult.Inside)]
    [InlineData(-8, 0, HuntingGroundResult.Unclear)]
    [InlineData(8, 0, HuntingGroundResult.Unclear)]
    [InlineData(12, 0, HuntingGroundResult.Outside)]
    [InlineData(-100, 49, HuntingGroundResult.Inside)]
    [InlineData(-100, 51, HuntingGroundResult.Unclear)]
    [InlineData(100, 49, HuntingGroundResult.Outside)]
    [InlineData(100, 51, HuntingGroundResult.Unclear)]
    public void Judge_CircleOfTwiceTheAccuracy_DecidesAtTheEdge(double metresEastOfEdge, double accuracy, HuntingGroundResult expected) =>
        Assert.Equal(expected, Judge(74 + Draw.East(metresEastOfEdge), 38.5, accuracy, [Draw.Hunting("north", "a", Square)]).Hunting);

    [Theory]
    [InlineData(null)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    public void Judge_WithoutUsableAccuracy_Assumes50MetresAndSaysSo(double? accuracy)
    {
        var zones = new[] { Draw.Hunting("north", "a", Square) };
        var near = Judge(74 + Draw.East(48), 38.5, accuracy, zones);
        Assert.Equal((HuntingGroundResult.Unclear, 50, true), (near.Hunting, near.RadiusMetres, near.AccuracyAssumed));
        Assert.Equal(HuntingGroundResult.Outside, Judge(74 + Draw.East(52), 38.5, accuracy, zones).Hunting);
    }

    [Fact]
    public void Judge_EndlessAccuracy_IsUnclearEverywhere() =>
        Assert.Equal(HuntingGroundResult.Unclear, Judge(10, 10, double.PositiveInfinity, [Draw.Hunting("north", "a", Square)]).Hunting);

    [Fact]
    public void Judge_ToleranceOfTheZone_WidensTheCircle()
    {
        var zones = new[] { Draw.Hunting("north", "a", Square, tolerance: 100) };
        var answer = Judge(74 + Draw.East(98), 38.5, 5, zones);
        Assert.Equal((HuntingGroundResult.Unclear, 100), (answer.Hunting, answer.RadiusMetres));
        Assert.Equal(HuntingGroundResult.Outside, Judge(74 + Draw.East(102), 38.5, 5, zones).Hunting);
        Assert.Equal(120, Judge(73.5, 38.5, 60, zones).RadiusMetres);
        Assert.Equal(10, Judge(73.5, 38.5, 0, [Draw.Hunting("north", "a", Square, tolerance: double.NaN)]).RadiusMetres);
    }

    [Fact]
    public void Judge_BorderBetweenTwoZonesOfThePermit_IsNoBorder()
    {
        var zones = new[] { Draw.Hunting("north", "a", Square), Draw.Hunting("north", "b", Draw.Box(74, 38, 75, 39)) };
        var answer = Judge(74, 38.5, 20, zones);
        Assert.Equal(HuntingGroundResult.Inside, answer.Hunting);
        Assert.Equal(Vincenty.Metres((74, 38.5), (74, 38)), answer.MetresInside!.Value, 0.1);
    }

    [Fact]
    public void Judge_BorderWithAZoneThatIsNotOnThePermit_IsABorder()
    {
        var zones = new[] { Draw.Hunting("north", "a", Square), Draw.Hunting("north", "b", Draw.Box(74, 38, 75, 39)) };
        Assert.Equal(HuntingGroundResult.Unclear, Judge(74, 38.5, 20, zones, "a").Hunting);
        Assert.Equal(HuntingGroundResult.Outside, Judge(74.1, 38.5, 20, zones, "a").Hunting);
    }

    [Fact]
    public void Judge_BorderWithAnotherConcession_IsUnclearForBoth()
    {
        var zones = new[] { Draw.Hunting("north", "a", Square), Draw.Hunting("south", "b", Draw.Box(74, 38, 75, 39)) };
        var answer = Judge(74 + Draw.East(5), 38.5, 5, zones, "a");
        Assert.Equal((HuntingGroundResult.Unclear, false), (answer.Hunting, answer.PointInside));
        Assert.Equal("south", answer.OtherConcession!.Zone.Concession);
        Assert.False(answer.OtherConcession.Certain);
    }

    [Fact]
    public void Judge_InAnotherConcession_NamesItsZone()
    {
        var zones = new[] { Draw.Hunting("north", "a", Square), Draw.Hunting("south", "b", Draw.Box(74, 38, 75, 39)), Draw.Hunting("south", "c", Draw.Box(74.2, 38.2, 74.6, 38.6)) };
        var answer = Judge(74.3, 38.5, 5, zones, "a");
        Assert.Equal(HuntingGroundResult.Outside, answer.Hunting);
        Assert.Equal(("b", true), (answer.OtherConcession!.Zone.Zone, answer.OtherConcession.Certain));
        Assert.Equal(Vincenty.MetresToEdge((74.3, 38.5), (74, 38), (74, 39)), answer.OtherConcession.MetresInside, 0.1);
        Assert.Null(Judge(73.5, 38.5, 5, zones, "a").OtherConcession);
        Assert.False(Judge(74 + Draw.East(150), 38.5, 100, zones, "a").OtherConcession!.Certain);
    }

    [Theory]
    [InlineData(6, null, HuntingGroundResult.Inside)]
    [InlineData(9.5, null, HuntingGroundResult.Inside)]
    [InlineData(15, null, HuntingGroundResult.Unclear)]
    [InlineData(30, null, HuntingGroundResult.Outside)]
    [InlineData(30, 40.0, HuntingGroundResult.Inside)]
    public void Judge_InTheSlitBetweenTwoZonesOfThePermit_ClosesItUpToTheTolerance(double slit, double? tolerance, HuntingGroundResult expected)
    {
        var zones = new[] { Draw.Hunting("north", "a", Square, tolerance), Draw.Hunting("north", "b", Draw.Box(74 + Draw.East(slit), 38, 75, 39)) };
        Assert.Equal(expected, Judge(74 + Draw.East(slit / 2), 38.5, 0, zones).Hunting);
    }

    [Fact]
    public void Judge_BordersDrawnWithDifferentPoints_LeaveNoSlit()
    {
        // One side has points on the slanted border that the other lacks; rounding puts them a hair beside the line.
        var points = Enumerable.Range(0, 10).Select(i => (Lon: 74 + 0.1 * i / 9, Lat: 38 + i / 9.0)).ToArray();
        var west = Draw.Shape([(73, 38), .. points, (73, 39), (73, 38)]);
        var east = Draw.Shape([(74, 38), (75, 38), (75, 39), (74.1, 39), (74, 38)]);
        var zones = new[] { Draw.Hunting("north", "a", west), Draw.Hunting("north", "b", east) };
        foreach (var (lon, lat) in points[1..^1])
            Assert.Equal(HuntingGroundResult.Inside, Judge(lon, lat, 100, zones).Hunting);
    }

    [Fact]
    public void Judge_OuterEdgeOfJoinedZones_StaysWhereItWas()
    {
        var zones = new[] { Draw.Hunting("north", "a", Square), Draw.Hunting("north", "b", Draw.Box(74, 38.2, 75, 38.6)) };
        foreach (var (lon, lat) in new[] { (73.5, 39.01), (74.01, 38.61), (74.5, 38.61), (74.3, 38.4), (73.02, 38.5), (75.01, 38.61) })
        {
            var edges = new[] { Draw.Ring(73, 38, 74, 39), Draw.Ring(74, 38.2, 75, 38.6) }.SelectMany(ring => ring.Zip(ring.Skip(1)))
                .Where(edge => !(edge.First.Lon == 74 && edge.Second.Lon == 74))
                .Append(((74, 38.6), (74, 39))).Append(((74, 38), (74, 38.2)));
            var expected = edges.Min(edge => Vincenty.MetresToEdge((lon, lat), edge.Item1, edge.Item2));
            Assert.Equal(expected, Judge(lon, lat, 5, zones).MetresToEdge!.Value, 0.05);
        }
    }

    [Fact]
    public void Judge_PartsOfOneZone_AreItsGroundAndTheGapIsNot()
    {
        var zones = new[] { Draw.Hunting("north", "a", Draw.Shapes([Draw.Ring(73, 38, 73.4, 39)], [Draw.Ring(73.6, 38, 74, 39)])) };
        Assert.Equal(HuntingGroundResult.Inside, Judge(73.2, 38.5, 5, zones).Hunting);
        Assert.Equal(HuntingGroundResult.Inside, Judge(73.8, 38.5, 5, zones).Hunting);
        Assert.Equal(HuntingGroundResult.Outside, Judge(73.5, 38.5, 5, zones).Hunting);
    }

    [Fact]
    public void Judge_ZonesUnknownClosedOrEnded_AreListedAndDoNotCount()
    {
        var ended = Draw.Hunting("north", "ended", Square) with { ValidTo = Draw.Day.PlusDays(-1) };
        var zones = new[] { ended, Draw.Closed("north", "closed", Draw.Box(80, 38, 81, 39)), Draw.Hunting("north", "a", Square) };
        var none = Judge(73.5, 38.5, 5, zones, "ended", "closed", "unknown", "unknown");
        Assert.Equal((HuntingGroundResult.NoZone, (double?)null, false), (none.Hunting, none.MetresToEdge, none.PointInside));
        Assert.Equal(["closed", "ended", "unknown"], none.ZonesNotInForce);
        Assert.Empty(none.Zones);
        var one = Judge(73.5, 38.5, 5, zones, "ended", "a");
        Assert.Equal(HuntingGroundResult.Inside, one.Hunting);
        Assert.Equal(["ended"], one.ZonesNotInForce);
    }

    [Fact]
    public void Judge_NoZoneInForce_StillNamesTheOtherConcession() =>
        Assert.Equal("south", Judge(73.5, 38.5, 5, [Draw.Hunting("south", "a", Square)], "a").OtherConcession!.Zone.Concession);

    [Fact]
    public void Judge_ZoneSmallerThanTheCircle_IsNeverInside()
    {
        var zones = new[] { Draw.Hunting("north", "a", Draw.Box(73, 38.5, 73 + Draw.East(15), 38.5 + Draw.North(15))) };
        Assert.Equal(HuntingGroundResult.Unclear, Judge(73 + Draw.East(7), 38.5 + Draw.North(7), 0, zones).Hunting);
        Assert.Equal(HuntingGroundResult.Outside, Judge(73 + Draw.East(40), 38.5, 0, zones).Hunting);
    }

    [Fact]
    public void Judge_ReversedRings_AnswersAlike()
    {
        (double Lon, double Lat)[][] rings = [Draw.Ring(73, 38, 74, 39), Draw.Ring(73.4, 38.4, 73.6, 38.6)];
        (double Lon, double Lat)[][] reversed = [.. rings.Select(ring => ring.Reverse().ToArray())];
        foreach (var lon in new[] { 73.2, 73.45, 73.4, 74.2 })
            Assert.Equivalent(
                Judge(lon, 38.5, 5, [Draw.Hunting("north", "a", Draw.Shape(rings))]),
                Judge(lon, 38.5, 5, [Draw.Hunting("north", "a", Draw.Shape(reversed))]), strict: true);
    }

    [Fact]
    public void Judge_NoPlace_IsABugOfTheCaller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Judge(double.NaN, 38.5, 5, [Draw.Hunting("north", "a", Square)]));

    private static PositionAnswer Judge(double lon, double lat, double? accuracy, ZoneShape[] zones, params string[] permit) =>
        new ZoneMap(zones).Judge(new(lon, lat, accuracy, Draw.Day, "north", permit.Length > 0 ? permit : [.. zones.Select(zone => zone.Ref.Zone)]));
}
