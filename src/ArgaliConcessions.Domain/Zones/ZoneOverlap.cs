using NetTopologySuite.Geometries;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>Measures the ground that two boundaries share.</summary>
public static class ZoneOverlap
{
    private const double SquareMetresPerHectare = 10_000;

    /// <summary>Measures an overlap; never throws, whatever the two shapes.</summary>
    /// <param name="one">One boundary.</param>
    /// <param name="other">The other.</param>
    /// <param name="tolerance">What counts as an overlap; null for <see cref="OverlapTolerance.Default"/>.</param>
    public static OverlapMeasure Measure(Boundary one, Boundary other, OverlapTolerance? tolerance = null)
    {
        if (!one.Envelope.Intersects(other.Envelope))
            return OverlapMeasure.None;
        var shared = Overlays.Intersection(one.ToGeometry(), other.ToGeometry());
        var parts = Planar.Parts(shared);
        if (parts.Count == 0)
            return OverlapMeasure.None;
        tolerance ??= OverlapTolerance.Default;
        var beyond = parts.Sum(part => BeyondSlivers(part, tolerance));
        return new(Planar.Hectares(shared), beyond, beyond > tolerance.Hectares);
    }

    /// <summary>What an opening (shrinking, then growing again) by half the sliver's width leaves.</summary>
    private static double BeyondSlivers(Polygon part, OverlapTolerance tolerance)
    {
        var hectares = Planar.Hectares(part);
        if (tolerance.SliverMetres <= 0 || hectares * SquareMetresPerHectare <= 0)
            return hectares;
        return Math.Min(hectares, Planar.Hectares(LocalPlane.Around(part).Opened(part, tolerance.SliverMetres)));
    }
}
