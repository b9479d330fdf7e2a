using System.Text;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage.AzureTables;
using ArgaliConcessions.Tests;
using Azure.Data.Tables;

namespace ArgaliConcessions.Storage.Tests.AzureTables;

/// <summary>What a row looks like to whoever opens the table with the service's own tools.</summary>
[Trait("Category", "Azurite")]
public sealed class EntityTests : IAsyncLifetime
{
    private readonly AzureTablesOptions options = Azurite.Missing is null ? Azurite.Table(Azurite.NameOf($"entity{Guid.NewGuid():N}")) : new();
    private RecordStore store = null!;
    private TableClient client = null!;

    public Task InitializeAsync()
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        store = TestStores.Above(AzureTablesRecordTable.Open(options));
        client = new TableServiceClient(options.ConnectionString, new TableClientOptions()).GetTableClient(options.Table);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task<TableEntity> WrittenAsync(ReadOnlyMemory<byte> payload, Dictionary<string, string>? columns = null)
    {
        await store.CommitAsync("ledger/north/2014", [new RecordChange.Insert("p/00001", payload, columns ?? [])], new CommitWitness("a/1", "c1", "{}"u8.ToArray()), default);
        return (await client.GetEntityIfExistsAsync<TableEntity>("ledger!north!2014", "p!00001")).Value!;
    }

    [SkippableFact]
    public async Task Row_OfAPermit_ShowsItsNumberAndColumnsAndNoPerson()
    {
        var payload = Encoding.UTF8.GetBytes("""{"number":"TJ-2014-NOR-00001-K","serial":1,"line":"rams","hunter":{"names":{"en":"John Doe"},"line":"x"},"zones":["a"],"weapon":"rifle"}""");
        var entity = await WrittenAsync(payload, new() { ["salt"] = "s1" });
        Assert.Equal(("TJ-2014-NOR-00001-K", "rams", "s1"), (entity.GetString("Number"), entity.GetString("Line"), entity.GetString("salt")));
        Assert.Equal(1L, entity["Serial"]);
        Assert.DoesNotContain(entity.Select(pair => pair.Value), value => value is string text && text.Contains("Doe", StringComparison.Ordinal));
        Assert.Equal(payload, entity.GetBinary("Payload"));
        var read = (await store.FindAsync(new RecordKey("ledger/north/2014", "p/00001"), default))!;
        Assert.Equal([new KeyValuePair<string, string>("salt", "s1")], read.Columns);
    }

    [SkippableTheory]
    [InlineData("{")]
    [InlineData("{\"kind\":")]
    [InlineData("{\"kind\":\"sweep\",,}")]
    [InlineData("[1]")]
    [InlineData("no json")]
    [InlineData("{\"kind\":\"\\ud800\"}")]
    [InlineData("")]
    public async Task Row_OfAnythingElse_IsKeptAsItIs(string payload)
    {
        var bytes = Encoding.UTF8.GetBytes(payload);
        Assert.Equal(bytes, (await WrittenAsync(bytes)).GetBinary("Payload"));
        Assert.Equal(bytes, (await store.FindAsync(new RecordKey("ledger/north/2014", "p/00001"), default))!.Payload.ToArray());
    }

    [SkippableFact]
    public async Task Row_OfBytesThatAreNoText_IsKeptAsItIs()
    {
        byte[] bytes = [.. "{\"kind\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        var entity = await WrittenAsync(bytes);
        Assert.Equal(bytes, entity.GetBinary("Payload"));
        Assert.False(entity.ContainsKey("Kind"));
    }

    [SkippableFact]
    public async Task Row_LargerThanAProperty_IsCutIntoChunks()
    {
        var bytes = new byte[(2 * RecordLimits.ChunkBytes) + 1];
        new Random(3).NextBytes(bytes);
        var entity = await WrittenAsync(bytes);
        Assert.Equal([RecordLimits.ChunkBytes, RecordLimits.ChunkBytes, 1], new[] { "Payload", "Payload01", "Payload02" }.Select(name => entity.GetBinary(name).Length));
    }

    [SkippableFact]
    public async Task Row_WithValuesTooLongToShow_ShowsTheOthers()
    {
        var entity = await WrittenAsync(Encoding.UTF8.GetBytes($$"""{"code":"{{new string('c', 65)}}","kind":"sweep","serial":1.5,"year":null}"""));
        Assert.Equal("sweep", entity.GetString("Kind"));
        Assert.False(entity.ContainsKey("Code"));
        Assert.False(entity.ContainsKey("Serial"));
    }

    [SkippableFact]
    public async Task Table_MissingAndNotToBeMade_IsAnErrorInWords()
    {
        var strict = TestStores.Above(AzureTablesRecordTable.Open(new() { ConnectionString = options.ConnectionString, Table = "nosuchtable" }));
        foreach (var ask in new Func<Task>[]
        {
            () => strict.FindAsync(new RecordKey("p", "r"), default),
            () => strict.ReadPageAsync("p", RowRange.All, null, 1, default),
            () => strict.CommitAsync("p", [], new CommitWitness("w", "c", "w"u8.ToArray()), default),
        }) Assert.Contains("There is no table 'nosuchtable'", (await Assert.ThrowsAsync<RecordStoreException>(ask)).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Key_ThatIsWrong_IsAnErrorInWords()
    {
        var wrong = options.ConnectionString!.Replace("AccountKey=Eby8", "AccountKey=Abc8", StringComparison.Ordinal);
        var strict = TestStores.Above(AzureTablesRecordTable.Open(new() { ConnectionString = wrong, Table = options.Table }));
        var told = await Assert.ThrowsAsync<RecordStoreException>(() => strict.FindAsync(new RecordKey("p", "r"), default));
        Assert.StartsWith("The store refuses this identity or key", told.Message, StringComparison.Ordinal);
    }
}
