using Azure;
using Azure.Data.Tables;

namespace ArgaliConcessions.Storage.Tests.Compat;

/// <summary>What reads ask of the Table service and make of its answers; the same in both builds.</summary>
public sealed class TableReadTests
{
    private const string Odd = "AZaz09-._:!~ it's/é";
    private const string OddEncoded = "AZaz09-._%3A%21~%20it%27%27s%2F%C3%A9";

    private readonly CannedService _service = new();

    [Fact]
    public async Task Get_KeysWithSpecialCharacters_DoublesQuotesAndEncodes()
    {
        await _service.Error(404, "ResourceNotFound").Table().GetEntityIfExistsAsync<TableEntity>(Odd, "r", ["A", "B"]);

        Assert.Equal($"https://acc.table.core.windows.net/rows(PartitionKey='{OddEncoded}',RowKey='r')", _service.Last.Path);
        Assert.Equal("A%2CB", _service.Last.Query("$select"));
        Assert.Equal("application/json;odata=minimalmetadata", _service.Last.Headers["Accept"]);
        Assert.Equal("2020-12-06", _service.Last.Headers["x-ms-version"]);
        Assert.True(Guid.TryParse(_service.Last.Headers["x-ms-client-request-id"], out _));
    }

    [Fact]
    public async Task Get_TypedValues_ComeBackAsTheirTypes()
    {
        _service.Reply(200, """
            {"odata.metadata":"m","odata.etag":"W/\"datetime'x'\"","PartitionKey":"p","RowKey":"r","Timestamp":"2026-11-22T10:11:12.1234567Z",
             "B@odata.type":"Edm.Binary","B":"AQL/","L@odata.type":"Edm.Int64","L":"9223372036854775807","D":1.5,"I":42,"T":true,"S":"é☃",
             "W":7.0,"G@odata.type":"Edm.Guid","G":"11223344-5566-7788-99aa-bbccddeeff00",
             "At@odata.type":"Edm.DateTime","At":"2026-11-22T10:11:12Z","N":null}
            """);

        var row = (await _service.Table().GetEntityIfExistsAsync<TableEntity>("p", "r")).Value!;

        Assert.Equal([1, 2, 255], row.GetBinary("B"));
        Assert.Equal("é☃", row.GetString("S"));
        Assert.Equal([9223372036854775807L, 1.5, 42, true, 7.0], new[] { "L", "D", "I", "T", "W" }.Select(n => row[n]));
        Assert.Equal(new Guid("11223344-5566-7788-99aa-bbccddeeff00"), row["G"]);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 11, 12, TimeSpan.Zero), row["At"]);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 11, 12, TimeSpan.Zero).AddTicks(1234567), row.Timestamp);
        Assert.Equal(new ETag("W/\"datetime'x'\""), row.ETag);
        Assert.Null(row.GetString("N"));
    }

    [Theory]
    [InlineData("ResourceNotFound")]
    [InlineData("TableNotFound")]
    public async Task Get_NothingThere_HasNoValueAndTellsWhy(string code)
    {
        var answer = await _service.Error(404, code).Table().GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.False(answer.HasValue);
        Assert.Equal(404, answer.GetRawResponse().Status);
        Assert.Contains(code, answer.GetRawResponse().Content.ToString(), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => answer.Value);
    }

    [Fact]
    public async Task Query_PagesShortAndEmpty_GoOnWhileTheServiceSaysSo()
    {
        _service.Reply(200, """{"value":[]}""", headers: [("x-ms-continuation-NextPartitionKey", "1!4!cA--"), ("x-ms-continuation-NextRowKey", "a b&c=d%")])
            .Reply(200, """{"value":[{"PartitionKey":"p","RowKey":"r"}]}""", headers: ("x-ms-continuation-NextPartitionKey", "1!8!eA--"))
            .Reply(200, """{"value":[]}""");

        var pages = await _service.Table().QueryAsync<TableEntity>("PartitionKey eq 'p'", 7, ["RowKey"]).AsPages().ToListAsync();

        Assert.Equal([0, 1, 0], pages.Select(p => p.Values.Count));
        Assert.All(_service.Requests, r => Assert.Equal(("7", "RowKey", "PartitionKey%20eq%20%27p%27"), (r.Query("$top"), r.Query("$select"), r.Query("$filter"))));
        Assert.Equal([null, "1%214%21cA--", "1%218%21eA--"], _service.Requests.Select(r => r.Query("NextPartitionKey")));
        Assert.Equal("a%20b%26c%3Dd%25", _service.Requests[1].Query("NextRowKey"));
        Assert.Equal("https://acc.table.core.windows.net/rows()", _service.Last.Path);
    }

    [Fact]
    public async Task Query_TokenHandedBack_GoesOnFromThere()
    {
        _service.Reply(200, """{"value":[]}""", headers: [("x-ms-continuation-NextPartitionKey", "p+q"), ("x-ms-continuation-NextRowKey", "r")])
            .Reply(200, """{"value":[]}""");
        var first = await _service.Table().QueryAsync<TableEntity>("A eq 1").AsPages().FirstAsync();

        Assert.Single(await _service.Table().QueryAsync<TableEntity>("A eq 1").AsPages(first.ContinuationToken, 9).ToListAsync());

        Assert.Equal(("p%2Bq", "r", "9"), (_service.Last.Query("NextPartitionKey"), _service.Last.Query("NextRowKey"), _service.Last.Query("$top")));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public async Task Attempts_ServiceBusy_AreOneMoreThanTheRetries(int retries, int attempts)
    {
        _service.Error(503, "ServerBusy", "Busy.");

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => _service.Table(retries).GetEntityIfExistsAsync<TableEntity>("p", "r"));

        Assert.Equal((attempts, 503, "ServerBusy"), (_service.Requests.Count, failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task Get_Cancelled_Throws() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => _service.Reply(200).Table().GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: new CancellationToken(canceled: true)));
}
