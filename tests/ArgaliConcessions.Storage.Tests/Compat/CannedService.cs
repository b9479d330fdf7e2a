using System.Net;
using System.Net.Http.Headers;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace ArgaliConcessions.Storage.Tests.Compat;

/// <summary>Stands where the Table service would be: keeps each request and gives the replies that it was told, the last one for ever.</summary>
internal sealed class CannedService : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _replies = new();

    public List<CannedRequest> Requests { get; } = [];

    public CannedRequest Last => Requests[^1];

    public CannedService Reply(int status, string body = "", string type = "application/json", params (string Name, string Value)[] headers)
    {
        _replies.Enqueue(() =>
        {
            var reply = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
            reply.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            foreach (var (name, value) in headers) reply.Headers.TryAddWithoutValidation(name, value);
            return reply;
        });
        return this;
    }

    public CannedService Error(int status, string code, string message = "No.") => Reply(status, ErrorBody(code, message));

    public static string ErrorBody(string code, string message) =>
        "{\"odata.error\":{\"code\":\"" + code + "\",\"message\":{\"lang\":\"en-US\",\"value\":\"" + message + "\"}}}";

    /// <param name="retries">Beyond the first attempt.</param>
    public TableClientOptions Options(int retries = 0)
    {
        var options = new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(this)) };
        options.Retry.MaxRetries = retries;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        return options;
    }

    /// <summary>The table <c>rows</c> of the account <c>acc</c>.</summary>
    public TableClient Table(int retries = 0) =>
        new TableServiceClient(new Uri("https://acc.table.core.windows.net"), new TableSharedKeyCredential("acc", "a2V5"), Options(retries)).GetTableClient("rows");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default)
            .ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Requests.Add(new(request.Method.Method, request.RequestUri!.AbsoluteUri, headers, body));
        return (_replies.Count > 1 ? _replies.Dequeue() : _replies.Peek())();
    }
}

internal sealed record CannedRequest(string Method, string Address, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The address up to the question mark.</summary>
    public string Path => Address.Split('?')[0];

    /// <summary>A parameter as it was sent, percent-encoded; null when it was not.</summary>
    public string? Query(string name) => new Uri(Address).Query.TrimStart('?').Split('&').Select(p => p.Split('=', 2)).FirstOrDefault(p => p[0] == name)?[1];
}
