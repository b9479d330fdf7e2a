using System.Text;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Application.Tests.Records.Chain;

/// <summary>Whatever is changed behind the program's back is found, and named.</summary>
public sealed class ChainVerifierTests
{
    private const string Partition = "law";
    private static readonly RawRange All = new(Partition, "", "\x7F");
    private readonly InMemoryTable table = new();
    private readonly RecordStore store;

    public ChainVerifierTests() => store = TestStores.Above(table);

    private static ChainChange Insert(string row, bool personal = false) =>
        new(new RecordChange.Insert(row, Encoding.UTF8.GetBytes($"{{\"row\":\"{row}\"}}"), new Dictionary<string, string> { ["status"] = "open" }), personal);

    private async Task<string> VersionAsync(string row) => (await store.FindAsync(new RecordKey(Partition, row), default))!.Version;

    /// <summary>Four commits: inserts, a personal row, a replacement, a deletion.</summary>
    private async Task GivenHistoryAsync()
    {
        var writer = new ChainWriter(store, new ManualTime(), new SeededIds(1), new PartitionGates());
        async Task Commit(params ChainChange[] changes) => Assert.Equal(ChainStatus.Done, (await writer.DecideAsync(
            Partition, new Actor("clerk", "authority", "r"), (_, _) => Task.FromResult<ChainDecision<int>>(new ChainDecision<int>.Write("act", changes, 0, 1)), default)).Status);
        await Commit(Insert("n/2014"), Insert("n/2015"), Insert("gone"));
        await Commit(Insert("x/1", personal: true));
        await Commit(new ChainChange(new RecordChange.Replace("n/2014", await VersionAsync("n/2014"), Encoding.UTF8.GetBytes("{\"row\":2}"))));
        await Commit(new ChainChange(new RecordChange.Delete("gone", await VersionAsync("gone"))), Insert("n/2016"));
    }

    private Task<IReadOnlyList<ChainFault>> VerifyAsync() => new ChainVerifier(store).VerifyAsync(Partition, default);

    private async Task<IReadOnlyList<RawRecord>> RowsAsync() => (await table.ReadPageAsync(All, 1000, default)).Records;

    private async Task<RawRecord> RowAsync(string row) => (await table.FindAsync(Partition, KeyEncoder.Encode(row), default))!;

    private async Task PutAsync(RawRecord row, ReadOnlyMemory<byte> payload, IReadOnlyDictionary<string, string>? columns = null) =>
        await ApplyAsync(new RecordChange.Replace(row.Row, (await table.FindAsync(Partition, row.Row, default))!.Version, payload, columns ?? row.Columns));

    private async Task DropAsync(string row) => await ApplyAsync(new RecordChange.Delete(KeyEncoder.Encode(row), (await RowAsync(row)).Version));

    private async Task ApplyAsync(params RecordChange[] changes) =>
        Assert.Equal(RawOutcome.Committed, (await table.TryCommitAsync(new RawCommit(Partition, changes), default)).Outcome);

    private async Task AssertNamedAsync(string row, ChainFaultKind? kind = null) =>
        Assert.Contains(await VerifyAsync(), fault => fault.Row == row && fault.Partition == Partition && (kind is null || fault.Kind == kind));

    [Fact]
    public async Task VerifyAsync_AsWritten_NoFault()
    {
        Assert.Empty(await VerifyAsync());
        await GivenHistoryAsync();
        Assert.Empty(await VerifyAsync());
    }

    [Fact]
    public async Task VerifyAsync_AnyByteOfAnyRecordChanged_NamesTheRecord()
    {
        await GivenHistoryAsync();
        var rows = await RowsAsync();
        Assert.Equal(9, rows.Count);
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Payload.Length; i++)
            {
                var tampered = row.Payload.ToArray();
                tampered[i] ^= (byte)(1 << (i % 8));
                await PutAsync(row, tampered);
                await AssertNamedAsync(KeyEncoder.Decode(row.Row));
            }
            await PutAsync(row, row.Payload);
        }
        Assert.Empty(await VerifyAsync());
    }

    [Fact]
    public async Task VerifyAsync_AnyColumnChangedAddedOrRemoved_NamesTheRecord()
    {
        await GivenHistoryAsync();
        foreach (var row in await RowsAsync())
        {
            var tampered = row.Columns.Keys
                .SelectMany(name => new[] { new Dictionary<string, string>(row.Columns) { [name] = row.Columns[name] + "x" }, row.Columns.Where(c => c.Key != name).ToDictionary() })
                .Append(new Dictionary<string, string>(row.Columns) { ["added"] = "" });
            foreach (var columns in tampered)
            {
                await PutAsync(row, row.Payload, columns);
                await AssertNamedAsync(KeyEncoder.Decode(row.Row));
            }
            await PutAsync(row, row.Payload);
        }
        Assert.Empty(await VerifyAsync());
    }

    [Theory]
    [InlineData("n/2014", ChainFaultKind.RowMissing)]
    [InlineData("x/1", ChainFaultKind.RowMissing)]
    [InlineData("head", ChainFaultKind.HeadMissing)]
    [InlineData("a/000000000001", ChainFaultKind.EventMissing)]
    [InlineData("a/000000000003", ChainFaultKind.EventMissing)]
    public async Task VerifyAsync_RecordDropped_NamesIt(string row, ChainFaultKind kind)
    {
        await GivenHistoryAsync();
        await DropAsync(row);
        await AssertNamedAsync(row, kind);
    }

    [Fact]
    public async Task VerifyAsync_LastEventDropped_TheHeadTells()
    {
        await GivenHistoryAsync();
        await DropAsync(AuditEvent.RowOf(4));
        await AssertNamedAsync(PartitionHead.Row, ChainFaultKind.HeadDiffers);
        await AssertNamedAsync("n/2016", ChainFaultKind.RowUnrecorded);
    }

    [Fact]
    public async Task VerifyAsync_WholeHistoryDropped_EveryRecordIsNamed()
    {
        await GivenHistoryAsync();
        for (var i = 1; i <= 4; i++) await DropAsync(AuditEvent.RowOf(i));
        Assert.Equal(["head", "n/2014", "n/2015", "n/2016", "x/1"], (await VerifyAsync()).Select(fault => fault.Row).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task VerifyAsync_EventsSwapped_BothAreNamed()
    {
        await GivenHistoryAsync();
        RawRecord two = await RowAsync(AuditEvent.RowOf(2)), three = await RowAsync(AuditEvent.RowOf(3));
        await PutAsync(two, three.Payload, three.Columns);
        await PutAsync(three, two.Payload, two.Columns);
        await AssertNamedAsync(AuditEvent.RowOf(2), ChainFaultKind.EventMalformed);
        await AssertNamedAsync(AuditEvent.RowOf(3), ChainFaultKind.EventMalformed);
    }

    [Fact]
    public async Task VerifyAsync_RowsSwappedAddedOrBack_Named()
    {
        await GivenHistoryAsync();
        RawRecord one = await RowAsync("n/2015"), other = await RowAsync("n/2016");
        await PutAsync(one, other.Payload);
        await PutAsync(other, one.Payload);
        await ApplyAsync(new RecordChange.Insert("new", one.Payload), new RecordChange.Insert("gone", one.Payload));
        Assert.Equal(
            [("gone", ChainFaultKind.RowReappeared), ("n/2015", ChainFaultKind.RowDiffers), ("n/2016", ChainFaultKind.RowDiffers), ("new", ChainFaultKind.RowUnrecorded)],
            (await VerifyAsync()).Select(fault => (fault.Row, fault.Kind)).Order());
    }

    [Fact]
    public async Task VerifyAsync_OlderStateBroughtBack_Named()
    {
        await GivenHistoryAsync();
        var head = await RowAsync(PartitionHead.Row);
        var row = await RowAsync("n/2016");
        var writer = new ChainWriter(store, new ManualTime(), new SeededIds(2), new PartitionGates());
        await writer.DecideAsync(Partition, new Actor("c", "r", "q"), (_, _) => Task.FromResult<ChainDecision<int>>(
            new ChainDecision<int>.Write("act", [new ChainChange(new RecordChange.Replace("n/2016", row.Version, new byte[] { 1 }))], 0)), default);
        await PutAsync(row, row.Payload);
        await PutAsync(head, head.Payload);
        await AssertNamedAsync("n/2016", ChainFaultKind.RowDiffers);
        await AssertNamedAsync(PartitionHead.Row, ChainFaultKind.HeadDiffers);
    }

    [Fact]
    public async Task VerifyAsync_OthersWriteMeanwhile_NoFalseFault()
    {
        await GivenHistoryAsync();
        using var done = new CancellationTokenSource();
        var writer = new ChainWriter(store, TimeProvider.System, new SeededIds(3), new PartitionGates());
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !done.IsCancellationRequested; i++)
            {
                var n = i;
                await writer.DecideAsync<int>(Partition, new Actor("c", "r", "q"), async (_, ct) => new ChainDecision<int>.Write(
                    "act", [Insert($"late/{n}"), new ChainChange(new RecordChange.Replace("n/2015", await VersionAsync("n/2015"), BitConverter.GetBytes(n)))], 0), default);
                await Task.Delay(1);
            }
        });
        for (var i = 0; i < 30; i++) Assert.Empty(await VerifyAsync());
        await done.CancelAsync();
        await writing;
    }
}
