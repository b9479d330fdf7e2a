using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ArgaliConcessions.Functions.Tests.Http;

/// <summary>Short words for sending and reading JSON in tests.</summary>
public static class HttpAnswers
{
    public static StringContent Json(string body, string type = "application/json") => new(body, Encoding.UTF8, type);

    /// <summary>PUTs JSON, with If-Match when a tag is given (as in the ETag header, with quotes).</summary>
    public static Task<HttpResponseMessage> PutJsonAsync(this HttpClient client, string route, string body, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, route) { Content = Json(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }

    /// <summary>POSTs JSON, with an Idempotency-Key when one is given.</summary>
    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string route, string body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, route) { Content = Json(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }

    /// <summary>POSTs a list as CSV.</summary>
    public static Task<HttpResponseMessage> PostListAsync(this HttpClient client, string route, string list, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, route) { Content = Json(list, "text/csv") };
        request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }

    /// <summary>The JSON of an answer whose status is as expected; else the test fails and shows the answer.</summary>
    public static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> sending, HttpStatusCode expected)
    {
        using var answer = await sending;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}, not {(int)expected}: {text}");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>A problem+json of this status and code.</summary>
    public static async Task<JsonElement> ProblemAsync(this Task<HttpResponseMessage> sending, HttpStatusCode expected, string code)
    {
        var answer = await sending;
        Assert.Equal(new MediaTypeHeaderValue("application/problem+json", "utf-8"), answer.Content.Headers.ContentType);
        var problem = await sending.JsonAsync(expected);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal($"/problems/{code}", problem.GetProperty("type").GetString());
        return problem;
    }

    /// <summary>The faults of a problem as <c>place code</c>: the JSON pointer or the parameter, then the code.</summary>
    public static string[] Errors(this JsonElement problem) => [.. problem.GetProperty("errors").EnumerateArray().Select(e =>
        $"{(e.TryGetProperty("pointer", out var pointer) ? pointer.GetString() : e.GetProperty("parameter").GetString())} {e.GetProperty("code").GetString()}")];
}
