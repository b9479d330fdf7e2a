using System.Diagnostics;
using System.Net;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Crashes;

/// <summary>Does what the answers ask for: sends the same request again, with the same key, as long as the register cannot be reached.</summary>
internal static class PatientClerk
{
    private const int Attempts = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Issues a permit and answers status and body of the one answer that settles it.</summary>
    public static Task<(HttpStatusCode Status, string Body)> IssueAsync(HttpClient authority, string key, string? tag = null)
    {
        var body = tag is null ? SmallRegister.Permit() : SmallRegister.Permit().Replace("\"animals\":1", $"\"tag\":\"{tag}\",\"animals\":1", StringComparison.Ordinal);
        return SettleAsync(() => authority.PostJsonAsync("permits", body, key));
    }

    /// <summary>Sends a request until it is answered with something else than 503.</summary>
    public static async Task<(HttpStatusCode Status, string Body)> SettleAsync(Func<Task<HttpResponseMessage>> send)
    {
        var answer = await AnswerAsync(send);
        return (answer.Status, answer.Body);
    }

    /// <summary>The same, with all of the answer that must be the same when the request is sent again.</summary>
    public static async Task<WholeAnswer> AnswerAsync(Func<Task<HttpResponseMessage>> send)
    {
        var waited = Stopwatch.StartNew();
        for (var attempt = 1; ; attempt++)
        {
            using var response = await send();
            var answer = await WholeAnswer.OfAsync(response);
            if (answer.Status != HttpStatusCode.ServiceUnavailable || attempt == Attempts || waited.Elapsed > Patience) return answer;
            Assert.Contains("problem+json", answer.ContentType, StringComparison.Ordinal);
            await Task.Delay(20);
        }
    }

    public static string NumberIn(string body) => System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("number").GetString()!;
}

/// <summary>What a client keeps of an answer; the body byte for byte, since a text that is not UTF-8 would not be read.</summary>
internal sealed record WholeAnswer(HttpStatusCode Status, string? ETag, Uri? Location, string ContentType, string Body)
{
    private static readonly System.Text.UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The version that it tells: the first number of its ETag.</summary>
    public int ReadVersion() => int.Parse(ETag!.Trim('"').Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<WholeAnswer> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode, response.Headers.ETag?.Tag, response.Headers.Location, response.Content.Headers.ContentType?.ToString() ?? "",
        Strict.GetString(await response.Content.ReadAsByteArrayAsync()));
}
