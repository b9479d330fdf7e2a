namespace ArgaliConcessions.Domain.Zones;

/// <summary>Distances from points to edges that are straight in longitude and latitude, in metres on the WGS84 ellipsoid.</summary>
/// <remarks>
/// The nearest place of an edge is sought with straight lines through the earth, which order distances as geodesics do; the chord found
/// is then turned into the arc. Within 100 km the result differs from the geodesic by less than a millionth, up to the poles. Distances across the
/// antimeridian are not sought on its other side.
/// </remarks>
internal sealed class EdgeDistance
{
    private const double LongestPieceDegrees = 1;
    private readonly (double Lon, double Lat)[][] rings;

    /// <param name="polygons">At least one ring.</param>
    public EdgeDistance((double Lon, double Lat)[][][] polygons) => rings = [.. polygons.SelectMany(polygon => polygon)];

    /// <summary>Metres to the nearest edge.</summary>
    public double Metres(double lon, double lat)
    {
        var from = EarthPoint.At(lon, lat);
        var (first, second) = NearestOnPlane(lon, lat);
        var best = Chord(from, lon, lat, first, second);

        // No way to a nearer place leaves this band of latitude, and within it a degree is nowhere shorter than this.
        var band = Math.Abs(lat) + best / Wgs84.ShortestMetresPerDegree;
        var plane = new PlaneScale(band >= 90 ? 0 : Wgs84.MetresPerDegreeOfLongitude(band), Wgs84.ShortestMetresPerDegree);
        foreach (var ring in rings)
            for (var i = 1; i < ring.Length; i++)
                if (plane.SquaredDistance(lon, lat, ring[i - 1], ring[i]) < best * best)
                    best = Math.Min(best, Chord(from, lon, lat, ring[i - 1], ring[i]));
        return EarthPoint.ArcOfChord(best);
    }

    private ((double Lon, double Lat) First, (double Lon, double Lat) Second) NearestOnPlane(double lon, double lat)
    {
        var plane = PlaneScale.At(lat);
        var best = double.PositiveInfinity;
        var nearest = (rings[0][0], rings[0][1]);
        foreach (var ring in rings)
            for (var i = 1; i < ring.Length; i++)
            {
                var squared = plane.SquaredDistance(lon, lat, ring[i - 1], ring[i]);
                if (squared >= best)
                    continue;
                best = squared;
                nearest = (ring[i - 1], ring[i]);
            }
        return nearest;
    }

    /// <summary>The shortest chord to an edge, which is taken in pieces so short that each has but one nearest place.</summary>
    private static double Chord(EarthPoint from, double lon, double lat, (double Lon, double Lat) first, (double Lon, double Lat) second)
    {
        var (spanLon, spanLat) = (second.Lon - first.Lon, second.Lat - first.Lat);
        var pieces = (int)Math.Max(1, Math.Ceiling(Math.Max(Math.Abs(spanLon), Math.Abs(spanLat)) / LongestPieceDegrees));
        var best = double.PositiveInfinity;
        for (var i = 0; i < pieces; i++)
        {
            var start = (first.Lon + spanLon * i / pieces, first.Lat + spanLat * i / pieces);
            var end = i == pieces - 1 ? second : (first.Lon + spanLon * (i + 1) / pieces, first.Lat + spanLat * (i + 1) / pieces);
            best = Math.Min(best, ChordToPiece(from, lon, lat, start, end));
        }
        return best;
    }

    /// <summary>Gauss-Newton from the nearest place on a plane; the edge hardly bends, so that each step gains digits.</summary>
    private static double ChordToPiece(EarthPoint from, double lon, double lat, (double Lon, double Lat) start, (double Lon, double Lat) end)
    {
        const int Steps = 6;
        var share = PlaneScale.At(lat).NearestShare(lon, lat, start, end);
        var (spanLon, spanLat) = (end.Lon - start.Lon, end.Lat - start.Lat);
        for (var step = 0; step < Steps; step++)
        {
            var (here, slope) = EarthPoint.AtWithSlope(start.Lon + spanLon * share, start.Lat + spanLat * share, spanLon, spanLat);
            var squaredSlope = slope.Dot(slope);
            if (squaredSlope == 0)
                break;
            var next = Math.Clamp(share - (here - from).Dot(slope) / squaredSlope, 0, 1);
            var done = Math.Abs(next - share) < 1e-12;
            share = next;
            if (done)
                break;
        }
        var nearest = share switch
        {
            0 => EarthPoint.At(start.Lon, start.Lat),
            1 => EarthPoint.At(end.Lon, end.Lat),
            _ => EarthPoint.At(start.Lon + spanLon * share, start.Lat + spanLat * share),
        };
        return (nearest - from).Length;
    }
}
