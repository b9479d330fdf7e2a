using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Http;

/// <summary>The cookies of the console. Only <see cref="Gate"/> lets anybody in by one, and only where the route has <see cref="Access.Console"/>.</summary>
internal static class SessionCookie
{
    /// <summary>Who has signed in.</summary>
    public const string Name = "argali-console";

    /// <summary>Whose sign-in form it is, before anybody is known.</summary>
    public const string VisitName = "argali-visit";

    /// <summary>What browsers keep of a cookie at least (RFC 6265, 6.1), its name and attributes included.</summary>
    public const int Longest = 3800;

    /// <summary>The signed session that the browser holds; null when it holds none.</summary>
    public static string? Of(HttpRequest request) => request.Cookies[Name] is { Length: > 0 } session ? session : null;

    /// <summary>Ends with the browser. Out of reach of scripts, of other sites' requests, and of all addresses but the console's.</summary>
    /// <param name="path">The console's own address.</param>
    public static CookieOptions Options(HttpRequest request, string path) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = path,
        IsEssential = true,
        // Behind a proxy that ends TLS the last stretch is plain; to say so falsely harms only the one who says it.
        Secure = request.IsHttps || string.Equals(request.Headers["X-Forwarded-Proto"].ToString(), "https", StringComparison.OrdinalIgnoreCase),
    };
}
