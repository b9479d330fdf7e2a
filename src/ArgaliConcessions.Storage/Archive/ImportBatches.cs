using System.Runtime.CompilerServices;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>Cuts an archive into commits.</summary>
internal static class ImportBatches
{
    /// <summary>The batches of the partitions that are wanted, in the archive's order.</summary>
    /// <exception cref="ArchiveException">The archive is damaged, or no longer the one that was checked.</exception>
    public static async IAsyncEnumerable<ImportBatch> ReadAsync(
        Stream archive, string id, Func<string, bool> isWanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new ArchiveReader(archive);
        var batch = new ImportBatch("");
        await foreach (var line in reader.ReadAsync(cancellationToken))
        {
            if (line is not ArchiveLine.Row { Content: var row } || !isWanted(row.Partition) || batch.TryAdd(row)) continue;
            if (batch.Rows.Count > 0) yield return batch;
            batch = new ImportBatch(row.Partition);
            if (!batch.TryAdd(row)) throw new ArchiveException("record-refused", reader.State.Lines, KeyEncoder.Decode(row.Key));
        }
        if (reader.State.Sum != id) throw new ArchiveException("archive-changed", reader.State.Lines);
        if (batch.Rows.Count > 0) yield return batch;
    }
}
