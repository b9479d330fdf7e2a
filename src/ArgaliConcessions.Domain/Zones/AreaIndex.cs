using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>An area prepared for questions about points. Immutable and safe for threads: the geometries are its own, the locators' indexes are built here.</summary>
internal sealed class AreaIndex
{
    private readonly Piece[] pieces;

    /// <param name="area">Polygons; the caller gives it away and never changes it again.</param>
    public AreaIndex(Geometry area) => pieces = area.IsEmpty ? [] : [new(area)];

    private AreaIndex(Piece[] pieces) => this.pieces = pieces;

    /// <summary>Not to be changed.</summary>
    public IEnumerable<Geometry> Areas => pieces.Select(piece => piece.Area);

    /// <summary>
    /// An area given in pieces that may overlap. Then <see cref="MetresToEdge"/> is never too great: inside, the edge may in truth be farther away.
    /// </summary>
    /// <param name="areas">Each polygons; the caller gives them away and never changes them again.</param>
    public static AreaIndex OfPieces(IEnumerable<Geometry> areas) =>
        new([.. areas.Where(area => !area.IsEmpty).Select(area => new Piece(area))]);

    /// <summary>Whether the point is inside, on the edge or outside: exact, for edges straight in longitude and latitude.</summary>
    public Location Locate(double lon, double lat)
    {
        var found = Location.Exterior;
        foreach (var piece in pieces)
        {
            var location = piece.Locate(lon, lat);
            if (location == Location.Interior)
                return location;
            found = location == Location.Boundary ? location : found;
        }
        return found;
    }

    /// <summary>Metres on the ground from the point to the nearest place of the edge; infinite if there is no edge.</summary>
    public double MetresToEdge(double lon, double lat)
    {
        if (pieces.Length == 1)
            return pieces[0].MetresToEdge(lon, lat);
        var (deepest, nearest) = (-1.0, double.PositiveInfinity);
        foreach (var piece in pieces)
        {
            var metres = piece.MetresToEdge(lon, lat);
            if (piece.Locate(lon, lat) == Location.Exterior)
                nearest = Math.Min(nearest, metres);
            else
                deepest = Math.Max(deepest, metres);
        }
        return deepest >= 0 ? deepest : nearest;
    }

    private sealed class Piece
    {
        private readonly EdgeDistance edges;
        private readonly IndexedPointInAreaLocator locator;

        public Piece(Geometry area)
        {
            Area = area;
            edges = new EdgeDistance(Planar.Rings(area));
            locator = new IndexedPointInAreaLocator(area);
            // The locator builds its index at the first question, and not safely for two threads.
            locator.Locate(area.Coordinate);
        }

        public Geometry Area { get; }

        public Location Locate(double lon, double lat) => locator.Locate(new Coordinate(lon, lat));

        public double MetresToEdge(double lon, double lat) => edges.Metres(lon, lat);
    }
}
