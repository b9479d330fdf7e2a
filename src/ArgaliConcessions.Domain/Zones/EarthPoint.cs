namespace ArgaliConcessions.Domain.Zones;

/// <summary>A point or a vector in earth-centred, earth-fixed metres.</summary>
internal readonly record struct EarthPoint(double X, double Y, double Z)
{
    public double Length => Math.Sqrt(Dot(this));

    /// <summary>The point of the ellipsoid at a longitude and latitude in degrees.</summary>
    public static EarthPoint At(double lon, double lat)
    {
        var (sinLon, cosLon) = Math.SinCos(Wgs84.Radians(lon));
        var (sinLat, cosLat) = Math.SinCos(Wgs84.Radians(lat));
        var n = Wgs84.N(Wgs84.Radians(lat));
        return new(n * cosLat * cosLon, n * cosLat * sinLon, n * (1 - Wgs84.E2) * sinLat);
    }

    /// <summary>The point, and how it moves for the given degrees of longitude and latitude.</summary>
    public static (EarthPoint Point, EarthPoint Slope) AtWithSlope(double lon, double lat, double perLon, double perLat)
    {
        var (sinLon, cosLon) = Math.SinCos(Wgs84.Radians(lon));
        var (sinLat, cosLat) = Math.SinCos(Wgs84.Radians(lat));
        var n = Wgs84.N(Wgs84.Radians(lat));
        var north = Wgs84.M(Wgs84.Radians(lat)) * Wgs84.Radians(perLat);
        var east = n * cosLat * Wgs84.Radians(perLon);
        return (
            new(n * cosLat * cosLon, n * cosLat * sinLon, n * (1 - Wgs84.E2) * sinLat),
            new(-north * sinLat * cosLon - east * sinLon, -north * sinLat * sinLon + east * cosLon, north * cosLat));
    }

    /// <summary>The metres over ground that belong to a straight line through the earth of so many metres.</summary>
    public static double ArcOfChord(double chord) =>
        2 * Wgs84.MeanRadius * Math.Asin(Math.Min(1, chord / (2 * Wgs84.MeanRadius)));

    public double Dot(EarthPoint other) => X * other.X + Y * other.Y + Z * other.Z;

    public static EarthPoint operator -(EarthPoint one, EarthPoint other) => new(one.X - other.X, one.Y - other.Y, one.Z - other.Z);
}
