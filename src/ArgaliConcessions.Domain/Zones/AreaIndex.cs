using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>An area prepared for questions about points. Immutable and safe for threads: the geometry is its own, the locator's index is built here.</summary>
internal sealed class AreaIndex
{
    private readonly EdgeDistance edges;
    private readonly IndexedPointInAreaLocator? locator;

    /// <param name="area">Polygons; the caller gives it away and never changes it again.</param>
    public AreaIndex(Geometry area)
    {
        Area = area;
        edges = new EdgeDistance(Planar.Rings(area));
        if (area.IsEmpty)
            return;
        locator = new IndexedPointInAreaLocator(area);
        // The locator builds its index at the first question, and not safely for two threads.
        locator.Locate(area.Coordinate);
    }

    /// <summary>Not to be changed.</summary>
    public Geometry Area { get; }

    /// <summary>Whether the point is inside, on the edge or outside: exact, for edges straight in longitude and latitude.</summary>
    public Location Locate(double lon, double lat) => locator?.Locate(new Coordinate(lon, lat)) ?? Location.Exterior;

    /// <summary>Metres on the ground from the point to the nearest place of the edge; infinite if there is no edge.</summary>
    public double MetresToEdge(double lon, double lat) => edges.Metres(lon, lat);
}
