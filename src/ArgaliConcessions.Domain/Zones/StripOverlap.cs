namespace ArgaliConcessions.Domain.Zones;

/// <summary>
/// The ground two boundaries share, added up from strips along parallels: for shapes that cross each other so often that no overlay should be
/// tried. Its time depends on the number of points alone.
/// </summary>
internal static class StripOverlap
{
    private const int Strips = 2_000;

    public static double Hectares(Boundary one, Boundary other)
    {
        var (south, north) = (Math.Max(one.Envelope.South, other.Envelope.South), Math.Min(one.Envelope.North, other.Envelope.North));
        var height = (north - south) / Strips;
        var total = 0.0;
        for (var strip = 0; strip < Strips; strip++)
        {
            var (bottom, middle, top) = (south + strip * height, south + (strip + 0.5) * height, south + (strip + 1) * height);
            var width = Shared(Cuts(one, middle), Cuts(other, middle));
            total += EllipsoidArea.RingHectares([(0, bottom), (1, bottom), (1, top), (0, top), (0, bottom)]) * width;
        }
        return total;
    }

    /// <summary>The longitudes at which a parallel enters and leaves the shape, in order.</summary>
    private static List<double> Cuts(Boundary boundary, double lat)
    {
        var cuts = new List<double>();
        foreach (var ring in boundary.Polygons.SelectMany(rings => rings))
            for (var i = 1; i < ring.Count; i++)
                if (ring[i - 1].Lat > lat != ring[i].Lat > lat)
                    cuts.Add(ring[i - 1].Lon + (ring[i].Lon - ring[i - 1].Lon) * (lat - ring[i - 1].Lat) / (ring[i].Lat - ring[i - 1].Lat));
        cuts.Sort();
        return cuts;
    }

    /// <summary>Degrees of longitude that are in both.</summary>
    private static double Shared(List<double> one, List<double> other)
    {
        var (i, j, shared) = (0, 0, 0.0);
        while (i + 1 < one.Count && j + 1 < other.Count)
        {
            shared += Math.Max(0, Math.Min(one[i + 1], other[j + 1]) - Math.Max(one[i], other[j]));
            if (one[i + 1] < other[j + 1])
                i += 2;
            else
                j += 2;
        }
        return shared;
    }
}
