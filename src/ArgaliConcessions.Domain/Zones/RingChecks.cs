using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>The checks that look at one ring at a time and need no topology.</summary>
internal static class RingChecks
{
    /// <summary>Ten square millimetres: the arithmetic is not sure of less.</summary>
    private const double LeastHectares = 1e-9;

    private const int LeastPoints = 4;
    private const int LeastDifferentPoints = 3;

    public static void Check(Polygons polygons, FaultList faults)
    {
        if (polygons.Count == 0)
            faults.Add(new(BoundaryFaultKind.Empty, 0, 0));
        var points = 0L;
        for (var p = 0; p < polygons.Count; p++)
        {
            if (polygons[p].Count == 0)
                faults.Add(new(BoundaryFaultKind.Empty, p, 0));
            for (var r = 0; r < polygons[p].Count; r++)
            {
                points += polygons[p][r].Count;
                if (points > BoundaryReader.MaxVertices)
                {
                    faults.Add(new(BoundaryFaultKind.TooManyVertices, p, r));
                    return;
                }
                CheckRing(polygons[p][r], p, r, faults);
            }
        }
        if (!faults.Any)
            CheckDuplicates(polygons, faults);
    }

    /// <summary>A ring that crosses itself may enclose nothing on balance, so this is asked last.</summary>
    public static void CheckSizes(Polygons polygons, FaultList faults)
    {
        for (var p = 0; p < polygons.Count; p++)
            for (var r = 0; r < polygons[p].Count; r++)
                if (EllipsoidArea.RingHectares(polygons[p][r]) < LeastHectares)
                    faults.Add(new(BoundaryFaultKind.ZeroArea, p, r));
    }

    private static void CheckRing(Ring ring, int polygon, int index, FaultList faults)
    {
        if (ring.Count == 0)
        {
            faults.Add(new(BoundaryFaultKind.Empty, polygon, index));
            return;
        }
        if (!CheckPoints(ring, polygon, index, faults))
            return;
        CheckEdges(ring, polygon, index, faults);
        if (ring[0] != ring[^1])
            faults.Add(new(BoundaryFaultKind.RingNotClosed, polygon, index, ring.Count - 1, ring[^1].Lon, ring[^1].Lat));
        if (ring.Count < LeastPoints || ring.Distinct().Take(LeastDifferentPoints).Count() < LeastDifferentPoints)
            faults.Add(new(BoundaryFaultKind.TooFewPoints, polygon, index));
        else if (IsOnOneLine(ring))
            faults.Add(new(BoundaryFaultKind.ZeroArea, polygon, index));
        else
            CheckSpikes(ring, polygon, index, faults);
    }

    /// <returns>Whether all points are numbers, so that further checks make sense.</returns>
    private static bool CheckPoints(Ring ring, int polygon, int index, FaultList faults)
    {
        var finite = true;
        for (var v = 0; v < ring.Count; v++)
        {
            var (lon, lat) = ring[v];
            BoundaryFaultKind? kind =
                !double.IsFinite(lon) || !double.IsFinite(lat) ? BoundaryFaultKind.NonFinite
                : Math.Abs(lon) > 180 || Math.Abs(lat) > 90 ? BoundaryFaultKind.OutOfRange
                : Math.Abs(lon) == 180 ? BoundaryFaultKind.Antimeridian
                : null;
            if (kind is null)
                continue;
            finite &= kind != BoundaryFaultKind.NonFinite;
            faults.Add(new(kind.Value, polygon, index, v, lon, lat));
        }
        return finite;
    }

    private static void CheckEdges(Ring ring, int polygon, int index, FaultList faults)
    {
        for (var v = 1; v < ring.Count; v++)
            if (Math.Abs(ring[v].Lon - ring[v - 1].Lon) > 180)
                faults.Add(new(BoundaryFaultKind.Antimeridian, polygon, index, v - 1, ring[v - 1].Lon, ring[v - 1].Lat));
    }

    /// <summary>Whether all points, of which two must differ, lie on one line.</summary>
    public static bool IsOnOneLine(Ring ring)
    {
        var first = At(ring[0]);
        var second = At(ring.First(point => point != ring[0]));
        return ring.All(point => Orientation.Index(first, second, At(point)) == OrientationIndex.Collinear);
    }

    /// <summary>A spike's tip is a point where the line turns back exactly over itself.</summary>
    private static void CheckSpikes(Ring ring, int polygon, int index, FaultList faults)
    {
        var vertices = Enumerable.Range(0, ring.Count).Where(v => v == 0 || ring[v] != ring[v - 1]).ToList();
        if (ring[vertices[^1]] == ring[0])
            vertices.RemoveAt(vertices.Count - 1);
        for (var i = 0; i < vertices.Count; i++)
        {
            var tip = ring[vertices[i]];
            var before = ring[vertices[(i + vertices.Count - 1) % vertices.Count]];
            var after = ring[vertices[(i + 1) % vertices.Count]];
            if (TurnsBack(before, tip, after))
                faults.Add(new(BoundaryFaultKind.Spike, polygon, index, vertices[i], tip.Lon, tip.Lat));
        }
    }

    private static bool TurnsBack((double Lon, double Lat) before, (double Lon, double Lat) tip, (double Lon, double Lat) after) =>
        Orientation.Index(At(before), At(tip), At(after)) == OrientationIndex.Collinear
        && (before.Lon - tip.Lon) * (after.Lon - tip.Lon) + (before.Lat - tip.Lat) * (after.Lat - tip.Lat) > 0;

    private static void CheckDuplicates(Polygons polygons, FaultList faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var p = 0; p < polygons.Count; p++)
            for (var r = 0; r < polygons[p].Count; r++)
                if (!seen.Add(CanonicalRings.Key(polygons[p][r])))
                    faults.Add(new(BoundaryFaultKind.DuplicateRings, p, r, 0, polygons[p][r][0].Lon, polygons[p][r][0].Lat));
    }

    private static Coordinate At((double Lon, double Lat) point) => new(point.Lon, point.Lat);
}
