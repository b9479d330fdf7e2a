using System.Net.Http.Headers;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Tokens;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Host.Local.Serving;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Tests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Tests.Http;

/// <summary>
/// The real local host in this process: Kestrel on a free port, the store under test, a clock that tests put
/// forward. Use it as a class fixture, or start one for a test that needs an empty store.
/// </summary>
/// <example><code>
/// var host = await LocalHost.StartAsync();
/// var answer = await host.Authority.GetAsync("concessions/demo-north");
/// </code></example>
public sealed class LocalHost : IAsyncLifetime
{
    private RunningServer? _server;
    private readonly List<HttpClient> _clients = [];

    /// <summary>Where the store and the key lie; deleted at the end.</summary>
    public string DataFolder { get; } = Directory.CreateTempSubdirectory("argali-").FullName;

    public TestClock Clock { get; } = new();

    /// <summary>A table around the store's own, for whoever counts; none when null.</summary>
    public Func<IRecordTable, IRecordTable>? AroundStore { get; init; }

    /// <summary>Settings that outrank those of the store under test; none when null. They are asked for with the data folder.</summary>
    public Func<string, IReadOnlyDictionary<string, string?>>? Settings { get; init; }

    public RunningServer Server => _server ?? throw new InvalidOperationException("The host is not running.");

    public IServiceProvider Services => Server.Services;

    /// <summary>A client of the authority; addresses are relative to <c>/api/</c>.</summary>
    public HttpClient Authority { get; private set; } = null!;

    public HttpClient Inspector { get; private set; } = null!;

    public HttpClient Auditor { get; private set; } = null!;

    /// <summary>A client without a token.</summary>
    public HttpClient Anonymous { get; private set; } = null!;

    public static async Task<LocalHost> StartAsync()
    {
        var host = new LocalHost();
        await host.InitializeAsync();
        return host;
    }

    public async Task InitializeAsync()
    {
        var overrides = Settings?.Invoke(DataFolder) ?? StoreUnderTest.Settings(DataFolder);
        var settings = new LocalSettings(DataFolder, 0, Clock) { RunTimers = false, Overrides = overrides, AroundStore = AroundStore };
        _server = await LocalServer.StartAsync(settings, CancellationToken.None);
        (Authority, Inspector, Auditor, Anonymous) = (ClientOf(Role.Authority), ClientOf(Role.Inspector), ClientOf(Role.Auditor), ClientWith(null));
    }

    public async Task DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(DataFolder, recursive: true);
    }

    /// <summary>A client of a holder of these concessions.</summary>
    public HttpClient Holder(params string[] concessions) => ClientOf(Role.Holder, concessions);

    /// <summary>A token of this host, as <c>scripts/token</c> prints it.</summary>
    public string Token(Role role, params string[] concessions) => Services.GetRequiredService<TokenIssuer>().Issue(role, concessions, TimeSpan.FromDays(3650));

    /// <summary>A client that sends this token, or none.</summary>
    public HttpClient ClientWith(string? token)
    {
        var client = new HttpClient { BaseAddress = new Uri(Server.Address, "api/") };
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _clients.Add(client);
        return client;
    }

    /// <summary>Runs a timer function by its name, as the clock would; what it throws comes out here.</summary>
    public Task RunTimerAsync(string function) => Services.GetRequiredService<FunctionInvoker>()
        .InvokeAsync(FunctionList.In(typeof(Registration).Assembly).Single(f => f.Name == function), new TimerInfo(), CancellationToken.None);

    /// <summary>Stops the host and starts it again on the same data.</summary>
    public async Task RestartAsync()
    {
        await Server.DisposeAsync();
        await InitializeAsync();
    }

    private HttpClient ClientOf(Role role, params string[] concessions) => ClientWith(Token(role, concessions));
}
