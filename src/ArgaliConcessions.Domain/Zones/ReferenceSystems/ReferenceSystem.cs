namespace ArgaliConcessions.Domain.Zones.ReferenceSystems;

/// <summary>The model of the earth on which coordinates rest: the same numbers on another one are another place.</summary>
public enum GeodeticDatum
{
    /// <summary>That of satellite receivers, and of the register.</summary>
    Wgs84,

    /// <summary>That of the topographic maps of the Soviet Union (SK-42), on the ellipsoid of Krassowsky.</summary>
    Pulkovo1942,
}

/// <summary>A way to write places as two numbers, east before north.</summary>
/// <param name="Code">Its code in the EPSG register, as in <c>EPSG:28413</c>.</param>
/// <param name="Name">The name of that register.</param>
/// <param name="Plane">How degrees become metres; null where the numbers are degrees.</param>
public sealed record ReferenceSystem(string Code, string Name, GeodeticDatum Datum, MapPlane? Plane = null)
{
    /// <summary>Whether its numbers are longitude and latitude in degrees; else metres.</summary>
    public bool IsGeographic => Plane is null;
}

/// <summary>A transverse Mercator projection (Gauss-Krüger, UTM) from the equator.</summary>
/// <param name="CentralMeridian">Degrees east.</param>
/// <param name="FalseEasting">Metres that are added to every easting; Gauss-Krüger zones put their number before them.</param>
/// <param name="Scale">Of the central meridian: 1, or 0.9996 for UTM.</param>
public sealed record MapPlane(double CentralMeridian, double FalseEasting, double Scale);
