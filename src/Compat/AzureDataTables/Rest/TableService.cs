using System.Buffers;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Rest;

/// <summary>Stands for what Azure.Data.Tables does inside: requests to one account's Table service, with the headers that all of them have.</summary>
internal sealed class TableService
{
    private const string Json = "application/json;odata=minimalmetadata";

    private readonly HttpPipeline _pipeline;

    public TableService(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        Endpoint = endpoint;
        Version = options.VersionHeader;
        // The body is read within each attempt, so that a connection that breaks in the middle of a reply is tried again.
        var inner = new HttpPipelineOptions(options) { RequestFailedDetailsParser = new ErrorDetails() };
        inner.PerRetryPolicies.Add(authentication);
        inner.PerRetryPolicies.Add(new BoundedReplyPolicy());
        _pipeline = HttpPipelineBuilder.Build(inner);
    }

    public Uri Endpoint { get; }

    /// <summary>The value of <c>x-ms-version</c>.</summary>
    public string Version { get; }

    /// <param name="expected">The statuses that are an answer; every other is an error.</param>
    public HttpMessage Create(RequestMethod method, Uri address, ReadOnlySpan<ushort> expected)
    {
        var message = _pipeline.CreateMessage();
        message.ResponseClassifier = new StatusCodeClassifier(expected);
        message.Request.Method = method;
        message.Request.Uri.Reset(address);
        message.Request.Headers.Add("x-ms-version", Version);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add("Accept", Json);
        return message;
    }

    /// <summary>Sends a JSON object.</summary>
    public void SetJson(HttpMessage message, Action<Utf8JsonWriter> properties)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            properties(writer);
            writer.WriteEndObject();
        }
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(buffer.WrittenMemory);
    }

    /// <exception cref="RequestFailedException">The status is none of those expected; or 0: no reply.</exception>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response.IsError ? throw new RequestFailedException(message.Response) : message.Response;
    }
}
