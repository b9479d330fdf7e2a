using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Tests.Zones;

/// <summary>Closed zones and holes.</summary>
public class JudgeClosedTests
{
    private static readonly (double Lon, double Lat)[] Outer = Draw.Ring(73, 38, 74, 39);
    private static readonly (double Lon, double Lat)[] Inner = Draw.Ring(73.4, 38.4, 73.6, 38.6);
    private static readonly ZoneShape WithHole = Draw.Hunting("north", "a", Draw.Shape(Outer, Inner));

    [Theory]
    [InlineData("north")]
    [InlineData("south")]
    public void Judge_InAClosedZoneOfAnyConcession_IsInClosed(string concession)
    {
        var answer = Judge(73.5, 38.5, 5, Draw.Hunting("north", "a", Draw.Shape(Outer)), Draw.Closed(concession, "core", Draw.Shape(Inner)));
        Assert.Equal((HuntingGroundResult.Inside, ClosedGroundResult.InClosed), (answer.Hunting, answer.Closed));
        var ground = Assert.Single(answer.ClosedGrounds);
        Assert.Equal((concession, ClosedGroundKind.ClosedZone, true), (ground.Zone.Concession, ground.Kind, ground.PointInside));
        Assert.Equal(Vincenty.MetresToEdge((73.5, 38.5), (73.4, 38.4), (73.4, 38.6)), ground.Metres, 0.1);
    }

    [Theory]
    [InlineData(-12, ClosedGroundResult.InClosed)]
    [InlineData(-8, ClosedGroundResult.Unclear)]
    [InlineData(0, ClosedGroundResult.Unclear)]
    [InlineData(8, ClosedGroundResult.Unclear)]
    [InlineData(12, ClosedGroundResult.Clear)]
    public void Judge_EdgeOfAClosedZone_IsNotClosedButUnclear(double metresEastOfEdge, ClosedGroundResult expected)
    {
        var answer = Judge(73.6 + Draw.East(metresEastOfEdge), 38.5, 0, Draw.Hunting("north", "a", Draw.Shape(Outer)), Draw.Closed("north", "core", Draw.Shape(Inner)));
        Assert.Equal(expected, answer.Closed);
        Assert.All(answer.ClosedGrounds, ground => Assert.Equal(metresEastOfEdge < 0, ground.PointInside));
    }

    [Fact]
    public void Judge_ToleranceOfAClosedZone_WidensItsCircleOnly()
    {
        var answer = Judge(73.6 + Draw.East(80), 38.5, 5, Draw.Hunting("north", "a", Draw.Shape(Outer)), Draw.Closed("north", "core", Draw.Shape(Inner), tolerance: 100));
        Assert.Equal((ClosedGroundResult.Unclear, 100, 10), (answer.Closed, answer.ClosedGrounds[0].RadiusMetres, answer.RadiusMetres));
    }

    [Fact]
    public void Judge_ClosedZoneNotYetInForce_IsClear() =>
        Assert.Equal(ClosedGroundResult.Clear, Judge(73.5, 38.5, 5, Draw.Closed("north", "core", Draw.Shape(Inner)) with { ValidFrom = Draw.Day.PlusDays(1) }).Closed);

    [Fact]
    public void Judge_InAHole_IsOutsideAndInClosed()
    {
        var answer = Judge(73.5, 38.5, 5, WithHole);
        Assert.Equal((HuntingGroundResult.Outside, ClosedGroundResult.InClosed), (answer.Hunting, answer.Closed));
        Assert.Equal(ClosedGroundKind.Hole, Assert.Single(answer.ClosedGrounds).Kind);
    }

    [Fact]
    public void Judge_EdgeOfAHole_IsUnclearOnBothCounts()
    {
        var answer = Judge(73.6, 38.5, 5, WithHole);
        Assert.Equal((HuntingGroundResult.Unclear, true, ClosedGroundResult.Unclear), (answer.Hunting, answer.PointInside, answer.Closed));
    }

    [Fact]
    public void Judge_HoleOfAnotherConcession_IsNotTheirsToClose()
    {
        var answer = Judge(73.5, 38.5, 5, Draw.Hunting("south", "a", Draw.Shape(Outer, Inner)));
        Assert.Equal(ClosedGroundResult.Clear, answer.Closed);
    }

    [Fact]
    public void Judge_IslandInAHole_IsInsideWhereverItIsDrawn()
    {
        var island = Draw.Ring(73.45, 38.45, 73.55, 38.55);
        var asZone = Judge(73.5, 38.5, 5, WithHole, Draw.Hunting("north", "b", Draw.Shape(island)));
        var asPart = Judge(73.5, 38.5, 5, Draw.Hunting("north", "a", Draw.Shapes([Outer, Inner], [island])));
        Assert.All([asZone, asPart], answer => Assert.Equal((HuntingGroundResult.Inside, ClosedGroundResult.Clear), (answer.Hunting, answer.Closed)));
    }

    [Fact]
    public void Judge_BetweenIslandAndHolesEdge_IsInTheHole()
    {
        var answer = Judge(73.42, 38.5, 5, WithHole, Draw.Hunting("north", "b", Draw.Box(73.45, 38.45, 73.55, 38.55)));
        Assert.Equal((HuntingGroundResult.Outside, ClosedGroundResult.InClosed), (answer.Hunting, answer.Closed));
    }

    [Fact]
    public void Judge_IslandNotOnThePermit_IsOutsideButNotClosed()
    {
        ZoneShape[] zones = [WithHole, Draw.Hunting("north", "b", Draw.Shape(Inner))];
        var answer = new ZoneMap(zones).Judge(new(73.5, 38.5, 5, Draw.Day, "north", ["a"]));
        Assert.Equal((HuntingGroundResult.Outside, ClosedGroundResult.Clear), (answer.Hunting, answer.Closed));
    }

    [Fact]
    public void Judge_IslandOfAnotherConcession_IsTheirsAndNotClosed()
    {
        var answer = Judge(73.5, 38.5, 5, WithHole, Draw.Hunting("south", "b", Draw.Shape(Inner)));
        Assert.Equal((HuntingGroundResult.Outside, ClosedGroundResult.Clear), (answer.Hunting, answer.Closed));
        Assert.True(answer.OtherConcession!.Certain);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Judge_HoleFilledToWithinASlit_IsAllOneGround(double slit)
    {
        var filler = Draw.Box(73.4 + Draw.East(slit), 38.4 + Draw.North(slit), 73.6 - Draw.East(slit), 38.6 - Draw.North(slit));
        var answer = Judge(73.4 + Draw.East(slit / 2), 38.5, 100, WithHole, Draw.Hunting("north", "b", filler));
        Assert.Equal((HuntingGroundResult.Inside, ClosedGroundResult.Clear), (answer.Hunting, answer.Closed));
    }

    [Fact]
    public void Judge_NarrowHoleThatNothingFills_StaysAHole()
    {
        // 8 m wide: narrower than the slits that are closed between zones, but drawn on purpose.
        var narrow = Draw.Ring(73.5, 38.4, 73.5 + Draw.East(8), 38.6);
        var answer = Judge(73.5 + Draw.East(4), 38.5, 0, Draw.Hunting("north", "a", Draw.Shape(Outer, narrow)), Draw.Hunting("north", "b", Draw.Box(74, 38, 75, 39)));
        Assert.Equal((HuntingGroundResult.Unclear, false, ClosedGroundResult.Unclear), (answer.Hunting, answer.PointInside, answer.Closed));
    }

    [Fact]
    public void Judge_BorderBetweenTwoClosedZones_IsClosedGround()
    {
        var (west, east) = (Draw.Closed("north", "w", Draw.Box(73, 38, 73.5, 39)), Draw.Closed("south", "e", Draw.Box(73.5, 38, 74, 39)));
        var besides = Judge(73.5 + Draw.East(3), 38.5, 5, west, east);
        Assert.Equal(ClosedGroundResult.InClosed, besides.Closed);
        Assert.Equal("e", besides.ClosedGrounds[0].Zone.Zone);
        Assert.Equal(ClosedGroundResult.InClosed, Judge(73.5, 38.5, 5, west, east).Closed);
        Assert.Equal(ClosedGroundResult.Unclear, Judge(73.5, 39 - Draw.North(5), 5, west, east).Closed);
    }

    [Fact]
    public void Judge_HoleBesideAClosedZone_IsOneClosedGround()
    {
        // The hole ends where the closed zone begins; the position is in the hole, 3 m from that line.
        var closed = Draw.Closed("north", "core", Draw.Box(73.6, 38.4, 73.8, 38.6));
        var zone = Draw.Hunting("north", "a", Draw.Shape(Outer, Draw.Ring(73.4, 38.4, 73.6, 38.6)));
        var answer = Judge(73.6 - Draw.East(3), 38.5, 5, zone, closed);
        Assert.Equal(ClosedGroundResult.InClosed, answer.Closed);
        Assert.Equal(ClosedGroundKind.Hole, answer.ClosedGrounds[0].Kind);
    }

    [Fact]
    public void Judge_ClosedZoneDrawnOverItsHole_NamesBoth()
    {
        var answer = Judge(73.5, 38.5, 5, WithHole, Draw.Closed("north", "core", Draw.Shape(Inner)));
        Assert.Equal([ClosedGroundKind.ClosedZone, ClosedGroundKind.Hole], answer.ClosedGrounds.Select(ground => ground.Kind).Order());
    }

    private static PositionAnswer Judge(double lon, double lat, double? accuracy, params ZoneShape[] zones) =>
        new ZoneMap(zones).Judge(new(lon, lat, accuracy, Draw.Day, "north", [.. zones.Select(zone => zone.Ref.Zone)]));
}
