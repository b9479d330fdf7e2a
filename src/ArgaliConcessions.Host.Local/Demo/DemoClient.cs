using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ArgaliConcessions.Host.Local.Demo;

/// <summary>Speaks to the program's own HTTP API as its authority, so that the demo goes through every check that anyone else meets.</summary>
internal sealed class DemoClient : IDisposable
{
    /// <summary>A tag that no revision bears: what exists is not changed under it.</summary>
    private const string NoTag = "\"0.0\"";
    private const string AnyTag = "*";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly HttpClient _http;

    /// <param name="api">The address of the API with its prefix and a slash at the end.</param>
    public DemoClient(Uri api, string token)
    {
        _http = new HttpClient { BaseAddress = api };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <exception cref="DemoException">It was refused.</exception>
    public async Task PutAsync(LawEntry entry, CancellationToken cancellationToken) =>
        await ReadAsync(await SendAsync(entry, ifMatch: null, cancellationToken), entry.Path, cancellationToken);

    /// <summary>Adds a revision to what is there.</summary>
    /// <exception cref="DemoException">It was refused.</exception>
    public async Task ChangeAsync(LawEntry entry, CancellationToken cancellationToken) =>
        await ReadAsync(await SendAsync(entry, AnyTag, cancellationToken), entry.Path, cancellationToken);

    /// <summary>Whether the register holds this already; asks without changing anything.</summary>
    public async Task<bool> HoldsAsync(LawEntry entry, CancellationToken cancellationToken)
    {
        // What says the same as the register is answered with success whatever the condition.
        using var answer = await SendAsync(entry, NoTag, cancellationToken);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Null when there is no such thing; an authority that is not registered yet is no fault here.</summary>
    /// <exception cref="DemoException">It was refused.</exception>
    public async Task<JsonNode?> FindAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await _http.GetAsync(path, cancellationToken);
        if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Conflict)) return await ReadAsync(answer, path, cancellationToken);
        answer.Dispose();
        return null;
    }

    /// <exception cref="DemoException">It was refused.</exception>
    public async Task<JsonNode?> PostAsync(string path, JsonObject body, string idempotencyKey, CancellationToken cancellationToken)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await ReadAsync(await PostAsync(path, content, idempotencyKey, cancellationToken), path, cancellationToken);
    }

    /// <summary>Imports a list and waits until it is applied to the end.</summary>
    /// <exception cref="DemoException">It was refused, or broke off.</exception>
    public Task ImportAsync(DemoList list, byte[] bytes, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        // The key goes by the content: the same list again is the same request, another state of it is another.
        var key = $"demo-{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
        return FollowAsync($"imports/{list.Kind}?source={list.Source}", content, key, cancellationToken);
    }

    /// <summary>Sweeps and waits for the end.</summary>
    /// <returns>The run.</returns>
    /// <exception cref="DemoException">It was refused, or failed.</exception>
    public Task<JsonNode> SweepAsync(string idempotencyKey, CancellationToken cancellationToken) =>
        FollowAsync("compliance/runs", new StringContent("{}", Encoding.UTF8, "application/json"), idempotencyKey, cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(LawEntry entry, string? ifMatch, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, entry.Path);
        request.Content = new StringContent(entry.Body.ToJsonString(), Encoding.UTF8, "application/json");
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await _http.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, HttpContent content, string idempotencyKey, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await _http.SendAsync(request, cancellationToken);
    }

    private async Task<JsonNode> FollowAsync(string path, HttpContent content, string idempotencyKey, CancellationToken cancellationToken)
    {
        using var begun = content;
        var answer = await PostAsync(path, content, idempotencyKey, cancellationToken);
        var location = answer.Headers.Location;
        await ReadAsync(answer, path, cancellationToken);
        if (location is null) throw new DemoException(path, "202 without Location");
        while (true)
        {
            var work = await ReadAsync(await _http.GetAsync(location, cancellationToken), path, cancellationToken);
            if ((string?)work?["state"] is "done" or "complete") return work!;
            if ((string?)work?["state"] is "failed") throw new DemoException(path, work!.ToJsonString());
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static async Task<JsonNode?> ReadAsync(HttpResponseMessage answer, string path, CancellationToken cancellationToken)
    {
        using var read = answer;
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode) throw new DemoException(path, $"{(int)answer.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}

/// <summary>The program refused a part of its own demo: a fault of the program or its data, not of the person who asked for it.</summary>
internal sealed class DemoException(string path, string answer) : Exception($"The demo broke off at {path}: {answer}");
