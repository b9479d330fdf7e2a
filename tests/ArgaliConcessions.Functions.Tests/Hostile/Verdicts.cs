using System.Net.Http.Headers;
using System.Text.Json;

namespace ArgaliConcessions.Functions.Tests.Hostile;

/// <summary>What a refusal must look like, told as sentences so that one test can show all that is wrong at once.</summary>
internal static class Verdicts
{
    /// <summary>Null for a problem+json with a status of 4xx; else what is wrong.</summary>
    public static async Task<string?> RefusalFaultAsync(HttpResponseMessage answer, string what) => (await ReadAsync(answer, what)).Fault;

    /// <summary>As above, and one of its errors names the pointer, a place within it, or the parameter.</summary>
    public static async Task<string?> NamingFaultAsync(HttpResponseMessage answer, string what, string pointer)
    {
        var (fault, problem) = await ReadAsync(answer, what);
        if (fault is not null) return fault;
        return Named(problem).Any(n => n == pointer || n.StartsWith(pointer + "/", StringComparison.Ordinal) || IsPositionOf(n, pointer)) ? null : $"{what}: nothing at {pointer} in {problem}";
    }

    /// <summary>The pointers and parameters that a problem's errors name.</summary>
    public static IEnumerable<string> Named(JsonElement problem) => !problem.TryGetProperty("errors", out var errors) ? [] :
        errors.EnumerateArray().SelectMany(e => new[] { "pointer", "parameter", "column" }.Where(n => e.TryGetProperty(n, out _)).Select(n => e.GetProperty(n).GetString()!));

    // A coordinate's place is its position, or the ring that it spoils.
    private static bool IsPositionOf(string named, string pointer) => named.Contains("/coordinates", StringComparison.Ordinal) && pointer.StartsWith(named + "/", StringComparison.Ordinal);

    private static async Task<(string? Fault, JsonElement Problem)> ReadAsync(HttpResponseMessage answer, string what)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode is < 400 or >= 500) return ($"{what}: {(int)answer.StatusCode} {Cut(text)}", default);
        if (!Equals(answer.Content.Headers.ContentType, new MediaTypeHeaderValue("application/problem+json", "utf-8"))) return ($"{what}: no problem+json but {answer}", default);
        var problem = JsonDocument.Parse(text).RootElement;
        var sound = problem.GetProperty("status").GetInt32() == (int)answer.StatusCode
            && problem.GetProperty("type").GetString() == $"/problems/{problem.GetProperty("code").GetString()}"
            && problem.GetProperty("title").GetString() is { Length: > 0 } title && !title.Contains("refusal.", StringComparison.Ordinal);
        return (sound ? null : $"{what}: {Cut(text)}", problem);
    }

    private static string Cut(string text) => text.Length > 400 ? text[..400] : text;
}
