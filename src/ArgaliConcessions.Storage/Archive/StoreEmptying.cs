using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>Takes away all that an import has written so far; the mark that it stands under stays.</summary>
internal sealed class StoreEmptying(ArchivedStore store)
{
    /// <exception cref="RecordStoreException">The store is broken or does not answer.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await PassAsync(cancellationToken) > 0)
        {
            // Until a whole look finds nothing: a request that was given up may have arrived late.
        }
    }

    /// <summary>Rows seen.</summary>
    private async Task<long> PassAsync(CancellationToken cancellationToken)
    {
        var (seen, partition, deletes) = (0L, "", new List<RecordChange>());
        await foreach (var row in store.ReadAsync(null, cancellationToken))
        {
            if (ImportMarker.Is(row)) continue;
            if (row.Partition != partition || deletes.Count == RecordLimits.MaxChanges) await SendAsync(partition, deletes, cancellationToken);
            partition = row.Partition;
            deletes.Add(new RecordChange.Delete(row.Record.Row, row.Record.Version));
            seen++;
        }
        await SendAsync(partition, deletes, cancellationToken);
        return seen;
    }

    private async Task SendAsync(string partition, List<RecordChange> deletes, CancellationToken cancellationToken)
    {
        if (deletes.Count > 0) await store.CommitAsync(partition, [.. deletes], cancellationToken);
        deletes.Clear();
    }
}
