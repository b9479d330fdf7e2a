namespace ArgaliConcessions.Domain.Zones;

/// <summary>The WGS84 ellipsoid (NIMA TR8350.2, table 3.1) and its radii of curvature.</summary>
internal static class Wgs84
{
    /// <summary>The semi-major axis in metres.</summary>
    public const double A = 6_378_137;

    public const double Flattening = 1 / 298.257223563;

    /// <summary>The semi-minor axis in metres.</summary>
    public const double B = A * (1 - Flattening);

    /// <summary>The square of the first eccentricity.</summary>
    public const double E2 = Flattening * (2 - Flattening);

    /// <summary>The mean radius (2a + b) / 3 in metres.</summary>
    public const double MeanRadius = (2 * A + B) / 3;

    /// <summary>A degree of latitude is nowhere shorter: at the equator, 110,574.3 m.</summary>
    public const double ShortestMetresPerDegree = 110_574;

    /// <summary>The radius of curvature along the meridian, in metres.</summary>
    public static double M(double latRadians)
    {
        var w = W(latRadians);
        return A * (1 - E2) / (w * w * w);
    }

    /// <summary>The radius of curvature across the meridian, in metres.</summary>
    public static double N(double latRadians) => A / W(latRadians);

    public static double MetresPerDegreeOfLatitude(double lat) => Radians(M(Radians(lat)));

    public static double MetresPerDegreeOfLongitude(double lat)
    {
        var phi = Radians(lat);
        return Radians(N(phi) * Math.Cos(phi));
    }

    public static double Radians(double degrees) => degrees * (Math.PI / 180);

    private static double W(double latRadians)
    {
        var sine = Math.Sin(latRadians);
        return Math.Sqrt(1 - E2 * sine * sine);
    }
}
