using System.Runtime.CompilerServices;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>
/// The store as hosts see it: before its first use it asks once whether an import into it is unfinished, and lets nobody work
/// on half a register. Nothing is asked when the host starts; a store that does not answer has not said no.
/// </summary>
public sealed class ImportGuard(IRecordStore store) : IRecordStore
{
    private volatile bool isWhole;

    /// <inheritdoc/>
    public async Task<StoredRecord?> FindAsync(RecordKey key, CancellationToken cancellationToken)
    {
        await EnsureWholeAsync(cancellationToken);
        return await store.FindAsync(key, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredRecord> ListAsync(string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await EnsureWholeAsync(cancellationToken);
        await foreach (var record in store.ListAsync(partition, range, cancellationToken)) yield return record;
    }

    /// <inheritdoc/>
    public async Task<RecordPage> ReadPageAsync(string partition, RowRange range, string? after, int limit, CancellationToken cancellationToken)
    {
        await EnsureWholeAsync(cancellationToken);
        return await store.ReadPageAsync(partition, range, after, limit, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CommitWitness witness, CancellationToken cancellationToken)
    {
        await EnsureWholeAsync(cancellationToken);
        return await store.CommitAsync(partition, changes, witness, cancellationToken);
    }

    private async ValueTask EnsureWholeAsync(CancellationToken cancellationToken)
    {
        if (isWhole) return;
        if (await ImportMarker.IsThereAsync(store, cancellationToken))
            throw new RecordStoreException("An import into this store is unfinished. Run scripts/import again with the same archive.");
        isWhole = true;
    }
}
