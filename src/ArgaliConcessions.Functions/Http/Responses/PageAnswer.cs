using System.Text;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>An HTML page that may load and run nothing, whatever text got into it.</summary>
internal sealed class PageAnswer(string page, string? etag) : IResult
{
    /// <summary>The name it is kept under, in ASCII; null for a page to look at.</summary>
    public string? FileName { get; init; }

    public const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "private, no-cache";
        if (FileName is not null) response.Headers.ContentDisposition = $"attachment; filename=\"{FileName}\"";
        if (etag is not null) response.Headers.ETag = EntityTags.Write(etag);
        var bytes = Encoding.UTF8.GetBytes(page);
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
