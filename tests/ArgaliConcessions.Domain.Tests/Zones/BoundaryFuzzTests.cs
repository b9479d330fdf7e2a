using ArgaliConcessions.Domain.Zones;
using FsCheck;
using FsCheck.Fluent;

namespace ArgaliConcessions.Domain.Tests.Zones;

/// <summary>Rings nobody would draw: they may be refused or taken, but never crash, and what is taken is valid and stays so.</summary>
public class BoundaryFuzzTests
{
    private const int Cases = 3_000;

    // Few different coordinates, so that points, edges and rings meet each other all the time.
    private static readonly Gen<double> OnAGrid = Gen.Choose(0, 6).Select(step => (double)step);
    private static readonly Gen<double> Odd = Gen.Elements(double.NaN, double.PositiveInfinity, 1e308, -1e308, 5e-324, -0.0, 180, -180, 179.9999, 90, -90, 0.1, 1 / 3.0);
    private static readonly Gen<double> Anything = Gen.Frequency((40, OnAGrid), (1, Odd));

    [Fact]
    public void Read_RingsOnASmallGrid_NeverPassAFaultSilently() => Property.Holds(Shapes(OnAGrid), IsSound, Cases);

    [Fact]
    public void Read_RingsWithOddNumbers_NeverPassAFaultSilently() => Property.Holds(Shapes(Anything), IsSound, Cases);

    [Fact]
    public void Read_RingsOnASmallGrid_FindsSomeValid()
    {
        var valid = 0;
        Property.Holds(
            Shapes(OnAGrid),
            polygons =>
            {
                valid += BoundaryReader.Read(polygons).Boundary is null ? 0 : 1;
                return true;
            },
            Cases);
        Assert.InRange(valid, Cases / 100, Cases * 9 / 10);
    }

    [Fact]
    public void Propose_RingsWithOddNumbers_NeverThrowsAndIsValid() =>
        Property.Holds(Shapes(Anything), polygons => BoundaryRepair.Propose(polygons) is not { } proposal || IsValid(proposal.Boundary), Cases / 3);

    [Fact]
    public void Read_StarsOfRandomRadii_AreValid() =>
        Property.Holds(Property.Stars(), star => BoundaryReader.Read([[star.Ring]]).Boundary is not null);

    private static bool IsSound((double, double)[][][] polygons)
    {
        var reading = BoundaryReader.Read(polygons);
        return reading.Boundary is { } boundary ? reading.Faults.Count == 0 && IsValid(boundary) && HasNoCrossing(polygons) : reading.Faults.Count > 0;
    }

    private static bool IsValid(Boundary boundary) =>
        BoundaryReader.Read(boundary.Polygons).Boundary == boundary && boundary.AreaHectares > 0 && Boundary.FromWkb(boundary.ToWkb()).Equals(boundary);

    /// <summary>An oracle without a library: no edge crosses another in its midst. Grid coordinates are small, so that this is exact.</summary>
    private static bool HasNoCrossing((double X, double Y)[][][] polygons)
    {
        var edges = polygons.SelectMany(rings => rings).SelectMany(ring => ring.Zip(ring.Skip(1))).ToList();
        return !edges.Exists(one => edges.Exists(other => Side(one, other.First) * Side(one, other.Second) < 0 && Side(other, one.First) * Side(other, one.Second) < 0));
    }

    private static int Side(((double X, double Y) From, (double X, double Y) To) edge, (double X, double Y) point) =>
        Math.Sign((edge.To.X - edge.From.X) * (point.Y - edge.From.Y) - (edge.To.Y - edge.From.Y) * (point.X - edge.From.X));

    private static Gen<(double, double)[][][]> Shapes(Gen<double> number)
    {
        var point = from lon in number from lat in number select (lon, lat);
        var closed = from count in Gen.Choose(3, 7) from points in point.ArrayOf(count) select (IEnumerable<(double, double)>)[.. points, points[0]];
        var open = from count in Gen.Choose(0, 5) from points in point.ArrayOf(count) select (IEnumerable<(double, double)>)points;
        var box = from a in point from b in point select (IEnumerable<(double, double)>)Draw.Ring(a.lon, a.lat, b.lon, b.lat);
        var ring = Gen.Frequency((5, closed), (6, box), (1, open)).Select(points => points.ToArray());
        var polygon = from count in Gen.Frequency((6, Gen.Constant(1)), (3, Gen.Choose(2, 3)), (1, Gen.Constant(0))) from rings in ring.ArrayOf(count) select rings;
        return from count in Gen.Frequency((6, Gen.Constant(1)), (3, Gen.Choose(2, 3)), (1, Gen.Constant(0))) from polygons in polygon.ArrayOf(count) select polygons;
    }
}
