namespace ArgaliConcessions.Storage.Archive;

/// <summary>
/// Holds a store against an archive: both are in one order, so they are read side by side. Every row is compared by its
/// hash, every partition by count, bytes and hash, and the whole by its sums.
/// </summary>
internal sealed class StoreComparison(ArchivedStore store, Action<ArchiveProgress> progress)
{
    /// <summary>Where they differ.</summary>
    /// <exception cref="ArchiveException">The archive is damaged.</exception>
    public async Task<StoreDifferences> RunAsync(Stream archive, CancellationToken cancellationToken)
    {
        var differences = new StoreDifferences();
        using var reader = new ArchiveReader(archive);
        await using var cursor = new StoreCursor(store, cancellationToken);
        await cursor.NextAsync();
        await foreach (var line in reader.ReadAsync(cancellationToken))
        {
            await CompareAsync(line, cursor, differences);
            progress(new ArchiveProgress(ArchiveStep.Comparing, reader.State.Rows));
        }
        return differences;
    }

    private static async Task CompareAsync(ArchiveLine line, StoreCursor cursor, StoreDifferences differences)
    {
        switch (line)
        {
            case ArchiveLine.Row { Content: var row }:
                await SkipAsync(cursor, differences, found => Order(found, row.Partition, row.Key) < 0);
                if (cursor.Current is { } current && Order(current, row.Partition, row.Key) == 0)
                {
                    if (current.Sha256 != row.Sha256) differences.Differs(row.Partition, row.Key);
                    await cursor.NextAsync();
                }
                else
                {
                    differences.Missing(row.Partition, row.Key);
                }
                break;
            case ArchiveLine.End end:
                await SkipAsync(cursor, differences, found => string.CompareOrdinal(found.Partition, end.Key) <= 0);
                if (cursor.Ended != end.Key || cursor.EndedTally != end.Tally) differences.SumsDiffer(end.Key);
                break;
            case ArchiveLine.Total total:
                await SkipAsync(cursor, differences, _ => true);
                if (cursor.Totals != total.Totals) differences.SumsDiffer("");
                break;
        }
    }

    private static async Task SkipAsync(StoreCursor cursor, StoreDifferences differences, Func<ArchiveRow, bool> isExtra)
    {
        while (cursor.Current is { } extra && isExtra(extra))
        {
            differences.Extra(extra.Partition, extra.Key);
            await cursor.NextAsync();
        }
    }

    private static int Order(ArchiveRow row, string partition, string key) =>
        string.CompareOrdinal(row.Partition, partition) is not 0 and var order ? order : string.CompareOrdinal(row.Key, key);
}
