namespace ArgaliConcessions.Domain.Zones;

/// <summary>How a position's accuracy circle lies to the ground where a permit lets hunt.</summary>
public enum HuntingGroundResult
{
    /// <summary>The whole circle lies in the union of the permit's zones.</summary>
    Inside,

    /// <summary>The whole circle lies outside all of them.</summary>
    Outside,

    /// <summary>The circle crosses their edge: it cannot be told.</summary>
    Unclear,

    /// <summary>None of the permit's zones is a hunting zone in force on the date: there is nothing to measure against.</summary>
    NoZone,
}

/// <summary>How a position's accuracy circle lies to closed ground.</summary>
public enum ClosedGroundResult
{
    /// <summary>The circle meets no closed ground.</summary>
    Clear,

    /// <summary>The circle crosses the edge of closed ground: it cannot be told.</summary>
    Unclear,

    /// <summary>The whole circle lies in closed ground.</summary>
    InClosed,
}

/// <summary>Why ground is closed.</summary>
public enum ClosedGroundKind
{
    /// <summary>It is a closed zone, of whichever concession.</summary>
    ClosedZone,

    /// <summary>It is a hole of a hunting zone of the permit's concession which no hunting zone fills.</summary>
    Hole,
}

/// <summary>Closed ground that the accuracy circle meets.</summary>
/// <param name="Zone">The closed zone, or the hunting zone whose hole it is.</param>
/// <param name="Kind">Why it is closed.</param>
/// <param name="Result"><see cref="ClosedGroundResult.InClosed"/> or <see cref="ClosedGroundResult.Unclear"/>.</param>
/// <param name="PointInside">Whether the position itself is in it; a position on the edge is not.</param>
/// <param name="Metres">From the position to its edge, whichever side it is on.</param>
/// <param name="RadiusMetres">The radius of the circle that was used.</param>
public sealed record ClosedGround(ZoneRef Zone, ClosedGroundKind Kind, ClosedGroundResult Result, bool PointInside, double Metres, double RadiusMetres);

/// <summary>Another concession's hunting zone that holds the position.</summary>
/// <param name="Zone">The zone, of those that hold the position the one in which it lies deepest.</param>
/// <param name="MetresInside">From the position to that zone's edge.</param>
/// <param name="Certain">Whether the whole circle lies in it and outside the permit's own zones.</param>
public sealed record OtherConcessionGround(ZoneRef Zone, double MetresInside, bool Certain);

/// <summary>How a position lies to a permit's zones, to closed ground and to other concessions. Metres are on the ellipsoid, unrounded.</summary>
/// <param name="Hunting">The answer about the permit's zones.</param>
/// <param name="PointInside">Whether the position itself is in them; a position on the edge is.</param>
/// <param name="MetresToEdge">From the position to the edge of their union, whichever side it is on; null for <see cref="HuntingGroundResult.NoZone"/>.</param>
/// <param name="RadiusMetres">The radius of the circle used for them: the greatest of twice the accuracy, the zones' tolerance and 10 m.</param>
/// <param name="AccuracyAssumed">Whether 50 m were assumed because no accuracy was given.</param>
/// <param name="Zones">The zone versions that were used, in order.</param>
/// <param name="ZonesNotInForce">Those of the permit's zones that are no hunting zone in force on the date, in order.</param>
/// <param name="Closed">The gravest of <paramref name="ClosedGrounds"/>, or <see cref="ClosedGroundResult.Clear"/>.</param>
/// <param name="ClosedGrounds">The closed ground that the circle meets, gravest first.</param>
/// <param name="OtherConcession">Where the position is outside the permit's zones and in another concession's: that zone.</param>
public sealed record PositionAnswer(
    HuntingGroundResult Hunting,
    bool PointInside,
    double? MetresToEdge,
    double RadiusMetres,
    bool AccuracyAssumed,
    IReadOnlyList<ZoneRef> Zones,
    IReadOnlyList<string> ZonesNotInForce,
    ClosedGroundResult Closed,
    IReadOnlyList<ClosedGround> ClosedGrounds,
    OtherConcessionGround? OtherConcession)
{
    /// <summary>Metres inside the permit's ground, if the whole circle is.</summary>
    public double? MetresInside => Hunting == HuntingGroundResult.Inside ? MetresToEdge : null;

    /// <summary>Metres outside the permit's ground, if the whole circle is.</summary>
    public double? MetresOutside => Hunting == HuntingGroundResult.Outside ? MetresToEdge : null;
}
