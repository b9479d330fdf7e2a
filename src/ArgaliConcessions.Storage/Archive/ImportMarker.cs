using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>
/// The row <c>import</c> / <c>unfinished</c>: written first, removed last. While it stands, the store is no register; it
/// names the archive with which the import has to be ended.
/// </summary>
public sealed class ImportMarker
{
    /// <summary>The row's name, in <see cref="Partitions.Import"/>.</summary>
    public const string Row = "unfinished";

    private const string ArchiveColumn = "archive";
    private readonly ArchivedStore store;

    internal ImportMarker(ArchivedStore store) => this.store = store;

    /// <summary>Whether a host must not work on this store yet: one point read.</summary>
    /// <exception cref="RecordStoreException">The store is broken or does not answer.</exception>
    public static async Task<bool> IsThereAsync(IRecordStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(new RecordKey(Partitions.Import, Row), cancellationToken) is not null;

    internal static bool Is(WholeRow row) => row.Partition == Partitions.Import && row.Record.Row == Row;

    internal async Task<bool> IsThereAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) is not null;

    /// <summary>Makes sure that the store is empty and marks it, or finds the mark of the same archive.</summary>
    /// <param name="archive">The archive's id.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Whether an import of the archive was begun before.</returns>
    /// <exception cref="ArchiveException">The store holds records, or part of another archive.</exception>
    internal async Task<bool> TakeAsync(string archive, CancellationToken cancellationToken)
    {
        if (await IsOursAsync(archive, cancellationToken)) return true;
        await foreach (var row in store.ReadAsync(null, cancellationToken))
        {
            if (!Is(row)) throw new ArchiveException("target-not-empty", detail: row.Partition);
        }
        var mark = new RecordChange.Insert(Row, "{}"u8.ToArray(), new Dictionary<string, string> { [ArchiveColumn] = archive });
        var result = await store.CommitAsync(Partitions.Import, [mark], cancellationToken);
        // Our own, if the reply to the first attempt was lost; else somebody began in the same instant.
        return result.Outcome != RawOutcome.Committed && !await IsOursAsync(archive, cancellationToken)
            ? throw new RecordStoreException("The store could not be marked for the import.")
            : result.Outcome != RawOutcome.Committed;
    }

    /// <summary>The store is a register from here on.</summary>
    internal async Task RemoveAsync(CancellationToken cancellationToken)
    {
        // After a lost reply the mark is gone already; a conflict then is no fault.
        while (await FindAsync(cancellationToken) is { } mark)
            await store.CommitAsync(Partitions.Import, [new RecordChange.Delete(Row, mark.Version)], cancellationToken);
    }

    private async Task<bool> IsOursAsync(string archive, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } mark) return false;
        return mark.Columns.TryGetValue(ArchiveColumn, out var begun) && begun == archive ? true : throw new ArchiveException("other-import", detail: begun ?? "");
    }

    private Task<RawRecord?> FindAsync(CancellationToken cancellationToken) => store.FindAsync(Partitions.Import, Row, cancellationToken);
}
