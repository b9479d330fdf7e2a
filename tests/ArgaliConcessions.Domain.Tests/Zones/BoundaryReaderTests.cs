using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Tests.Zones;

public class BoundaryReaderTests
{
    private static readonly (double Lon, double Lat)[] Shell = Draw.Ring(0, 0, 10, 10);

    [Fact]
    public void Read_NoPolygon_IsEmpty() => Expect([], new BoundaryFault(BoundaryFaultKind.Empty, 0, 0));

    [Fact]
    public void Read_PolygonWithoutRings_IsEmpty() => Expect([[Shell], []], new BoundaryFault(BoundaryFaultKind.Empty, 1, 0));

    [Fact]
    public void Read_RingWithoutPoints_IsEmpty() => Expect([[Shell, []]], new BoundaryFault(BoundaryFaultKind.Empty, 0, 1));

    [Fact]
    public void Read_RingNotClosed_NamesItsLastPoint() =>
        Expect([[[(0, 0), (10, 0), (10, 10), (0, 10)]]], new BoundaryFault(BoundaryFaultKind.RingNotClosed, 0, 0, 3, 0, 10));

    [Fact]
    public void Read_ThreePoints_AreTooFew() =>
        Expect([[[(0, 0), (10, 0), (0, 0)]]], new BoundaryFault(BoundaryFaultKind.TooFewPoints, 0, 0));

    [Fact]
    public void Read_TwoDifferentPointsOnly_AreTooFew() =>
        Expect([[[(0, 0), (10, 0), (10, 0), (0, 0)]]], new BoundaryFault(BoundaryFaultKind.TooFewPoints, 0, 0));

    [Fact]
    public void Read_OnePointFourTimes_IsTooFew() =>
        Expect([[[(1, 1), (1, 1), (1, 1), (1, 1)]]], new BoundaryFault(BoundaryFaultKind.TooFewPoints, 0, 0));

    [Fact]
    public void Read_PointsOnOneLine_IsZeroArea() =>
        Expect([[[(0, 0), (5, 5), (10, 10), (0, 0)]]], new BoundaryFault(BoundaryFaultKind.ZeroArea, 0, 0));

    [Fact]
    public void Read_RingOfLessThanAMillimetre_IsZeroArea() =>
        Expect([[[(0, 0), (1e-9, 0), (1e-9, 1e-9), (0, 1e-9), (0, 0)]]], new BoundaryFault(BoundaryFaultKind.ZeroArea, 0, 0));

    [Fact]
    public void Read_Spike_NamesItsTip() =>
        Expect([[[(0, 0), (10, 0), (10, 5), (15, 5), (10, 5), (10, 10), (0, 10), (0, 0)]]], new BoundaryFault(BoundaryFaultKind.Spike, 0, 0, 3, 15, 5));

    [Fact]
    public void Read_SpikeAtTheFirstPoint_NamesIt() =>
        Expect([[[(-5, 0), (0, 0), (10, 0), (10, 10), (0, 10), (0, 0), (-5, 0)]]], new BoundaryFault(BoundaryFaultKind.Spike, 0, 0, 0, -5, 0));

    [Theory]
    [InlineData(double.NaN, 5)]
    [InlineData(5, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    public void Read_NotANumber_NamesThePoint(double lon, double lat) =>
        Expect([[[(0, 0), (lon, lat), (10, 10), (0, 10), (0, 0)]]], new BoundaryFault(BoundaryFaultKind.NonFinite, 0, 0, 1, lon, lat));

    [Theory]
    [InlineData(180.0001, 5)]
    [InlineData(5, 90.0001)]
    [InlineData(5, -1e300)]
    public void Read_NotOnEarth_IsOutOfRange(double lon, double lat) =>
        Assert.Contains(new BoundaryFault(BoundaryFaultKind.OutOfRange, 0, 0, 1, lon, lat), Faults([[[(0, 0), (lon, lat), (10, 10), (0, 10), (0, 0)]]]));

    [Fact]
    public void Read_PointAtTheAntimeridian_IsNamed() =>
        Expect([[[(170, 0), (180, 0), (175, 5), (170, 0)]]], new BoundaryFault(BoundaryFaultKind.Antimeridian, 0, 0, 1, 180, 0));

    [Fact]
    public void Read_EdgeAcrossTheAntimeridian_NamesWhereItBegins() =>
        Assert.Equal(
            [new(BoundaryFaultKind.Antimeridian, 0, 0, 0, 170, 0), new(BoundaryFaultKind.Antimeridian, 0, 0, 2, -170, 5)],
            Faults([[[(170, 0), (-170, 0), (-170, 5), (170, 5), (170, 0)]]]));

    [Fact]
    public void Read_EdgeOfExactly180Degrees_IsTaken() => Assert.NotNull(BoundaryReader.Read([[[(-90, 0), (90, 0), (0, 50), (-90, 0)]]]).Boundary);

    [Fact]
    public void Read_PoleAsCorner_IsTaken() => Assert.NotNull(BoundaryReader.Read([[[(0, 80), (10, 80), (5, 90), (0, 80)]]]).Boundary);

    [Fact]
    public void Read_TooManyVertices_IsSaidAlone()
    {
        var round = Draw.Round(73, 38, 0.5, BoundaryReader.MaxVertices);
        Expect([[round]], new BoundaryFault(BoundaryFaultKind.TooManyVertices, 0, 0));
        Assert.NotNull(BoundaryReader.Read([[Draw.Round(73, 38, 0.5, BoundaryReader.MaxVertices - 1)]]).Boundary);
    }

    [Fact]
    public void Read_BowTie_NamesTheCrossing() =>
        Expect([[[(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]]], new BoundaryFault(BoundaryFaultKind.SelfIntersection, 0, 0, 0, 5, 5));

    [Fact]
    public void Read_TwoCrossings_NamesBoth()
    {
        var faults = Faults([[[(0, 0), (10, 0), (10, 10), (8, -1), (2, -1), (0, 10), (0, 0)]]]);
        Assert.Equal(2, faults.Count);
        Assert.All(faults, fault => Assert.Equal((BoundaryFaultKind.SelfIntersection, 0.0), (fault.Kind, fault.Lat)));
    }

    [Fact]
    public void Read_RingTouchingItselfAtAPoint_IsSelfIntersection()
    {
        var fault = Assert.Single(Faults([[[(0, 0), (10, 0), (5, 5), (10, 10), (0, 10), (5, 5), (0, 0)]]]));
        Assert.Equal((BoundaryFaultKind.SelfIntersection, 2, 5, 5), (fault.Kind, fault.Vertex, fault.Lon, fault.Lat));
    }

    [Fact]
    public void Read_HoleOutside_NamesTheHole()
    {
        var fault = Assert.Single(Faults([[Shell, Draw.Ring(2, 2, 3, 3), Draw.Ring(20, 20, 21, 21)]]));
        Assert.Equal((BoundaryFaultKind.HoleOutsideShell, 0, 2), (fault.Kind, fault.Polygon, fault.Ring));
        Assert.NotNull(fault.Vertex);
    }

    [Fact]
    public void Read_HoleAcrossTheShell_NamesTheCrossings()
    {
        var faults = Faults([[Shell, Draw.Ring(8, 4, 12, 6)]]);
        Assert.Equal([(BoundaryFaultKind.HoleOutsideShell, 10.0, 4.0), (BoundaryFaultKind.HoleOutsideShell, 10.0, 6.0)], faults.Select(f => (f.Kind, f.Lon!.Value, f.Lat!.Value)).Order());
        Assert.All(faults, fault => Assert.Equal(1, fault.Ring));
    }

    [Fact]
    public void Read_HoleAlongTheShell_IsRefused() =>
        Assert.All(Faults([[Shell, Draw.Ring(8, 4, 10, 6)]]), fault => Assert.Equal((BoundaryFaultKind.HoleOutsideShell, 1), (fault.Kind, fault.Ring)));

    [Fact]
    public void Read_HoleInAHole_NamesTheInner()
    {
        var fault = Assert.Single(Faults([[Shell, Draw.Ring(2, 2, 8, 8), Draw.Ring(4, 4, 5, 5)]]));
        Assert.Equal((BoundaryFaultKind.NestedHoles, 0, 2), (fault.Kind, fault.Polygon, fault.Ring));
    }

    [Fact]
    public void Read_HolesCross_NamesTheCrossings()
    {
        var faults = Faults([[Shell, Draw.Ring(2, 2, 6, 6), Draw.Ring(4, 4, 8, 8)]]);
        Assert.Equal([(4.0, 6.0), (6.0, 4.0)], faults.Select(f => (f.Lon!.Value, f.Lat!.Value)).Order());
        Assert.All(faults, fault => Assert.Equal((BoundaryFaultKind.HolesOverlap, 2), (fault.Kind, fault.Ring)));
    }

    [Fact]
    public void Read_PolygonInAPolygon_NamesTheInner()
    {
        var fault = Assert.Single(Faults([[Shell], [Draw.Ring(2, 2, 3, 3)]]));
        Assert.Equal((BoundaryFaultKind.NestedShells, 1, 0), (fault.Kind, fault.Polygon, fault.Ring));
    }

    [Fact]
    public void Read_PolygonsCross_NamesTheCrossings()
    {
        var faults = Faults([[Shell], [Draw.Ring(8, 8, 12, 12)]]);
        Assert.Equal([(8.0, 10.0), (10.0, 8.0)], faults.Select(f => (f.Lon!.Value, f.Lat!.Value)).Order());
        Assert.All(faults, fault => Assert.Equal((BoundaryFaultKind.ShellsOverlap, 1), (fault.Kind, fault.Polygon)));
    }

    [Fact]
    public void Read_PolygonsShareAnEdge_IsShellsOverlap() =>
        Assert.All(Faults([[Shell], [Draw.Ring(10, 0, 20, 10)]]), fault => Assert.Equal(BoundaryFaultKind.ShellsOverlap, fault.Kind));

    [Fact]
    public void Read_HolesCrossingAtCorners_IsRefused()
    {
        (double, double)[] one = [(2, 5), (5, 2), (8, 5), (5, 8), (2, 5)];
        (double, double)[] other = [(5, 2), (9, 3), (5, 8), (4, 5), (5, 2)];
        Assert.Contains(BoundaryFaultKind.HolesOverlap, Faults([[Shell, one, other]]).Select(fault => fault.Kind));
    }

    [Fact]
    public void Read_SameRingTwice_NamesTheSecond()
    {
        var turned = new[] { (3.0, 2.0), (2, 2), (2, 3), (3, 3), (3, 2) };
        Expect([[Shell, Draw.Ring(2, 2, 3, 3), turned]], new BoundaryFault(BoundaryFaultKind.DuplicateRings, 0, 2, 0, 3, 2));
        Expect([[Shell], [Shell]], new BoundaryFault(BoundaryFaultKind.DuplicateRings, 1, 0, 0, 0, 0));
    }

    [Fact]
    public void Read_HolesThatCutThePolygonInTwo_IsDisconnected()
    {
        (double, double)[] left = [(0, 5), (2, 3), (5, 5), (2, 7), (0, 5)];
        (double, double)[] right = [(5, 5), (8, 3), (10, 5), (8, 7), (5, 5)];
        var fault = Assert.Single(Faults([[Shell, left, right]]));
        Assert.Equal(BoundaryFaultKind.DisconnectedInterior, fault.Kind);
    }

    [Fact]
    public void Read_PartsThatTouchInAPoint_AreTaken() => Assert.NotNull(BoundaryReader.Read([[Shell], [Draw.Ring(10, 10, 20, 20)]]).Boundary);

    [Fact]
    public void Read_IslandInAHole_IsTaken() =>
        Assert.NotNull(BoundaryReader.Read([[Shell, Draw.Ring(2, 2, 8, 8)], [Draw.Ring(4, 4, 5, 5)]]).Boundary);

    [Fact]
    public void Read_SeveralFaultyRings_NamesAll()
    {
        var faults = Faults([[[(0, 0), (10, 0), (10, 10), (0, 10)], [(1, 1), (1, 1)]], [[(200, 0), (double.NaN, 1), (3, 3), (200, 0)]]]);
        Assert.Equal(
            [
                new(BoundaryFaultKind.RingNotClosed, 0, 0, 3, 0, 10),
                new(BoundaryFaultKind.TooFewPoints, 0, 1),
                new(BoundaryFaultKind.OutOfRange, 1, 0, 0, 200, 0),
                new(BoundaryFaultKind.NonFinite, 1, 0, 1, double.NaN, 1),
                new(BoundaryFaultKind.OutOfRange, 1, 0, 3, 200, 0),
            ],
            faults);
    }

    [Fact]
    public void Read_FaultsOfThreeKindsOfTopology_NamesAll()
    {
        var kinds = Faults(
            [
                [Shell, Draw.Ring(2, 2, 4, 4), Draw.Ring(3, 3, 3.5, 3.5), Draw.Ring(50, 50, 51, 51)],
                [[(20, 0), (30, 10), (30, 0), (20, 10), (20, 0)]],
            ]).Select(fault => fault.Kind);
        Assert.Equal([BoundaryFaultKind.SelfIntersection, BoundaryFaultKind.HoleOutsideShell, BoundaryFaultKind.NestedHoles], kinds.Order());
    }

    [Fact]
    public void Read_ManyFaults_ListsAHundredAndSaysThereAreMore()
    {
        var ring = Enumerable.Range(0, 500).Select(i => (Lon: 200.0 + i, Lat: 0.0)).ToArray();
        var reading = BoundaryReader.Read([[ring]]);
        Assert.Equal(BoundaryReader.MaxFaults, reading.Faults.Count);
        Assert.True(reading.More);
    }

    [Fact]
    public void Code_OfEveryKind_IsItsNameInKebabCase()
    {
        foreach (var kind in Enum.GetValues<BoundaryFaultKind>())
            Assert.Equal(kind.ToString(), string.Concat(kind.Code().Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((BoundaryFaultKind)99).Code());
    }

    private static IReadOnlyList<BoundaryFault> Faults(IReadOnlyList<IReadOnlyList<IReadOnlyList<(double, double)>>> polygons)
    {
        var reading = BoundaryReader.Read(polygons);
        Assert.Null(reading.Boundary);
        Assert.NotEmpty(reading.Faults);
        return reading.Faults;
    }

    private static void Expect(IReadOnlyList<IReadOnlyList<IReadOnlyList<(double, double)>>> polygons, BoundaryFault only) =>
        Assert.Equal([only], Faults(polygons));
}
