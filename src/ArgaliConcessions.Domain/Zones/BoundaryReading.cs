namespace ArgaliConcessions.Domain.Zones;

/// <summary>What came of reading a boundary: the boundary, or everything wrong with it.</summary>
public sealed record BoundaryReading
{
    private BoundaryReading(Boundary? boundary, IReadOnlyList<BoundaryFault> faults, bool more)
    {
        Boundary = boundary;
        Faults = faults;
        More = more;
    }

    /// <summary>The boundary; null exactly when there are faults.</summary>
    public Boundary? Boundary { get; }

    /// <summary>The faults, at most <see cref="BoundaryReader.MaxFaults"/>; empty exactly when there is a boundary.</summary>
    public IReadOnlyList<BoundaryFault> Faults { get; }

    /// <summary>Whether there are more faults than are listed.</summary>
    public bool More { get; }

    internal static BoundaryReading Good(Boundary boundary) => new(boundary, [], more: false);

    internal static BoundaryReading Bad(IReadOnlyList<BoundaryFault> faults, bool more) => new(null, faults, more);
}
