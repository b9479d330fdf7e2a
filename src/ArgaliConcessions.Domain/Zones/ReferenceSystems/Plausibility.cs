namespace ArgaliConcessions.Domain.Zones.ReferenceSystems;

/// <summary>What coordinates look like that cannot be of the system they are said to be in.</summary>
public enum CoordinateLook
{
    /// <summary>Metres, with the number of a Gauss-Krüger zone before the easting.</summary>
    GaussKrugerZone,

    /// <summary>Metres from a meridian that nothing names: UTM, or Gauss-Krüger without the number of its zone.</summary>
    MetresWithoutZone,

    /// <summary>Metres of a plane, north before east.</summary>
    NorthBeforeEast,

    /// <summary>Degrees.</summary>
    Degrees,

    /// <summary>Nothing that is known here.</summary>
    Unknown,
}

/// <summary>The look of coordinates that do not fit.</summary>
/// <param name="Zone">The zone's number, where one stands before the eastings.</param>
/// <param name="East">The first such coordinate, as it stands.</param>
public sealed record Misfit(CoordinateLook Look, int? Zone, double East, double North);

/// <summary>Tells whether coordinates can be of a system at all: metres read as degrees, or a wrong zone, would put a zone anywhere.</summary>
public static class Plausibility
{
    /// <summary>
    /// Metres from the central meridian, past which a plane is not used (about 7° at 38° north): zones are 6° wide, and a country on the edge of one
    /// is drawn in its neighbour's.
    /// </summary>
    public const double MostMetresFromMeridian = 620_000;

    /// <summary>More degrees than a slip of the pen has: what is just past 180 is a fault of that point.</summary>
    private const double NoDegrees = 1_000;
    private const double MostMetresNorth = 10_000_000;

    /// <summary>Null when all fits. Of degrees only what must be metres is told: single points off the earth are faults of the boundary.</summary>
    public static Misfit? Judge(Polygons polygons, ReferenceSystem system)
    {
        var points = polygons.SelectMany(polygon => polygon).SelectMany(ring => ring).Where(p => double.IsFinite(p.Lon) && double.IsFinite(p.Lat)).ToList();
        if (points.Count == 0) return null;
        if (system.Plane is { } plane) return points.Where(p => !Fits(p.Lon, p.Lat, plane)).Select(p => (Misfit?)Look(p.Lon, p.Lat)).FirstOrDefault();
        return points.TrueForAll(p => Math.Abs(p.Lon) > NoDegrees && Math.Abs(p.Lat) > NoDegrees) ? Look(points[0].Lon, points[0].Lat) : null;
    }

    private static bool Fits(double east, double north, MapPlane plane) =>
        Math.Abs(east - plane.FalseEasting) <= MostMetresFromMeridian && north is >= 0 and <= MostMetresNorth
        && !(Math.Abs(east) <= 180 && Math.Abs(north) <= 90);

    private static Misfit Look(double east, double north)
    {
        if (Math.Abs(east) <= 180 && Math.Abs(north) <= 90) return new Misfit(CoordinateLook.Degrees, null, east, north);
        if (ZoneOf(east, north) is { } zone) return new Misfit(CoordinateLook.GaussKrugerZone, zone, east, north);
        if (ZoneOf(north, east) is not null) return new Misfit(CoordinateLook.NorthBeforeEast, ZoneOf(north, east), east, north);
        if (IsEasting(east) && IsNorthing(north)) return new Misfit(CoordinateLook.MetresWithoutZone, null, east, north);
        if (IsEasting(north) && IsNorthing(east)) return new Misfit(CoordinateLook.NorthBeforeEast, null, east, north);
        return new Misfit(CoordinateLook.Unknown, null, east, north);
    }

    /// <summary>The number before an easting: 1 to 60, in millions of metres.</summary>
    private static int? ZoneOf(double east, double north)
    {
        var zone = Math.Floor(east / 1_000_000);
        return zone is >= 1 and <= 60 && IsEasting(east - (zone * 1_000_000)) && IsNorthing(north) && !IsNorthing(east) ? (int)zone : null;
    }

    private static bool IsEasting(double metres) => metres is >= 100_000 and < 1_000_000;

    /// <summary>Northings of the lands between 25° and 60° north.</summary>
    private static bool IsNorthing(double metres) => metres is >= 2_700_000 and <= 6_700_000;
}
