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
        tolerance ??= OverlapTolerance.Default;
        if (Crossings.IsTangle([one.ToGeometry(), other.ToGeometry()]))
            return MeasureInStrips(one, other, tolerance);
        var shared = Overlays.Intersection(one.ToGeometry(), other.ToGeometry());
        var parts = Planar.Parts(shared);
        if (parts.Count == 0)
            return OverlapMeasure.None;
        var beyond = parts.Sum(part => BeyondSlivers(part, tolerance));
        return new(Planar.Hectares(shared), beyond, beyond > tolerance.Hectares);
    }

    /// <summary>What an opening (shrinking, then growing again) by half the sliver's width leaves.</summary>
    private static double BeyondSlivers(Polygon part, OverlapTolerance tolerance)
    {
        var hectares = Planar.Hectares(part);
        if (tolerance.SliverMetres <= 0 || hectares * SquareMetresPerHectare <= 0)
            return hectares;
        var plane = LocalPlane.Around(part);
        return plane.IsTooDense(part, tolerance.SliverMetres) ? hectares : Math.Min(hectares, Planar.Hectares(plane.Opened(part, tolerance.SliverMetres)));
    }

    /// <summary>To about a thousandth, and no sliver told from a claim.</summary>
    private static OverlapMeasure MeasureInStrips(Boundary one, Boundary other, OverlapTolerance tolerance)
    {
        var hectares = StripOverlap.Hectares(one, other);
        return new(hectares, hectares, hectares > tolerance.Hectares);
    }
}
