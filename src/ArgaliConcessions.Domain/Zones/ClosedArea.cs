using NetTopologySuite.Geometries;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>Ground on which nobody hunts.</summary>
/// <param name="Host">The closed zone, or the hunting zone whose hole it is.</param>
/// <param name="Kind">Why it is closed.</param>
/// <param name="Key">Names its shape: the same key, the same shape.</param>
/// <param name="Index">Its shape.</param>
internal sealed record ClosedArea(ZoneInForce Host, ClosedGroundKind Kind, string Key, AreaIndex Index)
{
    public static ClosedArea Zone(ZoneInForce zone) => new(zone, ClosedGroundKind.ClosedZone, zone.Ref.Law, zone.Boundary.Index);

    public double Radius(Circle circle) => circle.Radius(Host.ToleranceMetres);

    public bool IsMetBy(Circle circle) => Holds(circle) || Metres(circle) < Radius(circle);

    /// <summary>The verdict on a circle that meets it.</summary>
    public ClosedGround Judge(Circle circle)
    {
        var (metres, radius) = (Metres(circle), Radius(circle));
        var result = metres < radius ? ClosedGroundResult.Unclear : ClosedGroundResult.InClosed;
        return new(Host.Ref, Kind, result, Holds(circle), metres, radius);
    }

    /// <summary>Its edge is not closed.</summary>
    private bool Holds(Circle circle) => Index.Locate(circle.Lon, circle.Lat) == Location.Interior;

    private double Metres(Circle circle) => Index.MetresToEdge(circle.Lon, circle.Lat);
}
