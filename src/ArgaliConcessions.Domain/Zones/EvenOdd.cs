using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Polygonize;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>What a drawing encloses by the even-odd rule, for shapes that are not valid.</summary>
internal static class EvenOdd
{
    /// <summary>More faces than this are not sorted into in and out.</summary>
    private const int MaxFaces = 2_000;

    /// <summary>The faces from which one leaves the drawing across an odd number of lines; null if that cannot be worked out.</summary>
    public static Geometry? Shape(Polygons polygons)
    {
        try
        {
            var rings = polygons.SelectMany(polygon => polygon).ToList();
            var polygonizer = new Polygonizer();
            polygonizer.Add(Overlays.Noded(Planar.Factory.CreateMultiLineString([.. rings.Select(ring => (LineString)Planar.LinearRing(ring))])));
            var faces = polygonizer.GetPolygons().OfType<Polygon>().Take(MaxFaces + 1).ToList();
            return faces.Count > MaxFaces ? null : Overlays.Union(faces.Where(face => IsIn(face, rings)));
        }
        catch (Exception e) when (Overlays.IsTopologyFailure(e))
        {
            return null;
        }
    }

    private static bool IsIn(Polygon face, List<Ring> rings)
    {
        var inside = face.InteriorPoint;
        return rings.Count(ring => CrossingsOfRay(ring, inside.X, inside.Y) % 2 == 1) % 2 == 1;
    }

    private static int CrossingsOfRay(Ring ring, double lon, double lat)
    {
        var crossings = 0;
        for (var i = 1; i < ring.Count; i++)
        {
            var (one, other) = (ring[i - 1], ring[i]);
            if (one.Lat > lat != other.Lat > lat && lon < one.Lon + (other.Lon - one.Lon) * (lat - one.Lat) / (other.Lat - one.Lat))
                crossings++;
        }
        return crossings;
    }
}
