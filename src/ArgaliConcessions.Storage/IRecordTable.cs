using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage;

/// <summary>
/// What an adapter has to do, and no more: single attempts on encoded keys. Retries, limits, key encoding and the
/// recognition of own commits are <see cref="RecordStore"/>'s, so that no two adapters do them differently.
/// </summary>
/// <remarks>Every member throws <see cref="RecordTableException"/> for a failed attempt, and honours cancellation.</remarks>
public interface IRecordTable
{
    /// <summary>Reads one row; null when there is none.</summary>
    Task<RawRecord?> FindAsync(string partition, string row, CancellationToken cancellationToken);

    /// <summary>Reads rows of a range in ordinal order, from its start on. The page may be short or empty although more follow.</summary>
    /// <param name="range">The range.</param>
    /// <param name="limit">Rows at most, 1 to <see cref="RecordLimits.MaxPage"/>.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<RawPage> ReadPageAsync(RawRange range, int limit, CancellationToken cancellationToken);

    /// <summary>Applies all changes or none, in one attempt.</summary>
    Task<RawCommitResult> TryCommitAsync(RawCommit commit, CancellationToken cancellationToken);
}

/// <summary>A row as the adapter has it; its key is encoded.</summary>
public sealed record RawRecord(string Row, string Version, ReadOnlyMemory<byte> Payload, IReadOnlyDictionary<string, string> Columns);

/// <summary>Rows of a partition from <paramref name="From"/> (included) to <paramref name="To"/> (not included).</summary>
/// <param name="Partition">The encoded partition.</param>
/// <param name="From">The least row.</param>
/// <param name="To">What is past the last row; a prefix and <see cref="KeyEncoder.End"/>.</param>
/// <param name="Mark">The adapter's own note of where a range was left that it gave as <see cref="RawPage.Rest"/>; null for a range read from its start.</param>
public readonly record struct RawRange(string Partition, string From, string To, string? Mark = null);

/// <summary>One page. <paramref name="Rest"/> is null when the range is exhausted, else what is left of it.</summary>
public sealed record RawPage(IReadOnlyList<RawRecord> Records, RawRange? Rest);

/// <summary>
/// One commit with encoded keys, each row once: replaces and deletes first, then inserts, the witness last. An adapter
/// that stops at the first change that cannot be made therefore answers Conflict rather than AlreadyThere when both hold.
/// </summary>
public sealed record RawCommit(string Partition, IReadOnlyList<RecordChange> Changes);

/// <summary>What one attempt came to.</summary>
public enum RawOutcome { Committed, Conflict, AlreadyThere }

/// <summary>The outcome of an attempt, and the (encoded) row at fault where known.</summary>
public readonly record struct RawCommitResult(RawOutcome Outcome, string? Row = null);
