namespace ArgaliConcessions.Domain.Tests.Zones;

/// <summary>Geodesic distances by T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid", Survey Review 23 (176), 1975.</summary>
internal static class Vincenty
{
    private const double A = 6_378_137;
    private const double F = 1 / 298.257223563;
    private const double B = A * (1 - F);

    public static double Metres((double Lon, double Lat) from, (double Lon, double Lat) to)
    {
        var l = (to.Lon - from.Lon) * Math.PI / 180;
        var u1 = Math.Atan((1 - F) * Math.Tan(from.Lat * Math.PI / 180));
        var u2 = Math.Atan((1 - F) * Math.Tan(to.Lat * Math.PI / 180));
        var ((s1, c1), (s2, c2)) = (Math.SinCos(u1), Math.SinCos(u2));
        var lambda = l;
        for (var i = 0; i < 200; i++)
        {
            var (sl, cl) = Math.SinCos(lambda);
            var sinSigma = Math.Sqrt(Math.Pow(c2 * sl, 2) + Math.Pow(c1 * s2 - s1 * c2 * cl, 2));
            if (sinSigma == 0)
                return 0;
            var cosSigma = s1 * s2 + c1 * c2 * cl;
            var sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = c1 * c2 * sl / sinSigma;
            var cos2Alpha = 1 - sinAlpha * sinAlpha;
            var cos2M = cos2Alpha == 0 ? 0 : cosSigma - 2 * s1 * s2 / cos2Alpha;
            var c = F / 16 * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
            var previous = lambda;
            lambda = l + (1 - c) * F * sinAlpha * (sigma + c * sinSigma * (cos2M + c * cosSigma * (2 * cos2M * cos2M - 1)));
            if (Math.Abs(lambda - previous) > 1e-13)
                continue;
            var uu = cos2Alpha * (A * A - B * B) / (B * B);
            var bigA = 1 + uu / 16384 * (4096 + uu * (-768 + uu * (320 - 175 * uu)));
            var bigB = uu / 1024 * (256 + uu * (-128 + uu * (74 - 47 * uu)));
            var delta = bigB * sinSigma * (cos2M + bigB / 4 * (cosSigma * (2 * cos2M * cos2M - 1)
                - bigB / 6 * cos2M * (4 * sinSigma * sinSigma - 3) * (4 * cos2M * cos2M - 3)));
            return B * bigA * (sigma - delta);
        }
        throw new InvalidOperationException("No convergence: nearly antipodal points.");
    }

    /// <summary>The least distance to a straight edge in longitude and latitude, by looking everywhere along it, then closer.</summary>
    public static double MetresToEdge((double Lon, double Lat) from, (double Lon, double Lat) start, (double Lon, double Lat) end)
    {
        var (low, high) = (0.0, 1.0);
        var best = double.PositiveInfinity;
        for (var round = 0; round < 6; round++)
        {
            var (nearest, step) = (low, (high - low) / 100);
            for (var i = 0; i <= 100; i++)
            {
                var share = low + step * i;
                var metres = Metres(from, (start.Lon + (end.Lon - start.Lon) * share, start.Lat + (end.Lat - start.Lat) * share));
                if (metres >= best)
                    continue;
                (best, nearest) = (metres, share);
            }
            (low, high) = (Math.Max(0, nearest - step), Math.Min(1, nearest + step));
        }
        return best;
    }
}
