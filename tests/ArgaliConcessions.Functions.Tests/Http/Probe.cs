using System.Security.Cryptography;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Tokens;
using ArgaliConcessions.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Endpoint = ArgaliConcessions.Functions.Http.Endpoint;

namespace ArgaliConcessions.Functions.Tests.Http;

/// <summary>One route at <c>/api/probe</c> behind the endpoint helper, to test the helper itself.</summary>
public sealed class Probe : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Probe(WebApplication app) => _app = app;

    public ManualTime Time => (ManualTime)_app.Services.GetRequiredService<TimeProvider>();

    public HostKey Key => _app.Services.GetRequiredService<HostKey>();

    public TestLog Log => _app.Services.GetRequiredService<TestLog>();

    public IServiceProvider Services => _app.Services;

    public static Task<Probe> StartAsync(Access access, Func<Call, CancellationToken, Task<IResult>> work) => StartAsync(access, Intake.Json, work);

    public static async Task<Probe> StartAsync(Access access, Intake intake, Func<Call, CancellationToken, Task<IResult>> work)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        var log = new TestLog();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton(log).AddSingleton<TimeProvider>(new ManualTime()).AddSingleton<IRecordStore>(TestStores.InMemory())
            .AddSingleton(_ => new HostKey(ECDsa.Create(ECCurve.NamedCurves.nistP256))).AddSingleton<TokenIssuer>()
            .AddArgaliConcessions(builder.Configuration);
        var app = builder.Build();
        app.Map("/api/probe", (RequestDelegate)(http => app.Services.GetRequiredService<Endpoint>().RunAsync(http.Request, access, intake, work)));
        await app.StartAsync();
        return new Probe(app);
    }

    /// <summary>A client with a bearer token; null for none.</summary>
    public HttpClient Client(string? token)
    {
        var client = _app.GetTestClient();
        client.BaseAddress = new Uri("http://localhost/api/");
        if (token is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return client;
    }

    public HttpClient Client(Role role, params string[] concessions) => Client(Services.GetRequiredService<TokenIssuer>().Issue(role, concessions));

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>Keeps what is logged.</summary>
public sealed class TestLog : ILoggerProvider, ILogger
{
    private readonly List<(LogLevel Level, string Text)> _lines = [];

    public IReadOnlyList<(LogLevel Level, string Text)> Lines
    {
        get
        {
            lock (_lines) return [.. _lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines) _lines.Add((logLevel, $"{formatter(state, exception)} {exception}"));
    }

    public void Dispose()
    {
    }
}
