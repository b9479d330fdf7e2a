using System.Diagnostics;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Http;

/// <summary>Reads the headers that every route understands; what is wrong with them becomes a fault that names the header.</summary>
internal static class HeaderReader
{
    private const int LongestKey = 128;
    private const int LongestRequestId = 64;

    /// <summary>The caller's own <c>X-Request-Id</c> where it is fit to be logged, else the host's.</summary>
    public static string RequestId(HttpRequest request)
    {
        var given = request.Headers["X-Request-Id"].ToString();
        if (given.Length is >= 1 and <= LongestRequestId && given.All(IsVisible)) return given;
        return Activity.Current?.TraceId.ToHexString() ?? request.HttpContext.TraceIdentifier;
    }

    /// <summary>Never fails: an answer, the refusal of the parameter included, must be in some language.</summary>
    public static Language LanguageOf(HttpRequest request) =>
        Language.Find(request.Query["lang"].ToString()) ?? AcceptLanguage.Choose(request.Headers.AcceptLanguage);

    public static void CheckLanguage(HttpRequest request, Faults faults)
    {
        if (request.Query.TryGetValue("lang", out var lang) && Language.Find(lang.ToString()) is null)
        {
            faults.AddParameter("lang", "unknown-value", ("allowed", string.Join(", ", Language.All)));
        }
    }

    public static Conditions ConditionsOf(HttpRequest request, Faults faults)
    {
        var match = EntityTags.Read(request.Headers.IfMatch.ToString());
        var noneMatch = EntityTags.Read(request.Headers.IfNoneMatch.ToString());
        if (match is null or { Count: > 1 }) faults.AddParameter("If-Match", "bad-etag");
        if (noneMatch is null) faults.AddParameter("If-None-Match", "bad-etag");
        return new Conditions(match is [var one, ..] ? one : null, noneMatch is ["*"], noneMatch ?? []);
    }

    public static string? IdempotencyKey(HttpRequest request, Faults faults)
    {
        if (!request.Headers.TryGetValue("Idempotency-Key", out var header)) return null;
        var key = header.ToString();
        if (key.Length is >= 1 and <= LongestKey && key.All(IsVisible)) return key;
        faults.AddParameter("Idempotency-Key", "bad-idempotency-key", ("max", LongestKey));
        return null;
    }

    private static bool IsVisible(char c) => c is > ' ' and <= '~';
}
