using Azure;
using Azure.Data.Tables;

namespace ArgaliConcessions.Storage.Tests.Compat;

/// <summary>What writes ask of the Table service and make of its answers; the same in both builds.</summary>
public sealed class TableWriteTests
{
    private static readonly TableTransactionAction Add = new(TableTransactionActionType.Add, new TableEntity("p", "a"));

    private readonly CannedService _service = new();

    [Fact]
    public async Task Submit_EveryKind_HasItsMethodAndCondition()
    {
        _service.Reply(202, CannedBatch.Of([.. Enumerable.Repeat(CannedBatch.Done("x"), 7)]), CannedBatch.ContentType);
        var tag = new ETag("W/\"datetime'2026'\"");

        await _service.Table().SubmitTransactionAsync(
        [
            Add,
            new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "b"), tag),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "c"), ETag.All),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "d")),
            new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "e")),
            new(TableTransactionActionType.Delete, new TableEntity("p", "f"), tag),
            new(TableTransactionActionType.Delete, new TableEntity("p", "g")),
        ]);

        var lines = _service.Last.Body.Split("\r\n");
        Assert.Equal(["POST", "PUT b", "PATCH c", "PUT d", "PATCH e", "DELETE f", "DELETE g"], lines.Where(l => l.EndsWith(" HTTP/1.1", StringComparison.Ordinal)).Select(Summary));
        Assert.Equal(["W/\"datetime'2026'\"", "*", "W/\"datetime'2026'\"", "*"], lines.Where(l => l.StartsWith("If-Match: ", StringComparison.Ordinal)).Select(l => l[10..]));
        Assert.Equal("https://acc.table.core.windows.net/$batch", _service.Last.Address);
    }

    [Fact]
    public async Task Submit_TypedValues_SayTheirTypes()
    {
        _service.Reply(202, CannedBatch.Of(CannedBatch.Done("x")), CannedBatch.ContentType);
        var row = new TableEntity("p", "r")
        {
            ["B"] = new byte[] { 1, 2, 255 }, ["L"] = 1L << 53, ["D"] = 2.0, ["I"] = 42, ["T"] = true, ["S"] = "x",
            ["G"] = new Guid("11223344-5566-7788-99aa-bbccddeeff00"), ["At"] = new DateTimeOffset(2026, 11, 22, 13, 11, 12, TimeSpan.FromHours(3)),
        };
        row.Timestamp = DateTimeOffset.UnixEpoch;
        row.ETag = new ETag("old");

        await _service.Table().SubmitTransactionAsync([new(TableTransactionActionType.UpsertReplace, row)]);

        var json = System.Text.Json.JsonDocument.Parse(_service.Last.Body.Split("\r\n").Single(l => l.StartsWith('{'))).RootElement;
        var types = json.EnumerateObject().Where(p => p.Name.EndsWith("@odata.type", StringComparison.Ordinal)).ToDictionary(p => p.Name.Split('@')[0], p => p.Value.GetString());
        Assert.Equal("At=Edm.DateTime B=Edm.Binary D=Edm.Double G=Edm.Guid L=Edm.Int64", string.Join(' ', types.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}={t.Value}")));
        Assert.Equal(("AQL/", "9007199254740992", 42), (json.GetProperty("B").GetString(), json.GetProperty("L").GetString(), json.GetProperty("I").GetInt32()));
        Assert.Equal(new DateTime(2026, 11, 22, 10, 11, 12, DateTimeKind.Utc), json.GetProperty("At").GetDateTime());
        Assert.Equal([], new[] { "Timestamp", "odata.etag" }.Where(n => json.TryGetProperty(n, out _)));
    }

    [Fact]
    public async Task Submit_Done_GivesTheNewVersionOfEach()
    {
        _service.Reply(202, CannedBatch.Of(CannedBatch.Done("W/\"1\""), CannedBatch.Done("W/\"2\"")), CannedBatch.ContentType);

        var done = await _service.Table().SubmitTransactionAsync([Add, Add]);

        Assert.Equal(["W/\"1\"", "W/\"2\""], done.Value.Select(r => r.Headers.ETag!.Value.ToString()));
        Assert.Equal([204, 204], done.Value.Select(r => r.Status));
    }

    [Theory]
    [InlineData(409, "EntityAlreadyExists", "1:The specified entity already exists.\\nRequestId:x", 1)]
    [InlineData(412, "UpdateConditionNotSatisfied", "0:The update condition was not satisfied.", 0)]
    [InlineData(500, "InternalError", "Something: else.", null)]
    public async Task Submit_Refused_TellsWhichChangeAndWhy(int status, string code, string message, int? index)
    {
        _service.Reply(202, CannedBatch.Of(CannedBatch.Refused(status, code, message)), CannedBatch.ContentType);

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => _service.Table().SubmitTransactionAsync([Add, Add]));

        Assert.Equal((status, code, index), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task Submit_NotEvenLookedAt_IsNoRefusalOfAChange()
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => _service.Reply(403, "<Error><Code>AuthenticationFailed</Code></Error>", "application/xml").Table().SubmitTransactionAsync([Add]));

        Assert.Equal(403, failure.Status);
        Assert.IsNotType<TableTransactionFailedException>(failure);
    }

    [Fact]
    public async Task Submit_SentAgain_SendsTheSameBody()
    {
        _service.Error(503, "ServerBusy").Reply(202, CannedBatch.Of(CannedBatch.Done("x")), CannedBatch.ContentType);

        await _service.Table(retries: 1).SubmitTransactionAsync([Add]);

        Assert.Equal(2, _service.Requests.Count);
        Assert.Equal(_service.Requests[0].Body, _service.Requests[1].Body);
    }

    [Theory]
    [InlineData(204, "", true)]
    [InlineData(409, "TableAlreadyExists", true)]
    [InlineData(409, "TableBeingDeleted", false)]
    public async Task Create_WhateverIsThere_SucceedsOnlyIfATableIs(int status, string code, bool there)
    {
        if (code.Length == 0) _service.Reply(status); else _service.Error(status, code);

        var create = () => _service.Table().CreateIfNotExistsAsync();

        if (there) Assert.Equal("rows", (await create()).Value.Name);
        else Assert.Equal(code, (await Assert.ThrowsAsync<RequestFailedException>(create)).ErrorCode);
        Assert.Equal("""{"TableName":"rows"}""", _service.Last.Body);
    }

    [Fact]
    public async Task Delete_NoTable_IsNoError() => Assert.Equal(404, (await _service.Error(404, "ResourceNotFound").Table().DeleteAsync()).Status);

    private static string Summary(string requestLine)
    {
        var (method, address) = (requestLine.Split(' ')[0], requestLine.Split(' ')[1].Split('?')[0]);
        return address.EndsWith("/rows", StringComparison.Ordinal) ? method : $"{method} {address.Split("RowKey='")[1][..^2]}";
    }
}
