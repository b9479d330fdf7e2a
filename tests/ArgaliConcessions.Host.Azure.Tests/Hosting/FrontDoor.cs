using System.Collections.Concurrent;
using System.Text.Json;
using ArgaliConcessions.Host.Azure.Tests.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;

namespace ArgaliConcessions.Host.Azure.Tests.Hosting;

/// <summary>
/// What the Functions host does with an HTTP request: it takes the first route that fits, in the alphabetical order of the functions' names (a literal
/// segment does not outrank a placeholder), forwards the request to the worker's own HTTP server, and has the worker run the function on it.
/// </summary>
internal sealed class FrontDoor(WorkerChannel channel, Uri worker, string prefix, IHttpForwarder forwarder) : IDisposable
{
    /// <summary>Ties a forwarded request to the invocation that runs on it.</summary>
    public const string InvocationHeader = "x-ms-invocation-id";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly HttpMessageInvoker _client = new(new PatientHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }));
    private readonly ConcurrentQueue<HttpInvocation> _invocations = new();
    private int _underWay;

    /// <summary>What came of each request, in the order in which they ended, once none is under way.</summary>
    public async Task<IReadOnlyList<HttpInvocation>> InvocationsAsync()
    {
        while (Volatile.Read(ref _underWay) > 0) await Task.Delay(TimeSpan.FromMilliseconds(5));
        return [.. _invocations];
    }

    /// <summary>Routes of a kind that ASP.NET Core keeps for such hosts: taken in their order, none outranks another.</summary>
    public RouteCollection Routes(IEnumerable<ReportedFunction> functions, IServiceProvider services)
    {
        var routes = new RouteCollection();
        var constraints = services.GetRequiredService<IInlineConstraintResolver>();
        foreach (var function in functions.Where(f => f.IsHttp).OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase))
        {
            var methods = new Dictionary<string, object>(StringComparer.Ordinal);
            if (function.Methods is { } named) methods.Add("httpMethod", new HttpMethodRouteConstraint(named));
            var template = prefix.Length == 0 ? function.Route : $"{prefix}/{function.Route}";
            routes.Add(new Route(new RouteHandler(http => ServeAsync(http, function)), function.Name, template, [], methods, [], constraints));
        }

        return routes;
    }

    public void Dispose() => _client.Dispose();

    private async Task ServeAsync(HttpContext http, ReportedFunction function)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            _invocations.Enqueue(await InvokeAsync(http, function));
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task<HttpInvocation> InvokeAsync(HttpContext http, ReportedFunction function)
    {
        var id = Guid.NewGuid().ToString();
        var request = new InvocationRequest
        {
            InvocationId = id,
            FunctionId = function.Metadata.FunctionId,
            TraceContext = Trace(),
            InputData = { new ParameterBinding { Name = function.Parameter, Data = new TypedData { Http = new RpcHttp() } } },
        };
        foreach (var (name, value) in TriggerMetadata(http)) request.TriggerMetadata[name] = value;
        // A caller's own header of this name must not reach the worker.
        http.Request.Headers[InvocationHeader] = id;
        var path = http.Request.Path.Value!;
        var forwarding = forwarder.SendAsync(http, worker.AbsoluteUri, _client, new ForwarderRequestConfig { ActivityTimeout = Patience }).AsTask();
        var asking = channel.AskAsync(new StreamingMessage { InvocationRequest = request }, Patience);
        await using var cancelling = http.RequestAborted.Register(() => channel.Cancel(id));
        var answer = await asking;
        return new HttpInvocation(function.Name, $"{http.Request.Method} {path}", await forwarding, answer.InvocationResponse);
    }

    /// <summary>What the host knows of the request by name: the query, over it the route's values; both whole collections beside them.</summary>
    private static Dictionary<string, TypedData> TriggerMetadata(HttpContext http)
    {
        var known = new Dictionary<string, TypedData>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in http.Request.Query.Where(q => q.Key != "code")) known[name] = new TypedData { String = value.ToString() };
        foreach (var (name, value) in http.GetRouteData().Values.Where(v => v.Value is not null)) known[name] = new TypedData { String = (string)value! };
        known["Query"] = new TypedData { Json = JsonSerializer.Serialize(http.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal)) };
        known["Headers"] = new TypedData { Json = JsonSerializer.Serialize(http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.Ordinal)) };
        return known;
    }

    /// <summary>The worker expects one with each invocation.</summary>
    internal static RpcTraceContext Trace() => new() { TraceParent = $"00-{Guid.NewGuid():N}-{Guid.NewGuid().ToString("N")[..16]}-00", TraceState = "" };
}

/// <summary>
/// Tries again while nobody listens: a worker reports itself ready a little before its HTTP server is, and the Functions host bears with that too.
/// </summary>
internal sealed class PatientHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int Attempts = 10;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConnectionError && attempt < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt), cancellationToken);
            }
        }
    }
}

/// <param name="Request">Method and path.</param>
/// <param name="Forwarding">How forwarding to the worker went.</param>
/// <param name="Response">What the worker said of the invocation over gRPC.</param>
internal sealed record HttpInvocation(string Function, string Request, ForwarderError Forwarding, InvocationResponse Response);
