namespace ArgaliConcessions.Storage.Archive;

/// <summary>Goes through a store row by row, the mark of an unfinished import left out, and keeps its sums.</summary>
internal sealed class StoreCursor(ArchivedStore store, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<WholeRow> rows = store.ReadAsync(null, cancellationToken).GetAsyncEnumerator(cancellationToken);
    private readonly ArchiveSums sums = new();

    /// <summary>The row it stands at; null past the last. Call <see cref="NextAsync"/> first.</summary>
    public ArchiveRow? Current { get; private set; }

    /// <summary>The partition that was gone through last.</summary>
    public string Ended { get; private set; } = "";

    /// <summary>Its sums.</summary>
    public ArchiveTally EndedTally { get; private set; }

    public ArchiveTotals Totals => sums.Totals();

    /// <summary>Counts the current row and goes on to the next.</summary>
    public async Task NextAsync()
    {
        var before = Current;
        if (before is not null) sums.Add(before);
        Current = null;
        while (Current is null && await rows.MoveNextAsync())
        {
            if (!ImportMarker.Is(rows.Current)) Current = ArchivedStore.RowOf(rows.Current);
        }
        if (before is null || Current?.Partition == before.Partition) return;
        Ended = before.Partition;
        EndedTally = sums.EndPartition(Ended);
    }

    public async ValueTask DisposeAsync()
    {
        sums.Dispose();
        await rows.DisposeAsync();
    }
}
