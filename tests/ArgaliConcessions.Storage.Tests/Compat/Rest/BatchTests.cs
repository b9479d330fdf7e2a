using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Rest;

namespace ArgaliConcessions.Storage.Tests.Compat.Rest;

/// <summary>The text of a transaction, and replies that are not as they should be.</summary>
public sealed class BatchTests
{
    private static readonly TableTransactionAction Add = new(TableTransactionActionType.Add, new TableEntity("p", "a"));

    [Fact]
    public void Write_TwoChanges_IsOneChangeSet()
    {
        var address = new TableAddress(new Uri("http://127.0.0.1:10002/devstoreaccount1/"), "rows");
        var batch = new BatchWriter(address, "2020-12-06", "7");

        var body = Encoding.UTF8.GetString(batch.Write([new(TableTransactionActionType.Add, new TableEntity("p", "a") { ["S"] = "x\r\n--batch_7--" }),
            new(TableTransactionActionType.Delete, new TableEntity("p", "b"))]).Span);

        Assert.Equal("multipart/mixed; boundary=batch_7", batch.ContentType);
        Assert.Equal("""
            --batch_7
            Content-Type: multipart/mixed; boundary=changeset_7

            --changeset_7
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 0

            POST http://127.0.0.1:10002/devstoreaccount1/rows HTTP/1.1
            x-ms-version: 2020-12-06
            DataServiceVersion: 3.0
            Accept: application/json;odata=minimalmetadata
            Prefer: return-no-content
            Content-Type: application/json

            {"PartitionKey":"p","RowKey":"a","S":"x\r\n--batch_7--"}
            --changeset_7
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 1

            DELETE http://127.0.0.1:10002/devstoreaccount1/rows(PartitionKey='p',RowKey='b') HTTP/1.1
            x-ms-version: 2020-12-06
            DataServiceVersion: 3.0
            Accept: application/json;odata=minimalmetadata
            If-Match: *

            --changeset_7--

            --batch_7--

            """.ReplaceLineEndings("\r\n"), body);
    }

    public static TheoryData<string, string> Unreadable => new()
    {
        { "text/html", "<html>" },
        { "multipart/mixed", "no boundary" },
        { CannedBatch.ContentType, "" },
        { CannedBatch.ContentType, "nothing between dashes" },
        { CannedBatch.ContentType, CannedBatch.Of("HTTP/1.1 nonsense\r\n\r\n", CannedBatch.Done("x")) },
        { CannedBatch.ContentType, CannedBatch.Of("no status line", CannedBatch.Done("x")) },
        { CannedBatch.ContentType, CannedBatch.Of(CannedBatch.Done("x")) },
        { CannedBatch.ContentType, CannedBatch.Of(CannedBatch.Done("x"), CannedBatch.Done("x"), CannedBatch.Done("x")) },
        { CannedBatch.ContentType, CannedBatch.Of("HTTP/1.1 100 Continue\r\n\r\n", CannedBatch.Done("x")) },
        { "multipart/mixed; boundary=a", "--a\r\nContent-Type: multipart/mixed; boundary=\r\n\r\n--\r\n" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task Submit_ReplyNotUnderstood_SaysThatNothingIsKnown(string type, string body)
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => new CannedService().Reply(202, body, type).Table().SubmitTransactionAsync([Add, Add]));

        Assert.Equal(0, failure.Status);
    }

    [Theory]
    [InlineData("multipart/mixed; boundary=\"batchresponse_b\"", "\r\n", "")]
    [InlineData("Multipart/Mixed; charset=utf-8; Boundary=batchresponse_b", "\n", "")]
    [InlineData(CannedBatch.ContentType, "\r\n", "changesetresponse_c\n")]
    public async Task Submit_ReplyInOtherDress_IsUnderstood(string type, string lineEnd, string stray)
    {
        var body = ("preamble\r\n" + CannedBatch.Of(stray + CannedBatch.Refused(409, "EntityAlreadyExists", "1:There."))).Replace("\r\n", lineEnd, StringComparison.Ordinal);

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => new CannedService().Reply(202, body, type).Table().SubmitTransactionAsync([Add, Add]));

        Assert.Equal((409, 1), (failure.Status, failure.FailedTransactionActionIndex));
    }

    [Theory]
    [InlineData("2:Beyond the last.")]
    [InlineData("-1:Before the first.")]
    [InlineData("99999999999:No number.")]
    [InlineData(":No number.")]
    [InlineData("1")]
    public async Task Submit_IndexThatCannotBe_IsNull(string message)
    {
        var reply = CannedBatch.Of(CannedBatch.Refused(400, "InvalidInput", message));

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => new CannedService().Reply(202, reply, CannedBatch.ContentType).Table().SubmitTransactionAsync([Add, Add]));

        Assert.Null(failure.FailedTransactionActionIndex);
    }

    [Fact]
    public async Task Submit_RefusedInNoJson_StillIsARefusal()
    {
        var reply = CannedBatch.Of("HTTP/1.1 413 Too Large\r\nContent-Type: text/html\r\n\r\n<html>");

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => new CannedService().Reply(202, reply, CannedBatch.ContentType).Table().SubmitTransactionAsync([Add]));

        Assert.Equal((413, null), (failure.Status, failure.ErrorCode));
    }
}
