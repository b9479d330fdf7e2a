using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>
/// Copies an archive into an empty store, or ends an import of the same archive that was cut short. The store is marked
/// until it has been read back and found equal; <c>law</c>, without which no register answers, comes last.
/// </summary>
public sealed class ArchiveImporter(ArchivedStore store, Action<ArchiveProgress> progress)
{
    /// <summary>Commits on their way at once: a table far away answers each within some milliseconds.</summary>
    private const int AtOnce = 8;

    /// <summary>Reads an archive whole, and touches no store.</summary>
    /// <exception cref="ArchiveException">It is damaged: at the line named.</exception>
    public static async Task<ArchiveSummary> CheckAsync(Stream archive, Action<ArchiveProgress> progress, CancellationToken cancellationToken)
    {
        using var reader = new ArchiveReader(archive);
        return await reader.CheckAsync(rows => progress(new ArchiveProgress(ArchiveStep.Checking, rows)), cancellationToken);
    }

    /// <summary>Imports an archive that <see cref="CheckAsync"/> found whole.</summary>
    /// <param name="archive">The same, still open.</param>
    /// <param name="summary">What the check found.</param>
    /// <param name="cancellationToken">Stops it; the next run with the same archive goes on.</param>
    /// <exception cref="ArchiveException">The store holds something else, or what was read back differs.</exception>
    /// <exception cref="RecordStoreException">The store is broken or does not answer; a later run goes on.</exception>
    public async Task RunAsync(Stream archive, ArchiveSummary summary, CancellationToken cancellationToken)
    {
        var marker = new ImportMarker(store);
        if (await TakeAsync(marker, archive, summary.Id, cancellationToken) is not { } resumed) return;
        try
        {
            await WriteAsync(new BatchWriter(store, resumed), archive, summary.Id, cancellationToken);
        }
        catch (ArchiveException damage) when (damage.Line > 0)
        {
            // The file was whole a moment ago. Nothing of a damaged archive is kept.
            await new StoreEmptying(store).RunAsync(cancellationToken);
            await marker.RemoveAsync(cancellationToken);
            throw;
        }
        await marker.RemoveAsync(cancellationToken);
    }

    /// <summary>Whether an import was begun before; null when the store holds the whole archive and nothing else, so that there is nothing to do.</summary>
    private async Task<bool?> TakeAsync(ImportMarker marker, Stream archive, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await marker.TakeAsync(id, cancellationToken);
        }
        catch (ArchiveException fault) when (fault.Code == "target-not-empty")
        {
            // An import may have ended without hearing that its last commit, the mark's removal, had landed.
            if (await CompareAsync(archive, cancellationToken) is { Count: 0 }) return null;
            throw;
        }
    }

    private async Task WriteAsync(BatchWriter writer, Stream archive, string id, CancellationToken cancellationToken)
    {
        await WriteAsync(writer, archive, id, partition => partition != Partitions.Law, cancellationToken);
        await WriteAsync(writer, archive, id, partition => partition == Partitions.Law, cancellationToken);
        var differences = await CompareAsync(archive, cancellationToken);
        if (differences.Count > 0) throw new ArchiveException("import-differs", detail: differences.ToString());
    }

    private Task<StoreDifferences> CompareAsync(Stream archive, CancellationToken cancellationToken) =>
        new StoreComparison(store, progress).RunAsync(archive, cancellationToken);

    private async Task WriteAsync(BatchWriter writer, Stream archive, string id, Func<string, bool> isWanted, CancellationToken cancellationToken)
    {
        var rows = 0L;
        var batches = ImportBatches.ReadAsync(archive, id, isWanted, cancellationToken);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(batches, parallel, async (batch, ct) =>
        {
            await writer.WriteAsync(batch, ct);
            progress(new ArchiveProgress(ArchiveStep.Importing, Interlocked.Add(ref rows, batch.Rows.Count)));
        });
    }
}
