using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>
/// Makes polygons of rings of which nobody says what they are: a ring within an even number of others is a shell, one within an odd number is a hole of the
/// innermost of them. Which way they turn and in which order they come is not asked, since programs differ; whether they make a valid shape is for
/// <see cref="BoundaryReader"/>.
/// </summary>
public static class RingNesting
{
    /// <param name="rings">Closed rings in any system. Time grows with the square of their number.</param>
    public static Polygons Polygons(IReadOnlyList<Ring> rings)
    {
        var outlines = rings.Select(ring => new Outline(ring)).ToArray();
        var around = outlines.Select(one => Enumerable.Range(0, outlines.Length).Where(i => outlines[i] != one && outlines[i].Holds(one)).ToArray()).ToArray();
        var shells = Enumerable.Range(0, rings.Count).Where(i => around[i].Length % 2 == 0).ToList();
        var holes = shells.ToDictionary(shell => shell, _ => new List<Ring>());
        foreach (var hole in Enumerable.Range(0, rings.Count).Except(shells))
        {
            // Rings that cross each other may leave no such ring: then it stands alone, and is refused for crossing.
            var shell = around[hole].Where(holes.ContainsKey).Select(i => (int?)i).MaxBy(i => around[i!.Value].Length);
            if (shell is { } found) holes[found].Add(rings[hole]);
            else holes[hole] = [];
        }

        return holes.OrderBy(polygon => polygon.Key).Select(polygon => (PolygonRings)polygon.Value.Prepend(rings[polygon.Key]).ToArray()).ToArray();
    }

    private sealed class Outline
    {
        private readonly Coordinate[] points;
        private readonly Envelope envelope;

        public Outline(Ring ring)
        {
            points = [.. ring.Select(point => new Coordinate(point.Lon, point.Lat))];
            envelope = new Envelope(points);
        }

        /// <summary>Told by the first point of the other that is not on the edge of this one; rings of the same points hold each other not.</summary>
        public bool Holds(Outline other)
        {
            if (!envelope.Contains(other.envelope)) return false;
            foreach (var point in other.points)
            {
                var place = PointLocation.LocateInRing(point, points);
                if (place != Location.Boundary) return place == Location.Interior;
            }

            return false;
        }
    }
}
