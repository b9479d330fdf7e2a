using System.Runtime.InteropServices;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>
/// Gives a valid shape the one form that does not depend on how it was written: no point twice in a row, shells
/// counter-clockwise and holes clockwise (RFC 7946, 3.1.6), each ring from its least point (by longitude, then latitude), holes and
/// polygons in order.
/// </summary>
internal static class CanonicalRings
{
    private static readonly Comparer<(double Lon, double Lat)[]> ByPoints = Comparer<(double Lon, double Lat)[]>.Create(Compare);

    public static (double Lon, double Lat)[][][] Of(Polygons polygons)
    {
        var shapes = polygons.Select(OfPolygon).ToArray();
        Array.Sort(shapes, (one, other) => Compare(one[0], other[0]));
        return shapes;
    }

    private static (double Lon, double Lat)[][] OfPolygon(PolygonRings rings)
    {
        var shell = OfRing(rings[0], counterClockwise: true);
        var holes = rings.Skip(1).Select(hole => OfRing(hole, counterClockwise: false)).Order(ByPoints);
        return [shell, .. holes];
    }

    private static (double Lon, double Lat)[] OfRing(Ring ring, bool counterClockwise)
    {
        var open = WithoutRepeats(ring);
        open.RemoveAt(open.Count - 1);
        if (Orientation.IsCCW(Coordinates(open)) != counterClockwise)
            open.Reverse();
        var start = open.IndexOf(open.Min());
        return [.. open[start..], .. open[..start], open[start]];
    }

    /// <summary>The points without those that repeat the one before; minus zero becomes zero.</summary>
    public static List<(double Lon, double Lat)> WithoutRepeats(Ring ring)
    {
        var points = new List<(double Lon, double Lat)>(ring.Count);
        foreach (var (lon, lat) in ring)
        {
            var point = (lon + 0.0, lat + 0.0);
            if (points.Count == 0 || points[^1] != point)
                points.Add(point);
        }
        return points;
    }

    /// <summary>A text that two rings share if they have the same points, wherever they begin and whichever way they run.</summary>
    public static string Key(Ring closed)
    {
        var open = WithoutRepeats(closed);
        open.RemoveAt(open.Count - 1);
        var start = open.IndexOf(open.Min());
        (double Lon, double Lat)[] forward = [.. open[start..], .. open[..start]];
        if (Comparer<(double Lon, double Lat)>.Default.Compare(forward[1], forward[^1]) > 0)
            Array.Reverse(forward, 1, forward.Length - 1);
        return Convert.ToBase64String(MemoryMarshal.AsBytes(forward.AsSpan()));
    }

    private static Coordinate[] Coordinates(List<(double Lon, double Lat)> open) =>
        [.. open.Select(p => new Coordinate(p.Lon, p.Lat)), new Coordinate(open[0].Lon, open[0].Lat)];

    private static int Compare((double Lon, double Lat)[] one, (double Lon, double Lat)[] other) =>
        one.AsSpan().SequenceCompareTo(other.AsSpan());
}
