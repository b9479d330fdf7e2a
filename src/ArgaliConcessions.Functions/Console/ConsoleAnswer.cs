using System.Text;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console;

/// <summary>A page of the console: it runs no script, loads nothing, sends forms to this service alone, and is kept nowhere.</summary>
internal sealed class ConsoleAnswer(string page, int status) : IResult
{
    public const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        ConsoleHeaders.Set(response);
        var bytes = Encoding.UTF8.GetBytes(page);
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}

/// <summary>303: go on to this address of the console.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        ConsoleHeaders.Set(httpContext.Response);
        return Task.CompletedTask;
    }
}

/// <summary>The headers of everything that the console answers.</summary>
internal static class ConsoleHeaders
{
    public static void Set(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ConsoleAnswer.Policy;
        // What one has seen must not be there for the next at the same machine.
        response.Headers.CacheControl = "no-store";
        // Not "no-referrer": browsers would then send forms without their origin, which is looked at.
        response.Headers["Referrer-Policy"] = "same-origin";
    }
}
