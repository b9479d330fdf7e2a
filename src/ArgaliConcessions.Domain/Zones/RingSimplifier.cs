namespace ArgaliConcessions.Domain.Zones;

/// <summary>Drops points of a ring that a drawing does not need (D. Douglas and T. Peucker, 1973), without recursion: rings are long.</summary>
internal static class RingSimplifier
{
    /// <summary>A closed ring of at least a triangle, from the same first point, no dropped point of which lies farther than the tolerance from it.</summary>
    public static (double Lon, double Lat)[] Simplify(Ring ring, double tolerance)
    {
        var last = ring.Count - 1;
        var opposite = Farthest(ring, 0, last).Index;
        var kept = new SortedSet<int> { 0, opposite, last };
        var spans = new Stack<(int From, int To)>([(0, opposite), (opposite, last)]);
        while (spans.TryPop(out var span))
        {
            var (index, squared) = Farthest(ring, span.From, span.To);
            if (squared <= tolerance * tolerance)
                continue;
            kept.Add(index);
            spans.Push((span.From, index));
            spans.Push((index, span.To));
        }
        if (kept.Count == 3)
            kept.Add(Corner(ring, opposite, last));
        return [.. kept.Select(index => ring[index])];
    }

    /// <summary>The point that makes a triangle of a ring that has shrunk to a line.</summary>
    private static int Corner(Ring ring, int opposite, int last)
    {
        var (one, other) = (Farthest(ring, 0, opposite), Farthest(ring, opposite, last));
        return one.Squared > other.Squared ? one.Index : other.Index;
    }

    /// <summary>The point between two others that is farthest from the line between them; if there is none between, nothing is far.</summary>
    private static (int Index, double Squared) Farthest(Ring ring, int from, int to)
    {
        var farthest = (Index: from, Squared: -1.0);
        var plane = new PlaneScale(1, 1);
        for (var i = from + 1; i < to; i++)
        {
            var squared = plane.SquaredDistance(ring[i].Lon, ring[i].Lat, ring[from], ring[to]);
            if (squared > farthest.Squared)
                farthest = (i, squared);
        }
        return farthest;
    }
}
