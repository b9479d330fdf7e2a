using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>Overlays that always give an answer: exact where possible, then snapped, at last on a grid of a tenth of a millimetre.</summary>
internal static class Overlays
{
    private static readonly PrecisionModel Grid = new(1e9);

    public static Geometry Intersection(Geometry one, Geometry other) => Overlay(one, other, SpatialFunction.Intersection);

    public static Geometry Difference(Geometry one, Geometry other) => Overlay(one, other, SpatialFunction.Difference);

    public static Geometry SymmetricDifference(Geometry one, Geometry other) => Overlay(one, other, SpatialFunction.SymDifference);

    public static Geometry Union(IEnumerable<Geometry> geometries) =>
        CascadedUnion([.. geometries]);

    /// <summary>Lines cut wherever they cross, each piece once.</summary>
    public static Geometry Noded(Geometry lines) => OverlayNGRobust.Overlay(lines, null, SpatialFunction.Union);

    /// <summary>By halves, so that many shapes take about as long as their points are many.</summary>
    private static Geometry CascadedUnion(ReadOnlySpan<Geometry> geometries) => geometries.Length switch
    {
        0 => Planar.Factory.CreatePolygon(),
        1 => geometries[0],
        var count => Overlay(CascadedUnion(geometries[..(count / 2)]), CascadedUnion(geometries[(count / 2)..]), SpatialFunction.Union),
    };

    private static Geometry Overlay(Geometry one, Geometry other, SpatialFunction function)
    {
        try
        {
            return OverlayNGRobust.Overlay(one, other, function);
        }
        catch (TopologyException)
        {
            // OverlayNGRobust itself falls back to snapping; this grid is the last resort, and snap-rounding cannot fail on it.
            return OverlayNG.Overlay(one, other, function, Grid);
        }
    }
}
