using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage.Archive;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Storage.Tests.Archive;

public sealed class ImportGuardTests
{
    private static readonly RecordKey Mark = new(Partitions.Import, ImportMarker.Row);
    private readonly InMemoryTable table = new();

    private static Task<CommitResult> AddAsync(IRecordStore store) =>
        store.CommitAsync("p", [], new CommitWitness("w", "c", "w"u8.ToArray()), default);

    [Fact]
    public async Task Store_WithAnUnfinishedImport_IsClosedUntilTheImportHasEnded()
    {
        var store = TestStores.Above(table);
        await store.CommitAsync(Mark.Partition, [new RecordChange.Insert(Mark.Row, "{}"u8.ToArray())], new CommitWitness("w", "c", "w"u8.ToArray()), default);
        var guard = new ImportGuard(store);
        foreach (var ask in new Func<Task>[]
        {
            () => guard.FindAsync(new RecordKey("p", "w"), default),
            () => guard.ReadPageAsync("p", RowRange.All, null, 1, default),
            async () => await guard.ListAsync("p", RowRange.All, default).CountAsync(),
            () => AddAsync(guard),
        }) Assert.Contains("unfinished", (await Assert.ThrowsAsync<RecordStoreException>(ask)).Message, StringComparison.Ordinal);

        Assert.Equal(0, await store.ListAsync("p", RowRange.All, default).CountAsync());
        var mark = (await store.FindAsync(Mark, default))!;
        await store.CommitAsync(Mark.Partition, [new RecordChange.Delete(Mark.Row, mark.Version)], new CommitWitness("w2", "c2", "w"u8.ToArray()), default);
        Assert.Equal(CommitOutcome.Committed, (await AddAsync(guard)).Outcome);
    }

    [Fact]
    public async Task Store_ThatDoesNotAnswerWhetherItIsWhole_IsAskedAgain()
    {
        var guard = new ImportGuard(TestStores.Above(FaultyTable.OnReads(table, Mishap.Broken)));
        await Assert.ThrowsAsync<RecordStoreException>(() => AddAsync(guard));
        Assert.Equal(CommitOutcome.Committed, (await AddAsync(guard)).Outcome);
    }

    [Fact]
    public async Task Store_ThatIsWhole_IsAskedOnce()
    {
        var reads = 0;
        var guard = new ImportGuard(TestStores.Above(new FaultyTable(table, () => Mishap.None, () =>
        {
            reads++;
            return Mishap.None;
        })));
        for (var i = 0; i < 5; i++) await guard.FindAsync(new RecordKey("p", "r"), default);
        Assert.Equal(6, reads);
    }
}
