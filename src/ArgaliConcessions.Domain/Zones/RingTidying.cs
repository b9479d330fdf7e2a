namespace ArgaliConcessions.Domain.Zones;

/// <summary>The part of a repair that needs no topology: it makes each ring a ring.</summary>
internal static class RingTidying
{
    private const int LeastPoints = 4;

    /// <summary>The polygons with closed rings, each once and with no point twice in a row; a polygon without a shell is left out.</summary>
    public static Polygons Tidy(Polygons polygons, ISet<RepairNote> notes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. polygons.Select(rings => TidyPolygon(rings, seen, notes)).Where(rings => rings.Count > 0)];
    }

    private static PolygonRings TidyPolygon(PolygonRings rings, HashSet<string> seen, ISet<RepairNote> notes)
    {
        var tidy = new List<Ring>();
        for (var r = 0; r < rings.Count; r++)
        {
            var ring = TidyRing(rings[r], seen, notes);
            if (ring is not null)
                tidy.Add(ring);
            else if (r == 0)
                return [];
        }
        return tidy;
    }

    private static Ring? TidyRing(Ring ring, HashSet<string> seen, ISet<RepairNote> notes)
    {
        var points = CanonicalRings.WithoutRepeats(ring);
        if (points.Count < ring.Count)
            notes.Add(RepairNote.DroppedRepeatedPoints);
        if (points.Count > 0 && points[0] != points[^1])
        {
            points.Add(points[0]);
            notes.Add(RepairNote.ClosedRings);
        }
        if (points.Count < LeastPoints || RingChecks.IsOnOneLine(points))
            return Dropped(RepairNote.DroppedDegenerateRings, notes);
        return seen.Add(CanonicalRings.Key(points)) ? points : Dropped(RepairNote.DroppedDuplicateRings, notes);
    }

    private static Ring? Dropped(RepairNote why, ISet<RepairNote> notes)
    {
        notes.Add(why);
        return null;
    }
}
