namespace ArgaliConcessions.Domain.Zones;

/// <summary>True areas on the WGS84 ellipsoid of shapes whose edges are straight in longitude and latitude.</summary>
/// <remarks>
/// By Green's theorem the area of a ring is the integral of S(lat) d(lon) around it, where S(lat) is the area between the equator
/// and a parallel, per radian of longitude, and has a closed form. Along a straight edge the mean of S is taken by the
/// Gauss-Legendre rule of five points, whose error is below 1e-10 of S even for an edge from equator to pole.
/// </remarks>
internal static class EllipsoidArea
{
    private const double SquareMetresPerHectare = 10_000;
    private static readonly double E = Math.Sqrt(Wgs84.E2);

    // Abscissae and weights on [-1, 1], from their closed form.
    private static readonly double Inner = Math.Sqrt(5 - 2 * Math.Sqrt(10.0 / 7)) / 3;
    private static readonly double Outer = Math.Sqrt(5 + 2 * Math.Sqrt(10.0 / 7)) / 3;
    private static readonly double InnerWeight = (322 + 13 * Math.Sqrt(70)) / 1800;
    private static readonly double OuterWeight = (322 - 13 * Math.Sqrt(70)) / 1800;
    private const double CentreWeight = 64.0 / 225;

    /// <summary>Hectares of polygons that do not overlap: shells less holes, whatever their orientation.</summary>
    public static double Hectares(Polygons polygons)
    {
        var total = 0.0;
        foreach (var rings in polygons)
            for (var ring = 0; ring < rings.Count; ring++)
                total += ring == 0 ? RingHectares(rings[ring]) : -RingHectares(rings[ring]);
        return total;
    }

    /// <summary>Hectares inside one closed ring, whatever its orientation.</summary>
    public static double RingHectares(Ring ring)
    {
        if (ring.Count == 0)
            return 0;
        // Counted from a parallel of the ring itself, lest a small ring be the difference of two huge numbers.
        var reference = FromEquator(ring[0].Lat);
        var sum = 0.0;
        for (var i = 1; i < ring.Count; i++)
            sum += Wgs84.Radians(ring[i].Lon - ring[i - 1].Lon) * (MeanFromEquator(ring[i - 1].Lat, ring[i].Lat) - reference);
        return Math.Abs(sum) / SquareMetresPerHectare;
    }

    private static double MeanFromEquator(double lat1, double lat2)
    {
        var middle = (lat1 + lat2) / 2;
        var half = (lat2 - lat1) / 2;
        return CentreWeight * FromEquator(middle)
            + InnerWeight * (FromEquator(middle - Inner * half) + FromEquator(middle + Inner * half))
            + OuterWeight * (FromEquator(middle - Outer * half) + FromEquator(middle + Outer * half));
    }

    /// <summary>Square metres between the equator and a parallel, per radian of longitude.</summary>
    private static double FromEquator(double lat)
    {
        var sine = Math.Sin(Wgs84.Radians(lat));
        return Wgs84.B * Wgs84.B / 2 * (sine / (1 - Wgs84.E2 * sine * sine) + Math.Atanh(E * sine) / E);
    }
}
