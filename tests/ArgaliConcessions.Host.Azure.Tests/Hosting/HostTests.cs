using System.Net;
using System.Text;
using System.Text.Json;
using Xunit.Abstractions;

namespace ArgaliConcessions.Host.Azure.Tests.Hosting;

/// <summary>Tests on a shared worker: a failing one shows all that the worker has said.</summary>
public abstract class HostTests(WorkerFixture worker, ITestOutputHelper output) : IDisposable
{
    internal FunctionsHost Host => worker.Host;

    public void Dispose()
    {
        output.WriteLine(Host.Log.ToString());
        GC.SuppressFinalize(this);
    }

    internal static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    /// <summary>PUTs JSON, with If-Match when a tag is given.</summary>
    internal static async Task<HttpResponseMessage> PutAsync(HttpClient client, string route, string body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, route) { Content = Json(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await client.SendAsync(request);
    }

    /// <summary>The JSON of an answer whose status is as expected.</summary>
    internal static async Task<JsonElement> JsonAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}, not {(int)expected}: {text}");
        return JsonElement.Parse(text);
    }

    /// <summary>A problem+json of this status and code.</summary>
    internal static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, HttpStatusCode expected, string code)
    {
        var problem = await JsonAsync(answer, expected);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }
}
