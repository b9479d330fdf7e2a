using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.Tests.Contract;

public abstract partial class RecordStoreContract
{
    private Task<RecordPage> PageAsync(string prefix, string? after, int limit) =>
        Store.ReadPageAsync(Partition, new RowRange(prefix), after, limit, default);

    private async Task FillAsync(int rows)
    {
        foreach (var some in Enumerable.Range(0, rows).Chunk(99)) await CommittedAsync([.. some.Select(i => Insert($"r/{i:D5}"))]);
    }

    private async Task<List<string>> FollowAsync(string prefix, int limit)
    {
        var rows = new List<string>();
        string? after = null;
        do
        {
            var page = await PageAsync(prefix, after, limit);
            Assert.InRange(page.Records.Count, page.Next is null ? 0 : 1, limit);
            if (page.Next is not null) Assert.Equal(page.Records[^1].Key.Row, page.Next);
            rows.AddRange(page.Records.Select(record => record.Key.Row));
            after = page.Next;
        }
        while (after is not null);
        return rows;
    }

    [SkippableFact]
    public async Task ListAsync_MoreThanTwoPages_GivesEachRowOnceInOrder()
    {
        await FillAsync(2_130);
        Assert.Equal(Enumerable.Range(0, 2_130).Select(i => $"r/{i:D5}"), await RowsAsync("r/"));
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(1000)]
    public async Task ReadPageAsync_FollowingNext_GivesEachRowOnceInOrder(int limit)
    {
        await FillAsync(40);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"r/{i:D5}"), await FollowAsync("r/", limit));
    }

    [SkippableFact]
    public async Task ReadPageAsync_AfterARow_BeginsBehindItWhetherItExistsOrNot()
    {
        await CommittedAsync(Insert("b/1"), Insert("r/1"), Insert("r/1/a"), Insert("r/3"), Insert("s/1"));
        async Task<string[]> After(string after) => (await PageAsync("r/", after, 10)).Records.Select(record => record.Key.Row).ToArray();
        Assert.Equal(["r/1/a", "r/3"], await After("r/1"));
        Assert.Equal(["r/3"], await After("r/2"));
        Assert.Equal(["r/1", "r/1/a", "r/3"], await After("a"));
        Assert.Equal(["r/1", "r/1/a", "r/3"], await After("r/"));
        Assert.Empty(await After("r/3"));
        Assert.Empty(await After("z"));
        await CommittedAsync(new RecordChange.Delete("r/1", await VersionOfAsync("r/1")));
        Assert.Equal(["r/1/a", "r/3"], await After("r/1"));
    }

    [SkippableFact]
    public async Task ReadPageAsync_NothingThere_EmptyAndExhausted()
    {
        var page = await PageAsync("", null, 10);
        Assert.Empty(page.Records);
        Assert.Null(page.Next);
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public async Task ReadPageAsync_LimitOutOfBounds_Refused(int limit) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => PageAsync("", null, limit));

    [SkippableFact]
    public async Task ListAsync_LargeRows_GivesThemAll()
    {
        for (var i = 0; i < 12; i++) await CommittedAsync(new RecordChange.Insert($"r/{i:D2}", new byte[LargestRecord]));
        Assert.Equal(12, (await RowsAsync("r/")).Count);
        Assert.Equal(12, (await FollowAsync("r/", 1000)).Count);
    }

    [SkippableFact]
    public async Task ListAsync_OthersWriteMeanwhile_GivesEveryRowThatStaysExactlyOnce()
    {
        await FillAsync(1_500);
        var seen = new List<string>();
        await foreach (var record in Store.ListAsync(Partition, new RowRange("r/"), default))
        {
            seen.Add(record.Key.Row);
            if (seen.Count % 300 != 1) continue;
            await CommittedAsync(Insert($"r/{seen.Count:D5}/new"), Insert($"r/-{seen.Count}"), new RecordChange.Replace("r/01499", await VersionOfAsync("r/01499"), Text("again")));
        }
        Assert.Equal(seen.Distinct().OrderBy(Key, StringComparer.Ordinal), seen);
        Assert.Empty(Enumerable.Range(0, 1_500).Select(i => $"r/{i:D5}").Except(seen));
    }

    [SkippableFact]
    public async Task AnyCall_AlreadyCancelled_ThrowsAndWritesNothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CommitAsync(Partition, [Insert("row")], Witness(), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.FindAsync(new RecordKey(Partition, "row"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReadPageAsync(Partition, RowRange.All, null, 1, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.ListAsync(Partition, RowRange.All, cancelled).GetAsyncEnumerator().MoveNextAsync());
        Assert.Empty(await RowsAsync(""));
    }

    [SkippableFact]
    public async Task ListAsync_CancelledBetweenPages_Throws()
    {
        await FillAsync(1_200);
        using var source = new CancellationTokenSource();
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var record in Store.ListAsync(Partition, new RowRange("r/"), source.Token))
            {
                if (++seen == 500) await source.CancelAsync();
            }
        });
        Assert.InRange(seen, 500, 1_000);
    }
}
