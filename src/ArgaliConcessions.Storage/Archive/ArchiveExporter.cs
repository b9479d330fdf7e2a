namespace ArgaliConcessions.Storage.Archive;

/// <summary>
/// Copies a store into an archive, and goes on where an earlier attempt was cut short.
/// </summary>
/// <remarks>
/// Ranges of a store are no snapshot. So the store is read twice: once into the archive, and again, after the last row
/// was written, to be held against it. Where every row has the same content both times and none came or went, the
/// archive is the state of the whole store at the instant between the two reads. (A row that was changed and changed
/// back in between would not be seen; in a chained partition the head would tell.) If they differ, somebody writes:
/// there is no archive then.
/// </remarks>
public sealed class ArchiveExporter(ArchivedStore store, Action<ArchiveProgress> progress)
{
    /// <summary>Makes the archive.</summary>
    /// <param name="file">Its name; nothing of that name may be there. It is written beside as <c>.partial</c> and renamed at the end.</param>
    /// <param name="origin">What its first line says.</param>
    /// <param name="cancellationToken">Stops it; the next run goes on from there.</param>
    /// <exception cref="ArchiveException">The file is there already or cannot be written; the store is empty, half imported, or was written to meanwhile.</exception>
    /// <exception cref="Application.Records.RecordStoreException">The store is broken or does not answer.</exception>
    public async Task<ArchiveSummary> RunAsync(string file, ArchiveOrigin origin, CancellationToken cancellationToken)
    {
        if (File.Exists(file)) throw new ArchiveException("file-exists", detail: file);
        if (await new ImportMarker(store).IsThereAsync(cancellationToken)) throw new ArchiveException("import-unfinished");
        var summary = await ExportAsync(file, origin, cancellationToken);
        ArchiveFile.Complete(file);
        return summary;
    }

    private async Task<ArchiveSummary> ExportAsync(string file, ArchiveOrigin origin, CancellationToken cancellationToken)
    {
        await using var partial = ArchiveFile.OpenPartial(file);
        var isNew = partial.Length == 0;
        try
        {
            try
            {
                return await WriteAsync(partial, origin, cancellationToken);
            }
            catch (ArchiveException fault) when (fault.Code == "store-moved" && !isNew)
            {
                // What an earlier run left may be of an older state: that is no reason to refuse, only to begin anew.
                partial.SetLength(0);
                return await WriteAsync(partial, origin, cancellationToken);
            }
        }
        catch (ArchiveException)
        {
            File.Delete(ArchiveFile.PartialOf(file));
            throw;
        }
        catch (IOException fault)
        {
            throw new ArchiveException("file-unusable", detail: fault.Message, inner: fault);
        }
    }

    private async Task<ArchiveSummary> WriteAsync(FileStream partial, ArchiveOrigin origin, CancellationToken cancellationToken)
    {
        using var state = await ArchiveResume.FindEndAsync(partial, origin, cancellationToken);
        try
        {
            await new ArchiveCopy(store, progress).RunAsync(partial, state, origin, cancellationToken);
        }
        finally
        {
            // Whatever ends it, the whole lines are there for the next run.
            partial.Flush(flushToDisk: true);
        }
        var differences = await new StoreComparison(store, progress).RunAsync(partial, cancellationToken);
        if (differences.Count > 0) throw new ArchiveException("store-moved", detail: differences.ToString());
        return new ArchiveSummary(state.Sum, state.Origin!, state.Totals);
    }
}
