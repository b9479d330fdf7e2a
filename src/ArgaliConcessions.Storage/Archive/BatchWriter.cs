using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>Writes a batch so that it may be written again: rows that are there and equal count as written.</summary>
internal sealed class BatchWriter(ArchivedStore store, bool resumed)
{
    private const int Rounds = 5;

    /// <exception cref="ArchiveException">A row is there with another content.</exception>
    /// <exception cref="RecordStoreException">The store is broken or does not answer.</exception>
    public async Task WriteAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        var rows = resumed ? await MissingAsync(batch.Partition, batch.Rows, cancellationToken) : batch.Rows;
        for (var round = 0; rows.Count > 0; round++)
        {
            if (round == Rounds) throw new RecordStoreException($"The store says that rows of '{batch.Partition}' are there, and does not show them.");
            var result = await store.CommitAsync(batch.Partition, [.. rows.Select(ImportBatch.Insert)], cancellationToken);
            if (result.Outcome == RawOutcome.Committed) return;
            // An earlier attempt of which the reply was lost, or an earlier run.
            rows = await MissingAsync(batch.Partition, rows, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<ArchiveRow>> MissingAsync(string partition, IReadOnlyList<ArchiveRow> rows, CancellationToken cancellationToken)
    {
        var range = await store.RangeAsync(partition, rows[0].Key, rows[^1].Key, cancellationToken);
        var found = range.ToDictionary(record => record.Row, StringComparer.Ordinal);
        var missing = new List<ArchiveRow>();
        foreach (var row in rows)
        {
            if (!found.TryGetValue(row.Key, out var record)) missing.Add(row);
            else if (ArchivedStore.RowOf(new WholeRow(partition, record)).Sha256 != row.Sha256)
                throw new ArchiveException("row-differs", detail: $"{KeyEncoder.Decode(partition)} {KeyEncoder.Decode(row.Key)}");
        }
        return missing;
    }
}
