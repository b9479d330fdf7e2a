using NetTopologySuite.Geometries;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>To and from NetTopologySuite, whose geometries are mutable: each call makes a copy.</summary>
internal static class Planar
{
    public static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    public static MultiPolygon MultiPolygon(Polygons polygons) => Factory.CreateMultiPolygon([.. polygons.Select(Polygon)]);

    public static Polygon Polygon(PolygonRings rings) =>
        Factory.CreatePolygon(LinearRing(rings[0]), [.. rings.Skip(1).Select(LinearRing)]);

    public static LinearRing LinearRing(Ring ring) =>
        Factory.CreateLinearRing([.. ring.Select(p => new Coordinate(p.Lon, p.Lat))]);

    /// <summary>The polygons of a geometry; its lines and points, left over from an overlay, are dropped.</summary>
    public static IReadOnlyList<Polygon> Parts(Geometry geometry) =>
        [.. Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).SelectMany(PartsOfOne)];

    /// <summary>The rings of all polygons of a geometry: of each the shell, then the holes.</summary>
    public static (double Lon, double Lat)[][][] Rings(Geometry geometry) =>
        [.. Parts(geometry).Select(part => (IReadOnlyList<LineString>)[part.ExteriorRing, .. part.InteriorRings])
            .Select(rings => rings.Select(ring => ring.Coordinates.Select(c => (c.X, c.Y)).ToArray()).ToArray())];

    public static double Hectares(Geometry geometry) => EllipsoidArea.Hectares(Rings(geometry));

    private static IEnumerable<Polygon> PartsOfOne(Geometry geometry) => geometry switch
    {
        Polygon polygon => polygon.IsEmpty ? [] : [polygon],
        GeometryCollection collection => Parts(collection),
        _ => [],
    };
}
