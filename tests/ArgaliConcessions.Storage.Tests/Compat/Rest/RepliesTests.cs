using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Data.Tables.Rest;

namespace ArgaliConcessions.Storage.Tests.Compat.Rest;

/// <summary>Replies that are cut short or too long, connection strings, tokens.</summary>
public sealed class RepliesTests
{
    private const string Key = "AccountKey=a2V5";

    [Theory]
    [InlineData("")]
    [InlineData("""{"value":[{"PartitionKey":"p","RowKey":""")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"B@odata.type":"Edm.Binary","B":"%"}""")]
    [InlineData("""{"L@odata.type":"Edm.Int64","L":"99999999999999999999"}""")]
    [InlineData("""{"T@odata.type":"Edm.DateTime","T":"yesterday"}""")]
    [InlineData("""{"O":{}}""")]
    public async Task Get_ReplyNotUnderstood_IsAsIfNoneCame(string body)
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => new CannedService().Reply(200, body).Table().GetEntityIfExistsAsync<TableEntity>("p", "r"));

        Assert.Equal(0, failure.Status);
    }

    [Fact]
    public async Task Reply_LongerThanTheBound_IsNotReadToItsEnd()
    {
        var service = new CannedService().Reply(200, new string(' ', 101));
        var options = new Azure.Core.Pipeline.HttpPipelineOptions(service.Options()) { PerRetryPolicies = { new BoundedReplyPolicy(limit: 100) } };
        var pipeline = Azure.Core.Pipeline.HttpPipelineBuilder.Build(options);
        var message = pipeline.CreateMessage();
        message.Request.Uri.Reset(new Uri("https://acc.table.core.windows.net/"));

        Assert.Equal(0, (await Assert.ThrowsAsync<RequestFailedException>(async () => await pipeline.SendAsync(message, default))).Status);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=acc;" + Key + ";EndpointSuffix=core.windows.net", "https://acc.table.core.windows.net/", "acc")]
    [InlineData("accountname=acc; " + Key + "; BlobEndpoint=https://b;", "https://acc.table.core.windows.net/", "acc")]
    [InlineData("AccountName=acc;" + Key + ";TableEndpoint=http://127.0.0.1:9/acc", "http://127.0.0.1:9/acc", "acc")]
    public void ConnectionString_OfEachForm_GivesEndpointAndAccount(string text, string endpoint, string account)
    {
        var connection = ConnectionString.Parse(text);

        Assert.Equal((new Uri(endpoint), account), (connection.Endpoint, connection.Credential.AccountName));
    }

    [Theory]
    [InlineData("", typeof(ArgumentException))]
    [InlineData("nonsense", typeof(InvalidOperationException))]
    [InlineData("AccountName=a;AccountName=b", typeof(InvalidOperationException))]
    [InlineData("AccountName=a", typeof(ArgumentException))]
    [InlineData("AccountName=a;AccountKey=?", typeof(FormatException))]
    [InlineData("TableEndpoint=https://a;SharedAccessSignature=sv=1", typeof(NotSupportedException))]
    public void ConnectionString_Unusable_ThrowsWithoutQuotingIt(string text, Type exception)
    {
        var thrown = Assert.Throws(exception, () => ConnectionString.Parse(text));

        Assert.DoesNotContain("nonsense", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_OverPlainHttp_IsNotSent()
    {
        var service = new CannedService().Reply(200);
        var table = new TableServiceClient(new Uri("http://acc"), new FixedToken(), service.Options()).GetTableClient("rows");

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.DeleteAsync());

        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Token_OverHttps_IsForStorage()
    {
        var (service, token) = (new CannedService().Reply(204), new FixedToken());

        await new TableServiceClient(new Uri("https://acc"), token, service.Options()).GetTableClient("rows").DeleteAsync();

        Assert.Equal(("Bearer secret", "https://storage.azure.com/.default"), (service.Last.Headers["Authorization"], token.Scope));
    }

    private sealed class FixedToken : TokenCredential
    {
        public string? Scope { get; private set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scope = string.Join(' ', requestContext.Scopes);
            return new AccessToken("secret", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
