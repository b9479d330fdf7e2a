using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.Forms;

/// <summary>Ties the sign-in's form to the browser that asked for it, while nobody is known yet: so that no other site can sign somebody in as someone else.</summary>
internal static class VisitCookie
{
    private const int Longest = 64;

    /// <summary>The visit's id; null for a browser that keeps none.</summary>
    public static string? Of(HttpRequest request) =>
        request.HttpContext.Items[SessionCookie.VisitName] as string ?? (request.Cookies[SessionCookie.VisitName] is { Length: > 0 and <= Longest } visit ? visit : null);

    /// <summary>Gives the browser an id if it has none.</summary>
    /// <param name="path">The console's address.</param>
    public static void Begin(HttpRequest request, string path, IIdSource ids)
    {
        if (Of(request) is not null) return;
        var visit = ids.NewId();
        request.HttpContext.Items[SessionCookie.VisitName] = visit;
        request.HttpContext.Response.Cookies.Append(SessionCookie.VisitName, visit, SessionCookie.Options(request, path));
    }
}
