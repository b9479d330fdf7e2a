using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console;

/// <summary>Where the console stands, and which addresses are its own.</summary>
internal static class ConsoleAddress
{
    private const int Longest = 400;

    /// <summary>The console's address as a path: <c>/api/console</c>.</summary>
    public static string Home(HttpRequest request, string prefix) => $"{request.PathBase}{(prefix.Length == 0 ? "" : "/" + prefix)}/{ConsoleDesk.Home}";

    /// <summary>
    /// The address to go back to after the sign-in if it is a page of this console, else its start page: an address that came
    /// from outside must not lead anywhere else.
    /// </summary>
    /// <param name="home">The console's address.</param>
    public static string Return(string? asked, string home)
    {
        if (asked is null || asked.Length > Longest || !asked.StartsWith(home, StringComparison.Ordinal) || !asked.All(c => c is > ' ' and <= '~' and not '\\')) return home;
        var rest = asked[home.Length..];
        var within = rest.Length == 0 || rest[0] is '/' or '?';
        var path = rest.Split('?')[0];
        var climbs = path.Contains("..", StringComparison.Ordinal) || path.Contains("//", StringComparison.Ordinal) || path.Contains("%2e", StringComparison.OrdinalIgnoreCase);
        return within && !climbs && !path.StartsWith("/sign-", StringComparison.Ordinal) ? asked : home;
    }
}
