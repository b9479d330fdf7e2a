using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>Finds where edges cross within their lengths, or run along each other. Touching corners are left to the topology checks.</summary>
internal sealed class Crossings : ISegmentIntersector
{
    /// <summary>Pairs of edges that are compared. Edges of zones as people draw them meet few others; only thousands of long edges side by side need more.</summary>
    private const int MaxTests = 10_000_000;

    private readonly LineIntersector intersector = new RobustLineIntersector();
    private readonly Func<Crossing, bool> found;
    private int tests;
    private bool enough;

    private Crossings(Func<Crossing, bool> found) => this.found = found;

    public bool IsDone => enough || tests >= MaxTests;

    /// <summary>Adds a fault for each crossing, naming the later of the two rings.</summary>
    /// <returns>Whether all edges were compared; if not, there are too many faults or too many edges side by side.</returns>
    public static bool Report(Polygons polygons, FaultList faults) =>
        Search(polygons, crossing =>
        {
            faults.Add(Fault(crossing));
            return !faults.More;
        });

    /// <summary>The number of crossings, counted no further than the limit; the limit too if it takes too long to count.</summary>
    public static int Count(Polygons polygons, int limit)
    {
        var count = 0;
        var finished = Search(polygons, _ => ++count < limit);
        return finished ? count : limit;
    }

    /// <summary>Whether shapes cross themselves or each other so often that no overlay of them should be tried. Neighbouring zones cross a few hundred times at most.</summary>
    public static bool IsTangle(IEnumerable<Geometry> shapes)
    {
        const int Most = 50_000;
        return Count([.. shapes.SelectMany(Planar.Rings)], Most) == Most;
    }

    public void ProcessIntersections(ISegmentString e0, int segIndex0, ISegmentString e1, int segIndex1)
    {
        if (IsDone || (ReferenceEquals(e0, e1) && segIndex0 == segIndex1))
            return;
        tests++;
        var (a, b) = (e0.Coordinates[segIndex0], e0.Coordinates[segIndex0 + 1]);
        var (c, d) = (e1.Coordinates[segIndex1], e1.Coordinates[segIndex1 + 1]);
        if (a.Equals2D(b) || c.Equals2D(d))
            return;
        intersector.ComputeIntersection(a, b, c, d);
        if (!intersector.HasIntersection || (!intersector.IsProper && intersector.IntersectionNum != LineIntersector.CollinearIntersection))
            return;
        var at = intersector.GetIntersection(0);
        enough = !found(Ordered((RingPlace)e0.Context, segIndex0, (RingPlace)e1.Context, segIndex1, (at.X, at.Y)));
    }

    /// <returns>Whether every pair of edges that may meet was looked at.</returns>
    private static bool Search(Polygons polygons, Func<Crossing, bool> found)
    {
        var strings = new List<ISegmentString>();
        for (var p = 0; p < polygons.Count; p++)
            for (var r = 0; r < polygons[p].Count; r++)
                strings.Add(new BasicSegmentString([.. polygons[p][r].Select(point => new Coordinate(point.Lon, point.Lat))], new RingPlace(p, r)));
        var crossings = new Crossings(found);
        new MCIndexNoder(crossings).ComputeNodes(strings);
        return !crossings.IsDone;
    }

    private static Crossing Ordered(RingPlace one, int edge, RingPlace other, int otherEdge, (double Lon, double Lat) at)
    {
        var isOneFirst = (one.Polygon, one.Ring, edge).CompareTo((other.Polygon, other.Ring, otherEdge)) < 0;
        return isOneFirst ? new(one, edge, other, otherEdge, at) : new(other, otherEdge, one, edge, at);
    }

    private static BoundaryFault Fault(Crossing crossing)
    {
        var (first, second) = (crossing.First, crossing.Second);
        if (first == second)
            return new(BoundaryFaultKind.SelfIntersection, first.Polygon, first.Ring, crossing.FirstEdge, crossing.At.Lon, crossing.At.Lat);
        var kind = first.Polygon != second.Polygon ? BoundaryFaultKind.ShellsOverlap
            : first.Ring == 0 ? BoundaryFaultKind.HoleOutsideShell
            : BoundaryFaultKind.HolesOverlap;
        return new(kind, second.Polygon, second.Ring, crossing.SecondEdge, crossing.At.Lon, crossing.At.Lat);
    }

    private sealed record RingPlace(int Polygon, int Ring);

    private sealed record Crossing(RingPlace First, int FirstEdge, RingPlace Second, int SecondEdge, (double Lon, double Lat) At);
}
