namespace ArgaliConcessions.Domain.Zones;

/// <summary>Collects faults up to the limit, each once.</summary>
internal sealed class FaultList
{
    private readonly List<BoundaryFault> faults = [];
    private readonly HashSet<BoundaryFault> seen = [];

    public bool Any => faults.Count > 0;

    public bool More { get; private set; }

    public IReadOnlyList<BoundaryFault> Listed => faults.AsReadOnly();

    public void Add(BoundaryFault fault)
    {
        if (seen.Contains(fault))
            return;
        if (faults.Count == BoundaryReader.MaxFaults)
        {
            More = true;
            return;
        }
        seen.Add(fault);
        faults.Add(fault);
    }

    /// <summary>Whether anything is already known to be wrong with this ring.</summary>
    public bool Blames(int polygon, int ring) => faults.Exists(fault => fault.Polygon == polygon && fault.Ring == ring);
}
