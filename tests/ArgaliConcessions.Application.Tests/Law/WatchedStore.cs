using System.Collections.Concurrent;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Tests.Law;

/// <summary>Notes every read; many threads may use it. Reads can be held until enough of them are under way.</summary>
public sealed class WatchedStore(IRecordStore inner) : IRecordStore
{
    private readonly ConcurrentQueue<string> _reads = new();
    private readonly TaskCompletionSource _together = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _awaited;

    /// <summary>What was read since the last <see cref="Forget"/>: <c>partition row</c>, or <c>partition prefix*</c> for ranges.</summary>
    public string[] Reads => [.. _reads.Order(StringComparer.Ordinal)];

    public void Forget() => _reads.Clear();

    /// <summary>From now on point reads wait until so many are under way at once.</summary>
    public void HoldUntil(int together) => _awaited = together;

    public async Task<StoredRecord?> FindAsync(RecordKey key, CancellationToken cancellationToken)
    {
        _reads.Enqueue($"{key.Partition} {key.Row}");
        if (_awaited > 0)
        {
            if (Interlocked.Decrement(ref _awaited) == 0) _together.SetResult();
            await _together.Task.WaitAsync(TimeSpan.FromSeconds(10), cancellationToken);
        }

        return await inner.FindAsync(key, cancellationToken);
    }

    public IAsyncEnumerable<StoredRecord> ListAsync(string partition, RowRange range, CancellationToken cancellationToken)
    {
        _reads.Enqueue($"{partition} {range.Prefix}*");
        return inner.ListAsync(partition, range, cancellationToken);
    }

    public Task<RecordPage> ReadPageAsync(string partition, RowRange range, string? after, int limit, CancellationToken cancellationToken)
    {
        _reads.Enqueue($"{partition} {range.Prefix}*");
        return inner.ReadPageAsync(partition, range, after, limit, cancellationToken);
    }

    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CommitWitness witness, CancellationToken cancellationToken) =>
        inner.CommitAsync(partition, changes, witness, cancellationToken);
}
