namespace ArgaliConcessions.Domain.Zones;

/// <summary>Reads boundaries from plain coordinates and refuses those that are no shape on the ground, with everything that is wrong and where.</summary>
public static class BoundaryReader
{
    /// <summary>The most points a boundary may have, closing points included. A zone of a few hundred is usual.</summary>
    public const int MaxVertices = 20_000;

    /// <summary>The most faults that are listed.</summary>
    public const int MaxFaults = 100;

    /// <summary>
    /// Reads polygons → rings (the shell, then the holes) → points, in either orientation. Never throws for what the
    /// coordinates say. Faults of single rings come first; only if there is none are rings compared with each other.
    /// </summary>
    public static BoundaryReading Read(Polygons polygons)
    {
        var faults = new FaultList();
        RingChecks.Check(polygons, faults);
        if (!faults.Any)
            TopologyChecks.Check(polygons, faults);
        if (!faults.Any)
            RingChecks.CheckSizes(polygons, faults);
        return faults.Any ? BoundaryReading.Bad(faults.Listed, faults.More) : BoundaryReading.Good(new Boundary(polygons));
    }
}
