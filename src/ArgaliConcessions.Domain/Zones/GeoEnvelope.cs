namespace ArgaliConcessions.Domain.Zones;

/// <summary>The smallest rectangle in longitude and latitude around something, in degrees; its edges belong to it.</summary>
/// <remarks>It never crosses the antimeridian, because boundaries may not.</remarks>
public readonly record struct GeoEnvelope(double West, double South, double East, double North)
{
    /// <summary>The envelope of one point.</summary>
    public static GeoEnvelope At(double lon, double lat) => new(lon, lat, lon, lat);

    /// <summary>The envelope of points, of which there must be one.</summary>
    public static GeoEnvelope Around(IEnumerable<(double Lon, double Lat)> points) =>
        points.Select(point => At(point.Lon, point.Lat)).Aggregate((one, other) => one.Union(other));

    public bool Contains(double lon, double lat) => lon >= West && lon <= East && lat >= South && lat <= North;

    public bool Intersects(GeoEnvelope other) =>
        other.West <= East && other.East >= West && other.South <= North && other.North >= South;

    /// <summary>The rectangle around both.</summary>
    public GeoEnvelope Union(GeoEnvelope other) =>
        new(Math.Min(West, other.West), Math.Min(South, other.South), Math.Max(East, other.East), Math.Max(North, other.North));

    /// <summary>
    /// A rectangle that holds every place within <paramref name="metres"/> of this one (a little more near its corners), cut
    /// off at the poles and at the antimeridian.
    /// </summary>
    public GeoEnvelope GrownBy(double metres)
    {
        var latitudes = metres / Wgs84.ShortestMetresPerDegree;
        var farthest = Math.Max(Math.Abs(South), Math.Abs(North)) + latitudes;
        var longitudes = farthest >= 90 ? 360 : metres / Wgs84.MetresPerDegreeOfLongitude(farthest);
        return new(
            Math.Max(-180, West - longitudes), Math.Max(-90, South - latitudes),
            Math.Min(180, East + longitudes), Math.Min(90, North + latitudes));
    }
}
