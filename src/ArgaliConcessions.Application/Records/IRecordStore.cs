namespace ArgaliConcessions.Application.Records;

/// <summary>
/// Where records are kept: rows of small payloads in partitions. The partition is the unit of truth: what must agree
/// lies in one partition and changes in one commit. Partition and row names are logical strings of any characters;
/// the store encodes them (KeyEncoder), and every order below is the ordinal order of the encoded row.
/// </summary>
/// <remarks>
/// Expected results are values. A broken or unreachable store throws <see cref="RecordStoreException"/>; a request
/// past a limit of <see cref="RecordLimits"/> throws <see cref="ArgumentException"/> before anything is sent.
/// </remarks>
public interface IRecordStore
{
    /// <summary>Reads one row; null when there is none.</summary>
    Task<StoredRecord?> FindAsync(RecordKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Streams the rows of a range in key order, page by page. Each page is its own read: the whole is NOT a snapshot.
    /// A page may be short or empty although more follow.
    /// </summary>
    IAsyncEnumerable<StoredRecord> ListAsync(string partition, RowRange range, CancellationToken cancellationToken);

    /// <summary>
    /// Reads one page of a range, for callers that hand out a cursor of their own. It may be shorter than the limit
    /// although more follow, but never empty while more follow: the store reads on past empty pages by itself.
    /// </summary>
    /// <param name="partition">The partition.</param>
    /// <param name="range">The range; an <paramref name="after"/> outside it is allowed.</param>
    /// <param name="after">The last row already seen (it need not exist any more), or null to start at the beginning of the range.</param>
    /// <param name="limit">Rows at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<RecordPage> ReadPageAsync(string partition, RowRange range, string? after, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Applies all changes to one partition, or none. The witness row is added in the same commit and carries the
    /// commit's id: after any ambiguous attempt the store reads it back, so a retry recognises its own success.
    /// </summary>
    /// <remarks>
    /// There may be no changes but the witness. Sending a commit again with the same witness is safe: once it has
    /// landed the answer is <see cref="CommitOutcome.Committed"/>, not a conflict with itself. Cancelling while an
    /// attempt is under way throws <see cref="OperationCanceledException"/>, and the commit may have landed.
    /// </remarks>
    /// <returns>
    /// <see cref="CommitOutcome.Committed"/>; <see cref="CommitOutcome.Conflict"/> when a row to replace or delete is
    /// gone or has another version; <see cref="CommitOutcome.AlreadyThere"/> when a row to insert exists (and no other
    /// change conflicts); <see cref="CommitOutcome.Unknown"/> when the time budget ran out before the truth was known.
    /// </returns>
    Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CommitWitness witness, CancellationToken cancellationToken);
}
