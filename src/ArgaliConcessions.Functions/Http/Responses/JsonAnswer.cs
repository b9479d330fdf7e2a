using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>A JSON body with its status, ETag and address.</summary>
internal sealed class JsonAnswer(int status, object body, string? etag, string? location = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // Serialised whole before the first byte goes out: a failure here can still become a proper 500.
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Json.Options);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = body is IGeoJson ? "application/geo+json; charset=utf-8" : "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "private, no-cache";
        if (etag is not null) response.Headers.ETag = EntityTags.Write(etag);
        if (location is not null) response.Headers.Location = location;
        if (body is ILinked { Next: { } next }) response.Headers.Link = $"<{next}>; rel=\"next\"";
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}

/// <summary>304: the caller holds the current version.</summary>
internal sealed class NotModified(string etag) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
        httpContext.Response.Headers.ETag = EntityTags.Write(etag);
        httpContext.Response.Headers.CacheControl = "private, no-cache";
        return Task.CompletedTask;
    }
}
