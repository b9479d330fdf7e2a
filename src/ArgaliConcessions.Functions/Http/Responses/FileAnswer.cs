using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>
/// A file that is written as it is made. A small one is sent at once with its length; of a long one a fault in the middle cuts the connection, and what has
/// come by then opens nowhere (a zip without its directory, XML or JSON without its end) or ends in the middle of its transfer (CSV).
/// </summary>
internal sealed class FileAnswer(string mediaType, string fileName, Func<HeldStream, CancellationToken, Task> write) : IResult
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = mediaType;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        await using var output = new HeldStream(response.Body);
        await write(output, httpContext.RequestAborted);
        if (!response.HasStarted) response.ContentLength = output.Held;
        await output.SendAsync(httpContext.RequestAborted);
    }
}
