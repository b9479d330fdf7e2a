using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>Text that is written as it is made, so that its length costs no memory.</summary>
internal sealed class StreamAnswer(string mediaType, Func<TextWriter, CancellationToken, Task> write) : IResult
{
    public string? FileName { get; init; }

    public string? Policy { get; init; }

    public bool ByteOrderMark { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = mediaType;
        response.Headers.CacheControl = "private, no-cache";
        if (Policy is not null) response.Headers.ContentSecurityPolicy = Policy;
        if (FileName is not null) response.Headers.ContentDisposition = $"attachment; filename=\"{FileName}\"";
        // Over the pipe rather than the body: a page's plain Write must not fail where servers forbid synchronous output.
        await using var writer = new StreamWriter(response.BodyWriter.AsStream(leaveOpen: true), new UTF8Encoding(ByteOrderMark), 16 * 1024, leaveOpen: true);
        await write(writer, httpContext.RequestAborted);
        await writer.FlushAsync(httpContext.RequestAborted);
    }
}

/// <summary>JSON that is written as it is made.</summary>
internal sealed class JsonStreamAnswer(string mediaType, Func<Utf8JsonWriter, CancellationToken, Task> write, string? etag) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{mediaType}; charset=utf-8";
        response.Headers.CacheControl = "private, no-cache";
        if (etag is not null) response.Headers.ETag = EntityTags.Write(etag);
        await using var writer = new Utf8JsonWriter(response.BodyWriter, Json.Writing);
        await write(writer, httpContext.RequestAborted);
        await writer.FlushAsync(httpContext.RequestAborted);
    }
}
