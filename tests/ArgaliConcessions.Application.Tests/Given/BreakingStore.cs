using System.Runtime.CompilerServices;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Tests.Given;

/// <summary>Counts what is asked of a store, and dies when it is told to: before a commit or right after it has landed.</summary>
public sealed class BreakingStore(IRecordStore inner) : IRecordStore
{
    private int? commitsLeft;
    private bool lands;

    public int Finds { get; private set; }

    public int Pages { get; private set; }

    public int Commits { get; private set; }

    /// <summary>Reads of any kind.</summary>
    public int Reads => Finds + Pages;

    /// <summary>Called with the partition before each commit.</summary>
    public Func<string, Task>? BeforeCommit { get; set; }

    /// <summary>Called with the key before each point read.</summary>
    public Func<RecordKey, Task>? BeforeFind { get; set; }

    public void ResetCounts() => Finds = Pages = Commits = 0;

    /// <summary>From the (n+1)-th commit on every commit fails; the first failing one lands all the same when asked.</summary>
    public void DieAfter(int commits, bool landsFirst = false) => (commitsLeft, lands) = (commits, landsFirst);

    public void Revive() => commitsLeft = null;

    public async Task<StoredRecord?> FindAsync(RecordKey key, CancellationToken cancellationToken)
    {
        if (BeforeFind is { } before) await before(key);
        Finds++;
        return await inner.FindAsync(key, cancellationToken);
    }

    public async IAsyncEnumerable<StoredRecord> ListAsync(string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Pages++;
        await foreach (var record in inner.ListAsync(partition, range, cancellationToken)) yield return record;
    }

    public Task<RecordPage> ReadPageAsync(string partition, RowRange range, string? after, int limit, CancellationToken cancellationToken)
    {
        Pages++;
        return inner.ReadPageAsync(partition, range, after, limit, cancellationToken);
    }

    public async Task<CommitResult> CommitAsync(
        string partition, IReadOnlyList<RecordChange> changes, CommitWitness witness, CancellationToken cancellationToken)
    {
        if (BeforeCommit is { } before) await before(partition);
        Commits++;
        if (commitsLeft is null) return await inner.CommitAsync(partition, changes, witness, cancellationToken);
        if (--commitsLeft >= 0) return await inner.CommitAsync(partition, changes, witness, cancellationToken);
        if (lands) await inner.CommitAsync(partition, changes, witness, cancellationToken);
        lands = false;
        throw new RecordStoreException("The process is dead.");
    }
}
