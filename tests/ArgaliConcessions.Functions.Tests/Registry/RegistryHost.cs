using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Registry;

/// <summary>A host with an authority and a hunting year; tests that share it register concessions of their own, far from each other.</summary>
public sealed class RegistryHost : IAsyncLifetime
{
    private int _concessions;

    public LocalHost Host { get; private set; } = null!;

    public HttpClient Authority => Host.Authority;

    public async Task InitializeAsync()
    {
        Host = await LocalHost.StartAsync();
        await Authority.PutJsonAsync("authority", Bodies.Authority().ToJsonString()).JsonAsync(HttpStatusCode.Created);
        await Authority.PutJsonAsync("years/2015", Bodies.Year(2015).ToJsonString()).JsonAsync(HttpStatusCode.Created);
    }

    public Task DisposeAsync() => Host.DisposeAsync();

    /// <summary>Registers a concession and gives it ground that no other test uses.</summary>
    public async Task<Ground> ConcessionAsync()
    {
        var number = Interlocked.Increment(ref _concessions);
        var id = $"test-{number}";
        await Authority.PutJsonAsync($"concessions/{id}", Bodies.Concession($"T{number}").ToJsonString()).JsonAsync(HttpStatusCode.Created);
        return new Ground(id, $"T{number}", -170 + (2 * (number % 160)), 10 + (2 * (number / 160)));
    }

    public Task<HttpResponseMessage> PutAsync(string route, JsonObject body, string? ifMatch = null) =>
        Authority.PutJsonAsync(route, body.ToJsonString(), ifMatch);

    /// <summary>PUTs and answers body and ETag.</summary>
    public async Task<(JsonElement Body, string ETag)> DoneAsync(string route, JsonObject body, HttpStatusCode expected, string? ifMatch = null)
    {
        var answer = await PutAsync(route, body, ifMatch);
        return (await Task.FromResult(answer).JsonAsync(expected), answer.Headers.ETag!.Tag);
    }
}

/// <summary>A concession of a test: west and south of a square of two degrees that is its own.</summary>
public sealed record Ground(string Id, string Code, double West, double South)
{
    public string Route => $"concessions/{Id}";
}
