using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Storage.Tests.Contract;

public abstract partial class RecordStoreContract
{
    private Task<CommitResult> CommitThroughAsync(IRecordTable through, params RecordChange[] changes) =>
        TestStores.Above(through).CommitAsync(Partition, changes, Witness(), default);

    [SkippableTheory]
    [InlineData(Mishap.Refused)]
    [InlineData(Mishap.Throttled)]
    [InlineData(Mishap.RequestLost)]
    [InlineData(Mishap.ReplyLost)]
    [InlineData(Mishap.ArrivesLate)]
    [InlineData(Mishap.ReplyLost, Mishap.Refused)]
    [InlineData(Mishap.RequestLost, Mishap.RequestLost, Mishap.ReplyLost)]
    [InlineData(Mishap.Refused, Mishap.ArrivesLate, Mishap.Throttled)]
    public async Task CommitAsync_MishapsPass_CommittedExactlyOnce(params Mishap[] mishaps)
    {
        await CommittedAsync(Insert("counter", "1"));
        var change = new RecordChange.Replace("counter", await VersionOfAsync("counter"), Text("2"));
        var result = await CommitThroughAsync(FaultyTable.OnCommits(Table, mishaps), change, Insert("row"));
        Assert.Equal(new CommitResult(CommitOutcome.Committed), result);
        Assert.Equal("2", await TextOfAsync("counter"));
        Assert.Equal(2, (await RowsAsync("w/")).Count);
    }

    [SkippableFact]
    public async Task CommitAsync_ReplyLost_KnowsItsOwnSuccessWithoutWritingAgain()
    {
        var through = FaultyTable.OnCommits(Table, Mishap.ReplyLost);
        Assert.Equal(CommitOutcome.Committed, (await CommitThroughAsync(through, Insert("row"))).Outcome);
        Assert.Equal(1, through.CommitAttempts);
    }

    [SkippableFact]
    public async Task CommitAsync_ReplyLostAndWitnessUnreadable_KnowsItsOwnSuccessLater()
    {
        var reads = new Queue<Mishap>([Mishap.Refused, Mishap.RequestLost, Mishap.Throttled]);
        var commits = new Queue<Mishap>([Mishap.ReplyLost]);
        static Func<Mishap> Next(Queue<Mishap> mishaps) => () => mishaps.TryDequeue(out var mishap) ? mishap : Mishap.None;
        var through = new FaultyTable(Table, Next(commits), Next(reads));
        Assert.Equal(CommitOutcome.Committed, (await CommitThroughAsync(through, Insert("row"))).Outcome);
        Assert.Equal(1, through.CommitAttempts);
        Assert.Empty(reads);
    }

    [SkippableFact]
    public async Task CommitAsync_RequestLostAndAnotherWasFaster_Conflict()
    {
        await CommittedAsync(Insert("row", "1"));
        var version = await VersionOfAsync("row");
        var commits = 0;
        var through = new FaultyTable(Table, () => commits++ == 0 ? Mishap.RequestLost : Mishap.None, () =>
        {
            // Between the lost attempt and the next: another commit, as the witness is looked for.
            Store.CommitAsync(Partition, [new RecordChange.Replace("row", version, Text("other"))], new CommitWitness("w/other", "other", Text("w")), default).GetAwaiter().GetResult();
            return Mishap.None;
        });
        var result = await CommitThroughAsync(through, new RecordChange.Replace("row", version, Text("mine")));
        Assert.Equal(new CommitResult(CommitOutcome.Conflict, "row"), result);
        Assert.Equal("other", await TextOfAsync("row"));
    }

    [SkippableFact]
    public async Task CommitAsync_AttemptHangs_IsGivenUpAndItsSuccessRecognised()
    {
        var options = TestStores.Hurried;
        options.AttemptTime = TimeSpan.FromMilliseconds(150);
        var store = new RecordStore(FaultyTable.OnCommits(Table, Mishap.Hangs), options, TimeProvider.System, new SeededRandom(3).Next);
        Assert.Equal(CommitOutcome.Committed, (await store.CommitAsync(Partition, [Insert("row", "1")], Witness(), default)).Outcome);
        Assert.Equal("1", await TextOfAsync("row"));
    }

    [SkippableTheory]
    [InlineData(Mishap.RequestLost)]
    [InlineData(Mishap.Refused)]
    [InlineData(Mishap.Throttled)]
    public async Task CommitAsync_MishapsLast_UnknownWhenTheTimeIsUp(Mishap mishap)
    {
        var time = new ManualTime();
        var store = new RecordStore(new FaultyTable(Table, () => mishap, () => Mishap.None), new RecordStoreOptions(), time, new SeededRandom(4).Next);
        var started = time.GetUtcNow();
        var commit = store.CommitAsync(Partition, [Insert("row")], Witness(), default);
        Assert.Equal(new CommitResult(CommitOutcome.Unknown), await time.RunAsync(commit, TimeSpan.FromMilliseconds(100)));
        Assert.InRange((time.GetUtcNow() - started).TotalSeconds, 15, 25);
        Assert.Null(await FindAsync("row"));
    }

    [SkippableFact]
    public async Task CommitAsync_Broken_ThrowsAtOnceInPlainWords()
    {
        var through = FaultyTable.OnCommits(Table, Mishap.Broken);
        var fault = await Assert.ThrowsAsync<RecordStoreException>(() => CommitThroughAsync(through, Insert("row")));
        Assert.Equal("the store is damaged", fault.Message);
        Assert.Equal(1, through.CommitAttempts);
    }

    [SkippableFact]
    public async Task CommitAsync_BrokenWhileInDoubt_Unknown()
    {
        var through = FaultyTable.OnCommits(Table, Mishap.RequestLost, Mishap.Broken);
        Assert.Equal(CommitOutcome.Unknown, (await CommitThroughAsync(through, Insert("row"))).Outcome);
    }

    [SkippableTheory]
    [InlineData(Mishap.Refused)]
    [InlineData(Mishap.Throttled)]
    [InlineData(Mishap.RequestLost)]
    public async Task Reads_MishapsPass_GiveTheTruth(Mishap mishap)
    {
        await FillAsync(30);
        Assert.NotNull(await TestStores.Above(FaultyTable.OnReads(Table, mishap, mishap)).FindAsync(new RecordKey(Partition, "r/00007"), default));
        var store = TestStores.Above(FaultyTable.OnReads(Table, mishap, mishap));
        Assert.Equal("r/00000", (await store.ReadPageAsync(Partition, new RowRange("r/"), null, 100, default)).Records[0].Key.Row);
        var listed = 0;
        await foreach (var record in TestStores.Above(FaultyTable.OnReads(Table, mishap, mishap)).ListAsync(Partition, new RowRange("r/"), default)) listed++;
        Assert.Equal(30, listed);
    }

    [SkippableFact]
    public async Task FindAsync_MishapsLast_ThrowsWhenTheTimeIsUp()
    {
        var time = new ManualTime();
        var store = new RecordStore(new FaultyTable(Table, () => Mishap.None, () => Mishap.Refused), new RecordStoreOptions(), time, new SeededRandom(5).Next);
        var find = store.FindAsync(new RecordKey(Partition, "row"), default);
        await Assert.ThrowsAsync<RecordStoreException>(() => time.RunAsync(find, TimeSpan.FromMilliseconds(100)));
    }

    [SkippableFact]
    public async Task FindAsync_RetryAfterBeyondTheTime_ThrowsAtOnceAndSaysWhen()
    {
        var patience = TimeSpan.FromMinutes(5);
        var store = TestStores.Above(new FaultyTable(Table, () => Mishap.None, () => Mishap.Throttled) { RetryAfter = patience });
        var fault = await Assert.ThrowsAsync<RecordStoreException>(() => store.FindAsync(new RecordKey(Partition, "row"), default));
        Assert.Equal(patience, fault.RetryAfter);
    }

    [SkippableFact]
    public async Task CommitAsync_RetryAfter_IsWaitedFor()
    {
        var time = new ManualTime();
        var table = new FaultyTable(Table, new Queue<Mishap>([Mishap.Throttled, Mishap.None]).Dequeue, () => Mishap.None) { RetryAfter = TimeSpan.FromSeconds(7) };
        var store = new RecordStore(table, new RecordStoreOptions(), time, () => 0.5);
        var started = time.GetUtcNow();
        var commit = store.CommitAsync(Partition, [Insert("row")], Witness(), default);
        // What was asked for, and the first pause on top, so that not all come back at once.
        await time.TimerSetForAsync(started.AddMilliseconds(7_050));
        time.Advance(TimeSpan.FromSeconds(7));
        await Task.Delay(50);
        Assert.Equal(1, table.CommitAttempts);
        time.Advance(TimeSpan.FromMilliseconds(50));
        Assert.Equal(CommitOutcome.Committed, (await commit).Outcome);
    }

    [SkippableFact]
    public async Task CommitAsync_CancelledWhileWaiting_Throws()
    {
        using var source = new CancellationTokenSource();
        var store = TestStores.Above(new FaultyTable(Table, () => Mishap.Throttled, () => Mishap.None) { RetryAfter = TimeSpan.FromSeconds(15) });
        var commit = store.CommitAsync(Partition, [Insert("row")], Witness(), source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => commit);
    }
}
