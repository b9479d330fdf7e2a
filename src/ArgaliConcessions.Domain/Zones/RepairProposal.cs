namespace ArgaliConcessions.Domain.Zones;

/// <summary>What was done to a faulty boundary to make it valid.</summary>
public enum RepairNote
{
    /// <summary>A ring's last point was not its first: it was closed with a straight edge.</summary>
    ClosedRings,

    /// <summary>Points that repeated the one before were dropped.</summary>
    DroppedRepeatedPoints,

    /// <summary>Rings that enclose nothing were dropped.</summary>
    DroppedDegenerateRings,

    /// <summary>Rings that were there twice were dropped.</summary>
    DroppedDuplicateRings,

    /// <summary>Crossing lines were cut at their crossings and the shape was put together anew.</summary>
    RebuiltTopology,
}

/// <summary>A valid boundary made from a faulty one, for a person to look at and send again; never used unseen.</summary>
/// <param name="Boundary">The valid boundary.</param>
/// <param name="HectaresBefore">What common programs give for the faulty shape: shells less holes as drawn, where crossing loops cancel; null if it has no closed area.</param>
/// <param name="HectaresAfter">The valid boundary's hectares.</param>
/// <param name="HectaresChanged">
/// Ground that is in one of the two shapes and not in the other, the faulty one read by the even-odd rule (a place is in if a line from it
/// crosses the drawing an odd number of times); null where it cannot be computed.
/// </param>
/// <param name="Notes">What was done, each once, in the order of <see cref="RepairNote"/>.</param>
public sealed record RepairProposal(
    Boundary Boundary, double? HectaresBefore, double HectaresAfter, double? HectaresChanged, IReadOnlyList<RepairNote> Notes);
