using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>How rings lie to themselves and to each other. Wants rings that passed <see cref="RingChecks"/>.</summary>
/// <remarks>
/// NetTopologySuite is the judge of validity but names one fault only. So a shape that it refuses is looked at again in parts: crossings of
/// edges, then each ring alone, each hole in its shell, pairs of holes, pairs of polygons. What none of these finds is reported as
/// the judge saw it. <c>TopologyValidationError.Message</c> is never read: it throws for some kinds.
/// </remarks>
internal static class TopologyChecks
{
    /// <summary>So many pairs of holes or of polygons are looked at; a shape with more has had its faults shown.</summary>
    private const int MaxPairs = 1_000;

    public static void Check(Polygons polygons, FaultList faults)
    {
        var areAllCompared = Crossings.Report(polygons, faults);
        if (!areAllCompared && !faults.Any)
            faults.Add(new(BoundaryFaultKind.TooManyVertices, 0, 0));
        if (!areAllCompared || ErrorOf(Planar.MultiPolygon(polygons)) is not { } error)
            return;
        for (var p = 0; p < polygons.Count; p++)
        {
            for (var r = 0; r < polygons[p].Count; r++)
                CheckRing(polygons, p, r, faults);
            CheckHoles(polygons, p, faults);
        }
        CheckPairsOfPolygons(polygons, faults);
        if (!faults.Any)
            Report(polygons, error, BoundaryFaultKind.SelfIntersection, null, faults);
    }

    private static void CheckRing(Polygons polygons, int p, int r, FaultList faults)
    {
        if (!faults.Blames(p, r) && ErrorOf(Planar.Polygon([polygons[p][r]])) is { } error)
            Report(polygons, error, BoundaryFaultKind.SelfIntersection, (p, r), faults);
    }

    private static void CheckHoles(Polygons polygons, int p, FaultList faults)
    {
        var rings = polygons[p];
        if (faults.Blames(p, 0) || ErrorOf(Planar.Polygon(rings)) is not { } whole)
            return;
        foreach (var hole in Enumerable.Range(1, rings.Count - 1).Where(hole => !faults.Blames(p, hole)).Take(MaxPairs))
            if (ErrorOf(Planar.Polygon([rings[0], rings[hole]])) is { } error)
                Report(polygons, error, BoundaryFaultKind.HoleOutsideShell, (p, hole), faults);
        foreach (var (one, other) in Pairs(1, rings.Count, hole => faults.Blames(p, hole)))
            if (ErrorOf(Planar.Polygon([rings[0], rings[one], rings[other]])) is { } error)
                Report(polygons, error, BoundaryFaultKind.HolesOverlap, (p, other), faults);
        if (!Enumerable.Range(0, rings.Count).Any(ring => faults.Blames(p, ring)))
            Report(polygons, whole, BoundaryFaultKind.SelfIntersection, (p, RingAt(rings, whole.Place)), faults);
    }

    private static void CheckPairsOfPolygons(Polygons polygons, FaultList faults)
    {
        bool IsFaulty(int p) => Enumerable.Range(0, polygons[p].Count).Any(r => faults.Blames(p, r));
        foreach (var (one, other) in Pairs(0, polygons.Count, IsFaulty))
            if (ErrorOf(Planar.MultiPolygon([polygons[one], polygons[other]])) is { } error)
                Report(polygons, error, BoundaryFaultKind.ShellsOverlap, (other, RingAt(polygons[other], error.Place)), faults);
    }

    /// <summary>Pairs of those that are not known to be faulty; this is asked once, before the first pair.</summary>
    private static IEnumerable<(int One, int Other)> Pairs(int from, int to, Func<int, bool> isFaulty)
    {
        var sound = Enumerable.Range(from, Math.Max(0, to - from)).Where(index => !isFaulty(index)).ToList();
        return sound.SelectMany((one, i) => sound.Skip(i + 1).Select(other => (one, other))).Take(MaxPairs);
    }

    private static void Report(Polygons polygons, TopologyError error, BoundaryFaultKind crossing, (int P, int R)? blamed, FaultList faults)
    {
        var kind = error.Type switch
        {
            TopologyValidationErrors.HoleOutsideShell => BoundaryFaultKind.HoleOutsideShell,
            TopologyValidationErrors.NestedHoles => BoundaryFaultKind.NestedHoles,
            TopologyValidationErrors.NestedShells => BoundaryFaultKind.NestedShells,
            TopologyValidationErrors.DisconnectedInteriors => BoundaryFaultKind.DisconnectedInterior,
            TopologyValidationErrors.DuplicateRings => BoundaryFaultKind.DuplicateRings,
            _ => crossing,
        };
        var (p, r) = blamed ?? (0, RingAt(polygons[0], error.Place));
        faults.Add(new(kind, p, r, VertexAt(polygons[p][r], error.Place), error.Place?.Lon, error.Place?.Lat));
    }

    private static int RingAt(PolygonRings rings, (double Lon, double Lat)? place)
    {
        for (var r = 0; r < rings.Count; r++)
            if (VertexAt(rings[r], place) is not null)
                return r;
        return 0;
    }

    private static int? VertexAt(Ring ring, (double Lon, double Lat)? place)
    {
        for (var v = 0; v < ring.Count; v++)
            if (ring[v] == place)
                return v;
        return null;
    }

    private static TopologyError? ErrorOf(Geometry geometry)
    {
        try
        {
            return new IsValidOp(geometry).ValidationError is { } error
                ? new(error.ErrorType, error.Coordinate is { } at ? (at.X, at.Y) : null)
                : null;
        }
        catch (TopologyException e)
        {
            // So tangled that its topology could not be worked out.
            return new(TopologyValidationErrors.SelfIntersection, e.Coordinate is { } at ? (at.X, at.Y) : null);
        }
    }

    private sealed record TopologyError(TopologyValidationErrors Type, (double Lon, double Lat)? Place);
}
