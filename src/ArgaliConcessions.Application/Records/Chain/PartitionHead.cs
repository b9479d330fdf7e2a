using NodaTime;

namespace ArgaliConcessions.Application.Records.Chain;

/// <summary>
/// The row <c>head</c> of a chained partition: where its history stands. Every commit replaces it conditionally, so
/// that the commits of a partition are totally ordered.
/// </summary>
/// <param name="Sequence">Number of the last commit, from 1 without gaps; 0 before the first.</param>
/// <param name="ChainHash">SHA-256, lower-case hex, of the last audit event as stored; empty before the first.</param>
/// <param name="NextSerial">The serial that the next numbered thing (a permit) gets; from 1.</param>
/// <param name="RecordedAt">When the last commit was recorded; strictly later than the one before.</param>
public sealed record PartitionHead(long Sequence, string ChainHash, int NextSerial, Instant RecordedAt)
{
    /// <summary>The row's name.</summary>
    public const string Row = "head";

    /// <summary>The head of a partition that has no commit yet.</summary>
    public static PartitionHead Empty { get; } = new(0, "", 1, Instant.FromUnixTimeTicks(0));
}
