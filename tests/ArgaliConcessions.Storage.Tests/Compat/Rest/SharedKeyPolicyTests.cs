using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Data.Tables.Rest;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Storage.Tests.Compat.Rest;

/// <summary>Signatures that openssl made from the text in the service's documentation of SharedKey.</summary>
public sealed class SharedKeyPolicyTests
{
    // The bytes of "the key of the account".
    private const string Key = "dGhlIGtleSBvZiB0aGUgYWNjb3VudA==";

    [Theory]
    [InlineData("acc", "GET", "https://acc.table.core.windows.net/rows(PartitionKey='it%27%27s',RowKey='a%3Ab%21')?$select=A", null,
        "GET\n\n\nSun, 22 Nov 2026 10:11:12 GMT\n/acc/rows(PartitionKey='it%27%27s',RowKey='a%3Ab%21')", "HS4AAadD4oqdDNbxabuoisZGPoB5lXbsDDtbuas1l1w=")]
    [InlineData("devstoreaccount1", "POST", "http://127.0.0.1:10002/devstoreaccount1/$batch", "multipart/mixed; boundary=batch_7",
        "POST\n\nmultipart/mixed; boundary=batch_7\nSun, 22 Nov 2026 10:11:12 GMT\n/devstoreaccount1/devstoreaccount1/$batch", "jXskkOweFM15WG1F43trrXkoOtEZPC1Sa1p2Q4XKU2s=")]
    public void Sign_WorkedExample_IsTheSame(string account, string method, string address, string? type, string text, string signature)
    {
        var message = HttpPipelineBuilder.Build(new TableClientOptions()).CreateMessage();
        message.Request.Method = RequestMethod.Parse(method);
        message.Request.Uri.Reset(new Uri(address));
        if (type is not null)
        {
            message.Request.Content = RequestContent.Create("body"u8.ToArray());
            message.Request.Headers.SetValue("Content-Type", type);
        }

        new SharedKeyPolicy(new TableSharedKeyCredential(account, Key), new ManualTime(new DateTimeOffset(2026, 11, 22, 10, 11, 12, TimeSpan.Zero))).OnSendingRequest(message);

        Assert.Equal(text, SharedKeyPolicy.StringToSign(message.Request, account));
        Assert.True(message.Request.Headers.TryGetValue("Authorization", out var authorization));
        Assert.Equal($"SharedKey {account}:{signature}", authorization);
    }
}
