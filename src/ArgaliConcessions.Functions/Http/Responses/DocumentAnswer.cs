using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>A small document, made whole before it is sent, to be looked at or kept under its name.</summary>
internal sealed class DocumentAnswer(byte[] bytes, string mediaType, string fileName) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = mediaType;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.ContentDisposition = $"inline; filename=\"{fileName}\"";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
