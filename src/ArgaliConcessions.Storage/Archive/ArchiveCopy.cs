using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>Writes what an archive lacks yet, up to its last line.</summary>
internal sealed class ArchiveCopy(ArchivedStore store, Action<ArchiveProgress> progress)
{
    /// <param name="file">The archive, standing at the end of what it has.</param>
    /// <param name="state">Its state there.</param>
    /// <param name="origin">What its first line says, if it has none yet.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArchiveException">The store is empty, was written to since the file was begun, or holds what this program did not write.</exception>
    public async Task RunAsync(Stream file, ArchiveState state, ArchiveOrigin origin, CancellationToken cancellationToken)
    {
        if (state.IsComplete) return;
        var writer = new ArchiveLineWriter(file, state);
        if (state.Origin is null) await writer.WriteAsync(new ArchiveLine.Header(origin), cancellationToken);
        WholePlace? behind = state.Partition.Length == 0 ? null : new WholePlace(state.Partition, state.LastKey);
        await foreach (var row in store.ReadAsync(behind, cancellationToken))
        {
            await WriteAsync(writer, state, row, cancellationToken);
            progress(new ArchiveProgress(ArchiveStep.Writing, state.Rows));
        }
        if (state.Rows == 0) throw new ArchiveException("store-empty");
        await EndPartitionAsync(writer, state, cancellationToken);
        await writer.WriteAsync(new ArchiveLine.Total(state.Totals), cancellationToken);
    }

    private static async ValueTask WriteAsync(ArchiveLineWriter writer, ArchiveState state, WholeRow row, CancellationToken cancellationToken)
    {
        Check(row);
        if (row.Partition != state.Partition)
        {
            await EndPartitionAsync(writer, state, cancellationToken);
            await writer.WriteAsync(new ArchiveLine.Partition(row.Partition), cancellationToken);
        }
        // A row that came to a partition that an earlier run had ended: the comparison will find it.
        if (state.InPartition) await writer.WriteAsync(new ArchiveLine.Row(ArchivedStore.RowOf(row)), cancellationToken);
    }

    private static async ValueTask EndPartitionAsync(ArchiveLineWriter writer, ArchiveState state, CancellationToken cancellationToken)
    {
        if (!state.InPartition) return;
        // An earlier run had found a row in it, and was cut short before it wrote that down.
        if (state.LastKey.Length == 0) throw new ArchiveException("store-moved", detail: $"- {KeyEncoder.Decode(state.Partition)}");
        await writer.EndPartitionAsync(cancellationToken);
    }

    /// <summary>What no import would take is not exported.</summary>
    private static void Check(WholeRow row)
    {
        try
        {
            KeyEncoder.Decode(row.Partition);
            KeyEncoder.Decode(row.Record.Row);
            RawCommits.CheckRecord(row.Record.Row, row.Record.Payload, row.Record.Columns);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            throw new ArchiveException("record-foreign", detail: fault.Message, inner: fault);
        }
    }
}
