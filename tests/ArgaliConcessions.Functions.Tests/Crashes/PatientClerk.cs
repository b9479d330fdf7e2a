using System.Net;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Crashes;

/// <summary>Does what the answers ask for: sends the same request again, with the same key, as long as the register cannot be reached.</summary>
internal static class PatientClerk
{
    private const int Attempts = 60;

    /// <summary>Issues a permit and answers status and body of the one answer that settles it.</summary>
    public static Task<(HttpStatusCode Status, string Body)> IssueAsync(HttpClient authority, string key, string? tag = null)
    {
        var body = tag is null ? SmallRegister.Permit() : SmallRegister.Permit().Replace("\"animals\":1", $"\"tag\":\"{tag}\",\"animals\":1", StringComparison.Ordinal);
        return SettleAsync(() => authority.PostJsonAsync("permits", body, key));
    }

    /// <summary>Sends a request until it is answered with something else than 503.</summary>
    public static async Task<(HttpStatusCode Status, string Body)> SettleAsync(Func<Task<HttpResponseMessage>> send)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var answer = await send();
            var body = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || attempt == Attempts) return (answer.StatusCode, body);
            Assert.Contains("problem+json", answer.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
            await Task.Delay(20);
        }
    }

    public static string NumberIn(string body) => System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("number").GetString()!;
}
