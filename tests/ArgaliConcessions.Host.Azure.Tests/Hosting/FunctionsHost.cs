using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Host.Azure.Tests.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace ArgaliConcessions.Host.Azure.Tests.Hosting;

/// <summary>
/// Plays the Functions host towards the real worker process: starts it, shakes hands over gRPC, loads its functions, and serves HTTP through it.
/// The worker is killed at the end in every case.
/// </summary>
/// <example><code>
/// await using var host = await FunctionsHost.StartAsync(WorkerSettings.WithStore());
/// var answer = await host.Client().GetAsync("health");
/// </code></example>
internal sealed class FunctionsHost : IAsyncDisposable
{
    /// <summary>What the Functions host lets through: 100 MiB.</summary>
    private const long LargestRequest = 104_857_600;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WorkerSettings _settings;
    private readonly WorkerChannel _channel;
    private readonly List<IAsyncDisposable> _servers = [];
    private readonly List<HttpClient> _clients = [];
    private WorkerProcess? _process;
    private FrontDoor? _door;
    private Uri? _address;

    private FunctionsHost(WorkerSettings settings)
    {
        _settings = settings;
        _channel = new WorkerChannel(Log);
    }

    public WorkerLog Log { get; } = new();

    /// <summary>What the worker said it can do.</summary>
    public IReadOnlyDictionary<string, string> Capabilities { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The functions as the worker reported them.</summary>
    public IReadOnlyList<ReportedFunction> Functions { get; private set; } = [];

    /// <summary>From starting the process to the last function loaded.</summary>
    public TimeSpan StartupTime { get; private set; }

    public WorkerProcess Process => _process!;

    /// <exception cref="InvalidOperationException">The worker did not come up; the message holds all it said.</exception>
    public static async Task<FunctionsHost> StartAsync(WorkerSettings settings)
    {
        var host = new FunctionsHost(settings);
        try
        {
            await host.StartAsync();
            return host;
        }
        catch (Exception fault)
        {
            await host.DisposeAsync();
            throw new InvalidOperationException($"The worker did not come up: {fault.Message}\n{host.Log}", fault);
        }
    }

    /// <summary>A client of a role, or without a token; addresses are relative to the prefix.</summary>
    public HttpClient Client(Role? role = null)
    {
        var client = new HttpClient { BaseAddress = new Uri(_address!, $"{Prefix()}/"), Timeout = Patience };
        if (role is { } known) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _settings.Token(known));
        _clients.Add(client);
        return client;
    }

    /// <summary>What came of each HTTP request so far, once none is under way: a caller has the answer a little before the host is done with it.</summary>
    public Task<IReadOnlyList<HttpInvocation>> InvocationsAsync() => _door!.InvocationsAsync().WaitAsync(Patience);

    /// <summary>Fires a timer, as the host does when its schedule comes round.</summary>
    public async Task<InvocationResponse> FireTimerAsync(string name)
    {
        var function = Functions.Single(f => f.Name == name);
        const string Timer = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"2026-11-01T00:00:00Z","Next":"2026-11-01T00:05:00Z","LastUpdated":"2026-11-01T00:00:00Z"},"IsPastDue":false}""";
        var request = new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(),
            FunctionId = function.Metadata.FunctionId,
            TraceContext = FrontDoor.Trace(),
            InputData = { new ParameterBinding { Name = function.Parameter, Data = new TypedData { Json = Timer } } },
        };
        return (await _channel.AskAsync(new StreamingMessage { InvocationRequest = request }, Patience)).InvocationResponse;
    }

    /// <summary>Asks whether the worker is well, as the host does while it decides on more instances.</summary>
    public Task<StreamingMessage> AskStatusAsync() => _channel.AskAsync(new StreamingMessage { WorkerStatusRequest = new WorkerStatusRequest() }, Patience);

    /// <summary>Tells the worker to end, and waits until it has.</summary>
    /// <returns>How long it took.</returns>
    /// <exception cref="TimeoutException">It is still there when the grace period is over; the host would kill it then.</exception>
    public async Task<TimeSpan> TerminateAsync(TimeSpan gracePeriod)
    {
        var clock = Stopwatch.StartNew();
        await _channel.TerminateAsync(gracePeriod);
        await Process.Exited.WaitAsync(gracePeriod);
        return clock.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        _process?.Dispose();
        foreach (var client in _clients) client.Dispose();
        foreach (var server in _servers) await server.DisposeAsync();
        _door?.Dispose();
        _settings.Dispose();
    }

    private async Task StartAsync()
    {
        var grpc = await ServeAsync(HttpProtocols.Http2, services => services.AddSingleton(_channel).AddGrpc(o => o.MaxReceiveMessageSize = null), app => app.MapGrpcService<WorkerChannel>());
        var clock = Stopwatch.StartNew();
        var id = Guid.NewGuid().ToString();
        _process = WorkerProcess.Start(grpc, id, _settings, Log);
        await ShakeHandsAsync(id);
        await LoadAsync();
        StartupTime = clock.Elapsed;
        _address = await ServeAsync(HttpProtocols.Http1, services => services.AddRouting().AddHttpForwarder(), app =>
        {
            _door = new FrontDoor(_channel, new Uri(Capabilities["HttpUri"]), Prefix(), app.Services.GetRequiredService<IHttpForwarder>());
            app.UseRouter(_door.Routes(Functions, app.Services));
        });
    }

    private async Task ShakeHandsAsync(string workerId)
    {
        // A worker that gives up says why on its way out: that is worth more than a timeout.
        if (await Task.WhenAny(_channel.Started, Process.Exited).WaitAsync(Patience) == Process.Exited) throw new InvalidOperationException($"It ended with {Process.ExitCode}.");
        var started = await _channel.Started;
        if (started.WorkerId != workerId) throw new InvalidOperationException($"It calls itself {started.WorkerId}.");
        var init = new WorkerInitRequest { HostVersion = "4.0.0.0", WorkerDirectory = WorkerProcess.Folder, FunctionAppDirectory = WorkerProcess.Folder };
        var answer = (await _channel.AskAsync(new StreamingMessage { WorkerInitRequest = init }, Patience)).WorkerInitResponse;
        Demand(answer.Result, "init");
        Capabilities = answer.Capabilities.ToDictionary(StringComparer.Ordinal);
    }

    private async Task LoadAsync()
    {
        var request = new StreamingMessage { FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = WorkerProcess.Folder } };
        var answer = (await _channel.AskAsync(request, Patience)).FunctionMetadataResponse;
        Demand(answer.Result, "metadata");
        if (answer.UseDefaultMetadataIndexing) throw new InvalidOperationException("It leaves it to the host to find its functions.");
        Functions = [.. answer.FunctionMetadataResults.Select(m => new ReportedFunction(m))];
        var loads = Functions.Select(f => _channel.AskAsync(
            new StreamingMessage { FunctionLoadRequest = new FunctionLoadRequest { FunctionId = f.Metadata.FunctionId, Metadata = f.Metadata } }, Patience));
        foreach (var load in await Task.WhenAll(loads)) Demand(load.FunctionLoadResponse.Result, load.FunctionLoadResponse.FunctionId);
    }

    private async Task<Uri> ServeAsync(HttpProtocols protocols, Action<IServiceCollection> register, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = protocols);
        });
        register(builder.Services);
        var app = builder.Build();
        _servers.Add(app);
        map(app);
        await app.StartAsync();
        return new Uri(app.Urls.Single());
    }

    private static void Demand(StatusResult result, string step)
    {
        if (result.Status != StatusResult.Types.Status.Success) throw new InvalidOperationException($"{step}: {result.Exception?.Message} {result.Exception?.StackTrace}");
    }

    private static string Prefix()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(WorkerProcess.Folder, "host.json")));
        return file.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString()!;
    }
}
