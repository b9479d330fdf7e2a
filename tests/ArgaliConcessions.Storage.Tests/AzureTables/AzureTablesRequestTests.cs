using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage.AzureTables;
using ArgaliConcessions.Tests;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace ArgaliConcessions.Storage.Tests.AzureTables;

/// <summary>
/// One call of the port is one request to the Table service: so what is counted at the port is what is paid for, and what is waited for.
/// </summary>
[Trait("Category", "Azurite")]
public sealed class AzureTablesRequestTests
{
    private readonly string partition = $"p{Guid.NewGuid():N}";
    private readonly Requests requests = new();

    [SkippableFact]
    public async Task FindAsync_RowThatIsThere_IsOneRequest()
    {
        var table = await OpenAsync(rows: 1);
        var row = await table.FindAsync(partition, Row(0), default);
        Assert.Equal((1, true), (requests.Count, row is not null));
    }

    [SkippableFact]
    public async Task FindAsync_RowThatIsNotThere_IsOneRequest()
    {
        var table = await OpenAsync(rows: 1);
        var row = await table.FindAsync(partition, "nothing", default);
        Assert.Equal((1, true), (requests.Count, row is null));
    }

    [SkippableFact]
    public async Task ReadPageAsync_MoreThanAPage_IsOneRequestAPage()
    {
        var table = await OpenAsync(rows: 5);
        var page = await table.ReadPageAsync(new RawRange(partition, "", "~"), 3, default);
        Assert.Equal((1, 3), (requests.Count, page.Records.Count));
        page = await table.ReadPageAsync(page.Rest!.Value, 3, default);
        Assert.Equal((2, 2), (requests.Count, page.Records.Count));
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task TryCommitAsync_OfRows_IsOneRequest(int rows)
    {
        var table = await OpenAsync(rows: 0);
        var result = await table.TryCommitAsync(Commit(rows), default);
        Assert.Equal((1, RawOutcome.Committed), (requests.Count, result.Outcome));
    }

    [SkippableFact]
    public async Task TryCommitAsync_RowHasChangedMeanwhile_IsOneRequest()
    {
        var table = await OpenAsync(rows: 1);
        var before = await table.FindAsync(partition, Row(0), default);
        RecordChange change = new RecordChange.Replace(Row(0), before!.Version, Payload);
        await table.TryCommitAsync(new RawCommit(partition, [change]), default);
        requests.Clear();
        var result = await table.TryCommitAsync(new RawCommit(partition, [change]), default);
        Assert.Equal((1, RawOutcome.Conflict), (requests.Count, result.Outcome));
    }

    [SkippableFact]
    public async Task CommitAsync_ReplyLost_IsOneRequestMore()
    {
        var table = await OpenAsync(rows: 0);
        var store = TestStores.Above(FaultyTable.OnCommits(table, Mishap.ReplyLost));
        var result = await store.CommitAsync(partition, [new RecordChange.Insert("a", Payload)], new CommitWitness("w", "id-1", Payload), default);
        Assert.Equal((2, CommitOutcome.Committed), (requests.Count, result.Outcome));
    }

    private static ReadOnlyMemory<byte> Payload { get; } = new byte[] { 1 };

    private static string Row(int index) => FormattableString.Invariant($"r{index:000}");

    private RawCommit Commit(int rows) =>
        new(partition, [.. Enumerable.Range(0, rows).Select(index => new RecordChange.Insert(Row(index), Payload))]);

    /// <summary>A table with rows of the test's own partition; the requests so far are not counted, nor those that made the table.</summary>
    private async Task<IRecordTable> OpenAsync(int rows)
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        var client = new TableClientOptions();
        client.AddPolicy(requests, HttpPipelinePosition.PerRetry);
        var table = AzureTablesRecordTable.Open(Azurite.Table("requests"), client);
        var store = TestStores.Above(table);
        await store.FindAsync(new RecordKey(partition, "none"), default);
        if (rows > 0) await table.TryCommitAsync(Commit(rows), default);
        requests.Clear();
        return table;
    }

    /// <summary>Counts what is sent.</summary>
    private sealed class Requests : HttpPipelineSynchronousPolicy
    {
        private int count;

        public int Count => Volatile.Read(ref count);

        public void Clear() => Volatile.Write(ref count, 0);

        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref count);
    }
}
