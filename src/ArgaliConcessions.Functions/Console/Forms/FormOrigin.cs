using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.Forms;

/// <summary>Where a form stood, by the browser's own word, which no page can change: <c>Sec-Fetch-Site</c>, else <c>Origin</c> (RFC 6454).</summary>
internal static class FormOrigin
{
    /// <summary>Whether it stood on a page of this service. A browser that says nothing of it is not believed.</summary>
    public static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site == "same-origin";
        return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && HostString.FromUriComponent(origin.Authority) is var from && from.HasValue
            && string.Equals(from.Value, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
