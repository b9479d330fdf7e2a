namespace ArgaliConcessions.Domain.Zones;

/// <summary>A plane in which a degree has a fixed length each way, so that edges straight in longitude and latitude stay straight.</summary>
internal readonly record struct PlaneScale(double MetresPerLon, double MetresPerLat)
{
    public static PlaneScale At(double lat) => new(Wgs84.MetresPerDegreeOfLongitude(lat), Wgs84.MetresPerDegreeOfLatitude(lat));

    /// <summary>Where along the edge, from 0 to 1, the place nearest to the point lies.</summary>
    public double NearestShare(double lon, double lat, (double Lon, double Lat) first, (double Lon, double Lat) second)
    {
        var (dx, dy) = ((second.Lon - first.Lon) * MetresPerLon, (second.Lat - first.Lat) * MetresPerLat);
        var squaredLength = dx * dx + dy * dy;
        if (squaredLength == 0)
            return 0;
        var (px, py) = ((lon - first.Lon) * MetresPerLon, (lat - first.Lat) * MetresPerLat);
        return Math.Clamp((px * dx + py * dy) / squaredLength, 0, 1);
    }

    /// <summary>The square of the metres, on this plane, from the point to the edge.</summary>
    public double SquaredDistance(double lon, double lat, (double Lon, double Lat) first, (double Lon, double Lat) second)
    {
        var share = NearestShare(lon, lat, first, second);
        var x = (first.Lon - lon + (second.Lon - first.Lon) * share) * MetresPerLon;
        var y = (first.Lat - lat + (second.Lat - first.Lat) * share) * MetresPerLat;
        return x * x + y * y;
    }
}
