using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage;

namespace ArgaliConcessions.Tests;

/// <summary>Counts every attempt that a table is asked for, whatever comes of it: each is a round trip, and on Azure a transaction that is paid for.</summary>
public sealed class CountingTable(IRecordTable inner) : IRecordTable, IWholeTable, IDisposable
{
    private int points;
    private int pages;
    private int commits;

    /// <summary>The attempts so far; reads of the whole table are not among them.</summary>
    public Operations Counted => new(Volatile.Read(ref points), Volatile.Read(ref pages), Volatile.Read(ref commits));

    public Task<RawRecord?> FindAsync(string partition, string row, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref points);
        return inner.FindAsync(partition, row, cancellationToken);
    }

    public Task<RawPage> ReadPageAsync(RawRange range, int limit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref pages);
        return inner.ReadPageAsync(range, limit, cancellationToken);
    }

    public Task<RawCommitResult> TryCommitAsync(RawCommit commit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref commits);
        return inner.TryCommitAsync(commit, cancellationToken);
    }

    public Task<WholePage> ReadAllAsync(WholePlace? from, int limit, CancellationToken cancellationToken) =>
        ((IWholeTable)inner).ReadAllAsync(from, limit, cancellationToken);

    public void Dispose() => (inner as IDisposable)?.Dispose();
}
