using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Hostile;

/// <summary>A host with a small register in it, and a look at all that its store holds.</summary>
public sealed class HostileHost : IAsyncLifetime
{
    private readonly LocalHost _host = new();
    private int _keys;

    /// <summary>All HTTP functions but the catch-all.</summary>
    public static IReadOnlyList<FunctionEntry> Functions { get; } = new RouteTable().All;

    public LocalHost Host => _host;

    /// <summary>A permit of the register.</summary>
    public string Permit { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        await SmallRegister.EnterAsync(_host.Authority);
        Permit = await SmallRegister.IssueAsync(_host.Authority, "first");
    }

    public Task DisposeAsync() => _host.DisposeAsync();

    /// <summary>The address of a function, each placeholder filled with an id that exists, or with the one given.</summary>
    public string Address(FunctionEntry function, string? placeholder = null, string? value = null) => string.Join('/', function.Route.Split('/').Select(segment =>
        segment[0] != '{' ? segment : segment == placeholder ? value : Filled(segment, function.Route))) + Samples.Query(function.Name);

    /// <summary>The sample body with the permit's number in it.</summary>
    public string? Body(FunctionEntry function) =>
        (Samples.Bodies.GetValueOrDefault(function.Name) ?? Samples.Lists.GetValueOrDefault(function.Name))?.Replace("{number}", Permit, StringComparison.Ordinal);

    /// <summary>Sends as the authority, or whoever of the other roles may call, with a fresh Idempotency-Key on each POST.</summary>
    public async Task<HttpResponseMessage> SendAsync(FunctionEntry function, string address, HttpContent? content, Action<HttpRequestMessage>? change = null)
    {
        var caller = function.Name == "PutInspection" ? _host.Inspector : _host.Authority;
        var canonical = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var uri = new Uri($"{caller.BaseAddress}{address}", canonical);
        using var request = new HttpRequestMessage(new HttpMethod(function.Methods[0]), uri) { Content = content };
        if (function.Methods[0] == "POST") request.Headers.Add("Idempotency-Key", $"k{Interlocked.Increment(ref _keys)}");
        change?.Invoke(request);
        return await caller.SendAsync(request);
    }

    /// <summary>A hash of every row of the store, and how many there are.</summary>
    public Task<(long Rows, string Hash)> StoreAsync() => StorePrint.OfAsync(_host);

    private string Filled(string placeholder, string route) => placeholder switch
    {
        "{concession}" => "north",
        "{zone}" => "valley",
        "{season}" => "autumn",
        "{year}" => "2014",
        "{taxon}" => "polii",
        "{line}" => "rams",
        "{number}" => Permit,
        "{tag}" => "T-77",
        "{id}" when route.StartsWith("years", StringComparison.Ordinal) => "2014",
        _ => "some-thing",
    };
}
