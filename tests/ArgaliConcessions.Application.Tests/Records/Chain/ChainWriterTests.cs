using System.Text;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Application.Tests.Records.Chain;

public sealed class ChainWriterTests
{
    private const string Partition = "ledger/kt7/2014";
    private static readonly Actor Clerk = new("clerk-1", "authority", "request-1");
    private readonly ManualTime time = new();
    private readonly InMemoryTable table = new();
    private readonly PartitionGates gates = new();
    private readonly RecordStore store;
    private readonly ChainWriter writer;
    private bool deafToReads;

    public ChainWriterTests()
    {
        store = TestStores.Above(table);
        writer = Writer(store);
    }

    private ChainWriter Writer(IRecordStore above) => new(above, time, new SeededIds(1), gates);

    private static ReadOnlyMemory<byte> Text(string text) => Encoding.UTF8.GetBytes(text);

    private static Func<ChainContext, CancellationToken, Task<ChainDecision<string>>> Insert(string row, int serials = 0, bool personal = false) => (_, _) =>
        Task.FromResult<ChainDecision<string>>(new ChainDecision<string>.Write("test", [new ChainChange(new RecordChange.Insert(row, Text(row)), personal)], row, serials));

    private Task<ChainResult<string>> DecideAsync(Func<ChainContext, CancellationToken, Task<ChainDecision<string>>> decide, ChainWriter? by = null) =>
        (by ?? writer).DecideAsync(Partition, Clerk, decide, default);

    private async Task<AuditEvent> EventAsync(long sequence) =>
        AuditEvent.Read((await store.FindAsync(new RecordKey(Partition, AuditEvent.RowOf(sequence)), default))!);

    private async Task<PartitionHead> HeadAsync() =>
        RecordJson.Read<PartitionHead>((await store.FindAsync(new RecordKey(Partition, PartitionHead.Row), default))!.Payload);

    private async Task AssertWholeAsync() => Assert.Empty(await new ChainVerifier(store).VerifyAsync(Partition, default));

    [Fact]
    public async Task DecideAsync_FirstWrite_LandsWithHeadAndEvent()
    {
        var result = await DecideAsync(Insert("p/1", serials: 2));
        Assert.Equal((ChainStatus.Done, "p/1"), (result.Status, result.Value));
        var audit = await EventAsync(1);
        Assert.Equal(new PartitionHead(1, audit.Hash, 3, Instant.FromUtc(2015, 9, 1, 6, 0)), result.Head);
        Assert.Equal(result.Head, await HeadAsync());
        Assert.Equal(("clerk-1", "authority", "test", "request-1", "", 3), (audit.Actor, audit.ActorRole, audit.Action, audit.RequestId, audit.PreviousHash, audit.NextSerial));
        Assert.Equal([new AuditedRow("p/1", ChainHash.OfRow(Text("p/1"), new Dictionary<string, string>()))], audit.Rows);
        await AssertWholeAsync();
    }

    [Fact]
    public async Task DecideAsync_Context_IsTheHeadReadFresh()
    {
        var first = await DecideAsync(Insert("p/1", serials: 4));
        ChainContext? seen = null;
        var second = await DecideAsync((context, _) =>
        {
            seen = context;
            return Task.FromResult<ChainDecision<string>>(new ChainDecision<string>.Nothing("refused"));
        });
        Assert.Equal(first.Head, seen!.Head);
        Assert.Equal(5, seen.NextSerial);
        Assert.Equal(new ChainResult<string>(ChainStatus.Nothing, "refused", first.Head), second);
        Assert.Equal(first.Head, await HeadAsync());
    }

    [Fact]
    public async Task DecideAsync_ClockStandsOrGoesBack_RecordedAtStillGrows()
    {
        var start = (await DecideAsync(Insert("p/1"))).Head!.RecordedAt;
        Assert.Equal(start + Duration.FromTicks(1), (await DecideAsync(Insert("p/2"))).Head!.RecordedAt);
        var early = new ChainWriter(store, new ManualTime(DateTimeOffset.UnixEpoch.AddYears(1)), new SeededIds(2), gates);
        Assert.Equal(start + Duration.FromTicks(2), (await DecideAsync(Insert("p/3"), early)).Head!.RecordedAt);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(start + Duration.FromSeconds(1), (await DecideAsync(Insert("p/4"))).Head!.RecordedAt);
        await AssertWholeAsync();
    }

    [Fact]
    public async Task DecideAsync_AnotherWasFaster_DecidesAgainOnTheNewHead()
    {
        // Another process: its writer knows nothing of our gates.
        var other = new ChainWriter(store, time, new SeededIds(2), new PartitionGates());
        var seen = new List<long>();
        var deciding = DecideAsync(async (context, ct) =>
        {
            seen.Add(context.Head.Sequence);
            if (seen.Count < 3) await DecideAsync(Insert($"other/{seen.Count}"), other);
            return await Insert("mine")(context, ct);
        });
        Assert.Equal(ChainStatus.Done, (await time.RunAsync(deciding, TimeSpan.FromMilliseconds(20))).Status);
        Assert.Equal([0L, 1L, 2L], seen);
        Assert.Equal(3, (await HeadAsync()).Sequence);
        await AssertWholeAsync();
    }

    [Fact]
    public async Task DecideAsync_OthersAlwaysFaster_BusyAfterTwentyTries()
    {
        var other = new ChainWriter(store, time, new SeededIds(2), new PartitionGates());
        var tries = 0;
        var deciding = DecideAsync(async (context, ct) =>
        {
            await DecideAsync(Insert($"other/{++tries}"), other);
            return await Insert("mine")(context, ct);
        });
        Assert.Equal(new ChainResult<string>(ChainStatus.Busy, null, null), await time.RunAsync(deciding, TimeSpan.FromMilliseconds(5)));
        Assert.Equal(ChainWriter.MaxTries, tries);
        Assert.Null(await store.FindAsync(new RecordKey(Partition, "mine"), default));
        await AssertWholeAsync();
    }

    [Fact]
    public async Task DecideAsync_GateHeldTooLong_Busy()
    {
        using var held = await gates.EnterAsync(Partition, default);
        var deciding = DecideAsync(Insert("p/1"));
        await time.TimerSetForAsync(time.GetUtcNow() + ChainWriter.MaxTime);
        time.Advance(ChainWriter.MaxTime);
        Assert.Equal(ChainStatus.Busy, (await deciding).Status);
    }

    [Fact]
    public async Task DecideAsync_StoreDoesNotSay_UnknownAndTheNextDecisionSeesWhatLanded()
    {
        var hurried = TestStores.Hurried;
        hurried.TotalTime = TimeSpan.FromMilliseconds(100);
        var deaf = new FaultyTable(table, () => Mishap.ReplyLost, () => deafToReads ? Mishap.RequestLost : Mishap.None);
        var through = Writer(new RecordStore(deaf, hurried, TimeProvider.System, new SeededRandom(1).Next));
        var first = await DecideAsync(async (context, ct) =>
        {
            deafToReads = true;
            return await Insert("p/1", serials: 1)(context, ct);
        }, through);
        Assert.Equal(new ChainResult<string>(ChainStatus.Unknown, null, null), first);
        var second = await DecideAsync(Insert("p/2", serials: 1));
        Assert.Equal((2L, 3), (second.Head!.Sequence, second.Head.NextSerial));
        await AssertWholeAsync();
    }

    [Fact]
    public async Task DecideAsync_DecisionThrows_NothingLandsAndTheGateIsFree()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => DecideAsync((_, _) => throw new InvalidOperationException()));
        Assert.Equal(0, gates.Count);
        Assert.Null(await store.FindAsync(new RecordKey(Partition, PartitionHead.Row), default));
        Assert.Equal(1, (await DecideAsync(Insert("p/1"))).Head!.Sequence);
    }

    [Theory]
    [InlineData("head")]
    [InlineData("a/000000000001")]
    [InlineData("a/")]
    public async Task DecideAsync_RowOfTheChain_Refused(string row) => await Assert.ThrowsAsync<ArgumentException>(() => DecideAsync(Insert(row)));

    [Fact]
    public async Task DecideAsync_NinetyEightChanges_Land_OneMoreRefused()
    {
        static Func<ChainContext, CancellationToken, Task<ChainDecision<string>>> Many(int count) => (_, _) => Task.FromResult<ChainDecision<string>>(
            new ChainDecision<string>.Write("many", [.. Enumerable.Range(0, count).Select(i => new ChainChange(new RecordChange.Insert($"r/{i}", Text("r"))))], "many"));
        await Assert.ThrowsAsync<ArgumentException>(() => DecideAsync(Many(99)));
        Assert.Equal(ChainStatus.Done, (await DecideAsync(Many(98))).Status);
        await AssertWholeAsync();
    }

    [Fact]
    public async Task DecideAsync_PersonalRow_CanBeErasedAndTheChainStaysWhole()
    {
        await DecideAsync(Insert("x/1", personal: true));
        var personal = await store.FindAsync(new RecordKey(Partition, "x/1"), default);
        var salt = Assert.Single(personal!.Columns, column => column.Key == ChainHash.SaltColumn).Value;
        Assert.Equal(26, salt.Length);
        var recorded = Assert.Single((await EventAsync(1)).Rows);
        Assert.Null(recorded.Sha256);
        Assert.Equal(ChainHash.OfPersonalRow(Text("x/1"), personal.Columns, salt), recorded.Hmac);
        await AssertWholeAsync();
        await DecideAsync((_, _) => Task.FromResult<ChainDecision<string>>(
            new ChainDecision<string>.Write("erase", [new ChainChange(new RecordChange.Replace("x/1", personal.Version, default))], "")));
        Assert.Empty((await store.FindAsync(new RecordKey(Partition, "x/1"), default))!.Columns);
        await AssertWholeAsync();
    }

    [Theory]
    [InlineData(21, 0.0)]
    [InlineData(22, 0.15)]
    [InlineData(23, 0.3)]
    public async Task DecideAsync_TwoProcessesRace_NothingIsLost(int seed, double mishaps)
    {
        const int tasks = 6, each = 12;
        var faulty = TestStores.Above(FaultyTable.Seeded(table, seed, mishaps));
        ChainWriter[] processes = [new(faulty, TimeProvider.System, new SeededIds(seed), new PartitionGates()), new(faulty, TimeProvider.System, new SeededIds(seed + 1), new PartitionGates())];
        var results = await Task.WhenAll(Enumerable.Range(0, tasks).Select(i => Task.Run(async () =>
        {
            var values = new List<int>();
            while (values.Count < each)
            {
                var result = await processes[i % 2].DecideAsync(Partition, Clerk, (_, ct) => CountAsync(faulty, ct), default);
                if (result.Status == ChainStatus.Done) values.Add(result.Value);
                else Assert.Equal(ChainStatus.Busy, result.Status);
            }
            return values;
        })));
        Assert.Equal(Enumerable.Range(1, tasks * each), results.SelectMany(values => values).Order());
        Assert.Equal((tasks * each, (tasks * each) + 1), ((await HeadAsync()).Sequence, (await HeadAsync()).NextSerial));
        await AssertWholeAsync();
    }

    private static async Task<ChainDecision<int>> CountAsync(RecordStore store, CancellationToken cancellationToken)
    {
        var row = await store.FindAsync(new RecordKey(Partition, "count"), cancellationToken);
        var next = row is null ? 1 : RecordJson.Read<int>(row.Payload) + 1;
        var payload = RecordJson.Write(next);
        RecordChange change = row is null ? new RecordChange.Insert("count", payload) : new RecordChange.Replace("count", row.Version, payload);
        return new ChainDecision<int>.Write("count", [new ChainChange(change)], next, SerialsTaken: 1);
    }
}
