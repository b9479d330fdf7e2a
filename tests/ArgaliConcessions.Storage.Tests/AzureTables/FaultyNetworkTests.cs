using System.Collections.Concurrent;
using System.Text;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage.AzureTables;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Storage.Tests.AzureTables;

/// <summary>The adapter and the store above it on a network that fails in every way: each commit lands once, or not at all and says so.</summary>
[Trait("Category", "Azurite")]
public sealed class FaultyNetworkTests : IAsyncLifetime
{
    private readonly string partition = $"test/{Guid.NewGuid():N}";
    private readonly string table = Azurite.NameOf($"network{Guid.NewGuid():N}");
    private FaultyNetwork? network;
    private RecordStore store = null!, straight = null!;

    public static TheoryData<NetworkMishap> Mishaps => [.. Enum.GetValues<NetworkMishap>().Except([NetworkMishap.None])];

    public async Task InitializeAsync()
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        network = await FaultyNetwork.StartAsync();
        straight = TestStores.Above(AzureTablesRecordTable.Open(Azurite.Table(table)));
        store = TestStores.Above(AzureTablesRecordTable.Open(Azurite.Table(table, Azurite.ConnectionThrough(network.Port))));
        await straight.CommitAsync(partition, [Insert("counter", "0")], new CommitWitness("w/first", "first", Text("w")), default);
    }

    public async Task DisposeAsync()
    {
        if (network is not null) await network.DisposeAsync();
    }

    [SkippableTheory]
    [MemberData(nameof(Mishaps))]
    public async Task CommitAsync_MishapOnTheWay_CommittedExactlyOnce(NetworkMishap mishap)
    {
        network!.OnCommits(mishap, mishap);
        Assert.Equal(CommitOutcome.Committed, (await CountAsync(store, "one")).Outcome);
        Assert.Equal("1", await CounterAsync());
        Assert.Equal(["first", "one"], await WitnessesAsync());
        Assert.InRange(network.Mishaps, 1, 2);
    }

    [SkippableTheory]
    [MemberData(nameof(Mishaps))]
    public async Task CommitAsync_MishapOnTheWayOfACommitThatIsTooLate_ConflictAndNothingOfIt(NetworkMishap mishap)
    {
        var counter = await straight.FindAsync(new RecordKey(partition, "counter"), default);
        await CountAsync(straight, "faster");
        network!.OnCommits(mishap, mishap);
        var result = await store.CommitAsync(partition, [new RecordChange.Replace("counter", counter!.Version, Text("9")), Insert("row", "x")], new CommitWitness("w/late", "late", Text("w")), default);
        Assert.Equal(new CommitResult(CommitOutcome.Conflict, result.Row), result);
        Assert.Equal("1", await CounterAsync());
        Assert.Equal(["faster", "first"], await WitnessesAsync());
        Assert.Null(await straight.FindAsync(new RecordKey(partition, "row"), default));
    }

    [SkippableTheory]
    [MemberData(nameof(Mishaps))]
    public async Task Reads_MishapOnTheWay_AnswerAllTheSame(NetworkMishap mishap)
    {
        network!.OnReads(mishap, mishap);
        Assert.Equal("0", Encoding.UTF8.GetString((await store.FindAsync(new RecordKey(partition, "counter"), default))!.Payload.Span));
        network.OnReads(mishap, mishap);
        Assert.Equal(2, await store.ListAsync(partition, RowRange.All, default).CountAsync());
        network.OnReads(mishap);
        Assert.Null(await store.FindAsync(new RecordKey(partition, "nothing"), default));
        Assert.InRange(network.Mishaps, 3, 5);
    }

    [SkippableFact]
    public async Task CommitAsync_ReplyLostAndTheWitnessReadMetByAGateway_StillKnowsItsOwnSuccess()
    {
        network!.OnEach(NetworkMishap.None, NetworkMishap.BrokenAfter, NetworkMishap.ForeignNotFound, NetworkMishap.ForeignNotFound);
        Assert.Equal(CommitOutcome.Committed, (await CountAsync(store, "one")).Outcome);
        Assert.Equal("1", await CounterAsync());
        Assert.Equal(3, network.Mishaps);
    }

    [SkippableTheory]
    [InlineData(300)]
    [InlineData(1_200)]
    public async Task CommitAsync_ArrivesAfterItWasGivenUp_CommittedExactlyOnce(int late)
    {
        var hasty = new RecordStoreOptions { AttemptTime = TimeSpan.FromMilliseconds(200), TotalTime = TimeSpan.FromSeconds(10), FirstPause = TimeSpan.FromMilliseconds(5), LongestPause = TimeSpan.FromMilliseconds(50) };
        var through = new RecordStore(AzureTablesRecordTable.Open(Azurite.Table(table, Azurite.ConnectionThrough(network!.Port))), hasty, TimeProvider.System, new SeededRandom(1).Next);
        network.LateMilliseconds = late;
        network.OnCommits(NetworkMishap.Late);
        Assert.Equal(CommitOutcome.Committed, (await CountAsync(through, "one")).Outcome);
        await Task.Delay(late + 200);
        Assert.Equal("1", await CounterAsync());
        Assert.Equal(["first", "one"], await WitnessesAsync());
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task CommitAsync_ManyWritersAndAnyMishap_NothingLostNothingTwice(int seed)
    {
        network!.Draw(seed, 0.25);
        var told = new ConcurrentDictionary<string, CommitOutcome>(StringComparer.Ordinal);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++) told[$"{writer}-{i}"] = (await CountAsync(store, $"{writer}-{i}")).Outcome;
        })));

        var landed = (await WitnessesAsync()).Except(["first"], StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(landed.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), await CounterAsync());
        Assert.All(told.Where(t => t.Value == CommitOutcome.Committed), t => Assert.Contains(t.Key, landed));
        Assert.All(told.Where(t => t.Value is CommitOutcome.Conflict or CommitOutcome.AlreadyThere), t => Assert.DoesNotContain(t.Key, landed));
        Assert.True(told.Values.Count(outcome => outcome == CommitOutcome.Committed) > 8, "Hardly a commit got through.");
        Assert.True(network.Mishaps > 25, $"{network.Mishaps} mishaps");
    }

    /// <summary>Counts one up, again while others are faster, each decision under an id of its own.</summary>
    private async Task<CommitResult> CountAsync(RecordStore through, string id)
    {
        for (var attempt = 0; ; attempt++)
        {
            var counter = (await through.FindAsync(new RecordKey(partition, "counter"), default))!;
            var next = int.Parse(Encoding.UTF8.GetString(counter.Payload.Span), System.Globalization.CultureInfo.InvariantCulture) + 1;
            var change = new RecordChange.Replace("counter", counter.Version, Text(next.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            var result = await through.CommitAsync(partition, [change], new CommitWitness($"w/{id}", id, Text("w")), default);
            if (result.Outcome != CommitOutcome.Conflict || attempt == 60) return result;
        }
    }

    private async Task<string> CounterAsync() =>
        Encoding.UTF8.GetString((await straight.FindAsync(new RecordKey(partition, "counter"), default))!.Payload.Span);

    private async Task<List<string>> WitnessesAsync() =>
        await straight.ListAsync(partition, new RowRange("w/"), default).Select(record => record.Columns["commitId"]).Order(StringComparer.Ordinal).ToListAsync();

    private static RecordChange.Insert Insert(string row, string payload) => new(row, Text(payload));

    private static ReadOnlyMemory<byte> Text(string text) => Encoding.UTF8.GetBytes(text);
}
