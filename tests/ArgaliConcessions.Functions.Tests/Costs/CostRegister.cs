using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Tests.Compliance;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Permits;
using ArgaliConcessions.Functions.Tests.Registry;
using ArgaliConcessions.Host.Local.Timers;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ArgaliConcessions.Functions.Tests.Costs;

/// <summary>
/// A host whose table counts. Its clock stands still, so that law read once stays fresh, and nobody takes up jobs but
/// who is told to: what is counted between two lines of a test is what stands between them.
/// </summary>
internal sealed class CostRegister : IAsyncDisposable
{
    private readonly LocalHost _host;
    private CountingTable _table = null!;
    private int _keys;
    private int _hunters;

    private CostRegister() => _host = new LocalHost { AroundStore = inner => _table = new CountingTable(inner) };

    public static async Task<CostRegister> StartAsync()
    {
        var register = new CostRegister();
        await register._host.InitializeAsync();
        register._host.Clock.Stop();
        await register.StopPumpAsync();
        return register;
    }

    public HttpClient Authority => _host.Authority;

    public HttpClient Inspector => _host.Inspector;

    /// <summary>The authority's token, for whoever signs in with it.</summary>
    public string Token => _host.Token(Role.Authority);

    /// <summary>The concession that most is asked about.</summary>
    public Hunt North { get; } = new(new Ground("north", "NOR", 73, 38));

    /// <summary>Addresses that cases have learnt from each other, by a word of their own.</summary>
    public Dictionary<string, string> Known { get; } = new(StringComparer.Ordinal);

    /// <summary>A lawful request for a hunter who has no other permit.</summary>
    public JsonObject Request() => North.Request().With("hunter/documentNumber", FormattableString.Invariant($"C{++_hunters:00000}"));

    public string NextKey() => FormattableString.Invariant($"key-{++_keys}");

    public void Advance(TimeSpan by) => _host.Clock.Advance(by);

    /// <summary>A start of the program on the records that are there: nothing is in memory.</summary>
    public async Task RestartAsync()
    {
        await _host.RestartAsync();
        await StopPumpAsync();
    }

    /// <summary>Counts what is done meanwhile.</summary>
    public async Task<Operations> CountAsync(Func<Task> act)
    {
        var before = _table.Counted;
        await act();
        return _table.Counted - before;
    }

    /// <summary>Counts one request, whose answer must be a success and is read to its end.</summary>
    public Task<Operations> CountAsync(HttpRequestMessage request, HttpClient? caller = null) => CountAsync(async () =>
    {
        using var answer = await (caller ?? Authority).SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{request.Method} {request.RequestUri}: {text}");
    });

    /// <summary>Has the law read that the next request asks for, the map and the north.</summary>
    public async Task FreshenAsync()
    {
        // Else what is younger than that would be believed, without a look at what has changed.
        Advance(TimeSpan.FromSeconds(31));
        foreach (var route in new[] { "concessions/north/zones/valley", "zones?lon=73.1&lat=38.1", "seasons" }) await Authority.GetAsync(route).JsonAsync(HttpStatusCode.OK);
    }

    public Task TimerAsync(string function) => _host.RunTimerAsync(function);

    /// <summary>Imports a list and works it off.</summary>
    public async Task ImportAsync(string route, string csv)
    {
        using var request = Post(route, csv, "text/csv");
        await Authority.SendAsync(request).JsonAsync(HttpStatusCode.Accepted);
        await TimerAsync("RunJobs");
    }

    /// <summary>Asks for a sweep, and answers its id; it is done when <c>RunJobs</c> has run.</summary>
    public async Task<string> AskForSweepAsync()
    {
        using var request = Post("compliance/runs", "");
        return (await Authority.SendAsync(request).JsonAsync(HttpStatusCode.Accepted)).Text("id");
    }

    public async Task PutAsync(string route, JsonObject body) => await Authority.PutJsonAsync(route, body.ToJsonString()).JsonAsync(HttpStatusCode.Created);

    public Task<JsonElement> ReadAsync(string route) => Authority.GetAsync(route).JsonAsync(HttpStatusCode.OK);

    /// <summary>A POST with a key of its own.</summary>
    public HttpRequestMessage Post(string route, string body, string type = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, route) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("Idempotency-Key", NextKey());
        return request;
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    /// <summary>Jobs wait for the timer; else they would run while the request that made them is counted.</summary>
    private Task StopPumpAsync() => _host.Services.GetServices<IHostedService>().OfType<JobPump>().Single().StopAsync(CancellationToken.None);
}
