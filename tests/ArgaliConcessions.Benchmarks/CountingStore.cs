using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Benchmarks;

/// <summary>Counts how often the store is asked.</summary>
internal sealed class CountingStore(IRecordStore store) : IRecordStore
{
    private long _reads;

    /// <summary>Point reads, pages and ranges so far.</summary>
    public long Reads => Interlocked.Read(ref _reads);

    public Task<StoredRecord?> FindAsync(RecordKey key, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return store.FindAsync(key, cancellationToken);
    }

    public IAsyncEnumerable<StoredRecord> ListAsync(string partition, RowRange range, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return store.ListAsync(partition, range, cancellationToken);
    }

    public Task<RecordPage> ReadPageAsync(string partition, RowRange range, string? after, int limit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return store.ReadPageAsync(partition, range, after, limit, cancellationToken);
    }

    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CommitWitness witness, CancellationToken cancellationToken) =>
        store.CommitAsync(partition, changes, witness, cancellationToken);
}
