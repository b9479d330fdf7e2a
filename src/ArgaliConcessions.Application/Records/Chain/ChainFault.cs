namespace ArgaliConcessions.Application.Records.Chain;

/// <summary>What is wrong with a record of a chained partition.</summary>
public enum ChainFaultKind
{
    /// <summary>The head row is missing although there are audit events.</summary>
    HeadMissing,

    /// <summary>The head is not what the last audit event says.</summary>
    HeadDiffers,

    /// <summary>The audit event with this number is missing, the first of a gap; events after it exist.</summary>
    EventMissing,

    /// <summary>The audit event cannot be read, is out of its place, or its commit id is not its row's.</summary>
    EventMalformed,

    /// <summary>The event's bytes are not those that the event after it (or the head) took the hash of: one of the two was changed.</summary>
    EventDiffers,

    /// <summary>The row's content is not what the last event about it recorded.</summary>
    RowDiffers,

    /// <summary>An event recorded the row, and it is gone.</summary>
    RowMissing,

    /// <summary>The row was deleted by a commit, and is there.</summary>
    RowReappeared,

    /// <summary>No event ever recorded the row.</summary>
    RowUnrecorded,
}

/// <summary>A fault of a chained partition.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Row">The record at fault.</param>
public sealed record ChainFault(ChainFaultKind Kind, string Partition, string Row);
