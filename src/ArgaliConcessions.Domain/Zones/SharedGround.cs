using System.Collections.Concurrent;
using NetTopologySuite.Geometries;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>Unions of zones, prepared for questions; kept by the zone versions that they were made from.</summary>
internal sealed class SharedGround
{
    /// <summary>Kept unions; past this all are forgotten and made again as they are asked for. 2,000 zones make few more sets than this.</summary>
    public const int MaxKept = 4_096;

    private readonly ConcurrentDictionary<string, Lazy<AreaIndex>> kept = new(StringComparer.Ordinal);

    /// <summary>What is kept under the key, or what is made now.</summary>
    public AreaIndex Keep(string key, Func<AreaIndex> make)
    {
        if (kept.Count >= MaxKept)
            kept.Clear();
        return kept.GetOrAdd(key, _ => new(make)).Value;
    }

    /// <summary>
    /// The union of shapes, prepared. Shapes that cross each other so often that their union would take any time and memory are kept side by
    /// side: then slits stay open and depths are those in the deepest shape.
    /// </summary>
    public static AreaIndex Of(IReadOnlyList<Geometry> shapes, double slitMetres) =>
        Crossings.IsTangle(shapes) ? AreaIndex.OfPieces(shapes) : new(Union(shapes, slitMetres));

    /// <summary>
    /// The union of shapes with slits between their parts closed where they are narrower than the width. Holes that nothing
    /// reaches into are left as they are, however narrow: somebody drew them.
    /// </summary>
    private static Geometry Union(IReadOnlyList<Geometry> shapes, double slitMetres)
    {
        var parts = shapes.SelectMany(Planar.Parts).ToList();
        var union = Overlays.Union(shapes);
        var near = Neighbours(parts, slitMetres);
        if (near.Count == 0)
            return union;
        var joined = Overlays.Union(near);
        var plane = LocalPlane.Around(union);
        if (plane.IsTooDense(joined, slitMetres))
            return union;
        var filled = plane.Closed(joined, slitMetres);
        return Overlays.Union([union, Overlays.Difference(filled, EmptyHoles(parts))]);
    }

    /// <summary>The parts whose envelopes come so near to another's that a slit may lie between them.</summary>
    private static List<Polygon> Neighbours(List<Polygon> parts, double metres)
    {
        var envelopes = parts.Select(part => GeoEnvelope.Around(part.Shell.Coordinates.Select(c => (c.X, c.Y)))).ToList();
        var grown = envelopes.Select(envelope => envelope.GrownBy(metres)).ToList();
        return [.. parts.Where((_, i) => envelopes.Where((other, j) => j != i && grown[i].Intersects(other)).Any())];
    }

    private static Geometry EmptyHoles(List<Polygon> parts) =>
        Overlays.Union(parts
            .SelectMany(host => host.InteriorRings.Select(ring => (Host: host, Hole: Planar.Factory.CreatePolygon((LinearRing)ring.Copy()))))
            .Where(hole => parts.TrueForAll(part => ReferenceEquals(part, hole.Host) || !part.Intersects(hole.Hole)))
            .Select(hole => hole.Hole));
}
