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

    public static Geometry Union(IEnumerable<Geometry> geometries) => CascadedUnion([.. geometries]);

    /// <summary>Whether NetTopologySuite could not work out a topology (its robust overlay throws what each of its attempts threw).</summary>
    public static bool IsTopologyFailure(Exception exception) => exception is TopologyException or AggregateException;

    /// <summary>Lines cut wherever they cross, each piece once.</summary>
    public static Geometry Noded(Geometry lines) => OverlayNGRobust.Overlay(lines, null, SpatialFunction.Union);

    /// <summary>By halves, so that many shapes take about as long as their points are many.</summary>
    private static Geometry CascadedUnion(ReadOnlySpan<Geometry> geometries) => geometries.Length switch
    {
        0 => Planar.Factory.CreatePolygon(),
        1 => geometries[0],
        var count => Overlay(CascadedUnion(geometries[..(count / 2)]), CascadedUnion(geometries[(count / 2)..]), SpatialFunction.Union),
    };

    private static MultiPolygon Overlay(Geometry one, Geometry other, SpatialFunction function)
    {
        try
        {
            return Areas(OverlayNGRobust.Overlay(one, other, function));
        }
        catch (Exception e) when (IsTopologyFailure(e))
        {
            // OverlayNGRobust itself falls back to snapping; this grid is the last resort, and snap-rounding cannot fail on it.
            return Areas(OverlayNG.Overlay(one, other, function, Grid));
        }
    }

    /// <summary>Shapes that touch leave lines and points, which would be refused as input of the next overlay.</summary>
    private static MultiPolygon Areas(Geometry geometry) => Planar.Factory.CreateMultiPolygon([.. Planar.Parts(geometry)]);
}
