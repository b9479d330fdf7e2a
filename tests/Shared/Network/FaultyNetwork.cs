using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace ArgaliConcessions.Tests;

/// <summary>A proxy between the program and Azurite, which mishaps befall: in turn, or drawn by a seed.</summary>
public sealed class FaultyNetwork : IAsyncDisposable
{
    private static readonly string[] NotPassedOn = ["Host", "Connection", "Transfer-Encoding", "Keep-Alive", "Content-Length", "Expect"];
    private readonly WebApplication app;
    private readonly HttpClient service = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None });
    private readonly int servicePort = Azurite.Port;
    private Func<bool, NetworkMishap> draw = _ => NetworkMishap.None;
    private int requests, mishaps;

    private FaultyNetwork(WebApplication app) => this.app = app;

    public int Port => new Uri(app.Urls.Single()).Port;

    /// <summary>How late what is late comes; longer than an attempt takes in the test that has any.</summary>
    public int LateMilliseconds { get; set; } = 40;

    /// <summary>Requests so far.</summary>
    public int Requests => requests;

    /// <summary>Requests to which something happened.</summary>
    public int Mishaps => mishaps;

    /// <summary>Listens on a free port of this machine.</summary>
    public static async Task<FaultyNetwork> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var network = new FaultyNetwork(builder.Build());
        network.app.Run(network.MeetAsync);
        await network.app.StartAsync();
        return network;
    }

    /// <summary>These mishaps to the next commits, one each, then none.</summary>
    public void OnCommits(params NetworkMishap[] inTurn)
    {
        var next = -1;
        draw = commit => commit && Interlocked.Increment(ref next) is var turn && turn < inTurn.Length ? inTurn[turn] : NetworkMishap.None;
    }

    /// <summary>These mishaps to the next reads, one each, then none.</summary>
    public void OnReads(params NetworkMishap[] inTurn)
    {
        var next = -1;
        draw = commit => !commit && Interlocked.Increment(ref next) is var turn && turn < inTurn.Length ? inTurn[turn] : NetworkMishap.None;
    }

    /// <summary>These mishaps to the next requests, one each, then none.</summary>
    public void OnEach(params NetworkMishap[] inTurn)
    {
        var next = -1;
        draw = _ => Interlocked.Increment(ref next) is var turn && turn < inTurn.Length ? inTurn[turn] : NetworkMishap.None;
    }

    /// <summary>Every kind of mishap, to this share of all requests, from now on.</summary>
    public void Draw(int seed, double share)
    {
        var random = new SeededRandom(seed);
        var all = Enum.GetValues<NetworkMishap>();
        draw = _ => random.Next() < share ? all[1 + random.Next(all.Length - 1)] : NetworkMishap.None;
    }

    /// <summary>Nothing happens any more.</summary>
    public void Calm() => draw = _ => NetworkMishap.None;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        service.Dispose();
    }

    private async Task MeetAsync(HttpContext met)
    {
        var target = met.Features.Get<IHttpRequestFeature>()!.RawTarget;
        Interlocked.Increment(ref requests);
        var mishap = draw(target.Contains("$batch", StringComparison.Ordinal));
        if (mishap != NetworkMishap.None) Interlocked.Increment(ref mishaps);
        await MeetAsync(met, target, mishap);
    }

    private Task MeetAsync(HttpContext met, string target, NetworkMishap mishap) => mishap switch
    {
        NetworkMishap.CutBefore => Cut(met),
        NetworkMishap.Busy => AnswerAsync(met, 503, "ServerBusy", retryAfter: true),
        NetworkMishap.Throttled => AnswerAsync(met, 429, "TooManyRequests", retryAfter: false),
        NetworkMishap.BrokenBefore => AnswerAsync(met, 500, "InternalError", retryAfter: false),
        _ => PassOnAsync(met, target, mishap),
    };

    private async Task PassOnAsync(HttpContext met, string target, NetworkMishap mishap)
    {
        using var message = await MessageAsync(met.Request, target);
        await Task.Delay(mishap switch { NetworkMishap.Delayed => 40, NetworkMishap.Late => LateMilliseconds, _ => 0 });
        using var reply = await service.SendAsync(message);
        var body = await reply.Content.ReadAsByteArrayAsync();
        await (mishap switch
        {
            NetworkMishap.ReplyDropped => Cut(met),
            NetworkMishap.BrokenAfter => AnswerAsync(met, 500, "InternalError", retryAfter: false),
            NetworkMishap.BusyAfter => AnswerAsync(met, 503, "ServerBusy", retryAfter: true),
            NetworkMishap.Garbled => WriteAsync(met, 200, "text/html", "<html><body>Sign in to the mountain inn's network</body></html>"u8.ToArray()),
            NetworkMishap.ForeignNotFound => WriteAsync(met, 404, "text/html", "<html><body>No such page here</body></html>"u8.ToArray()),
            NetworkMishap.ForeignPrecondition => WriteAsync(met, 412, "text/html", "<html><body>Accept the terms first</body></html>"u8.ToArray()),
            NetworkMishap.NoParts => WriteAsync(met, 202, "multipart/mixed; boundary=batchresponse_x", "--batchresponse_x--\r\n"u8.ToArray()),
            _ => ReturnAsync(met, reply, body, torn: mishap == NetworkMishap.ReplyTorn),
        });
    }

    private async Task<HttpRequestMessage> MessageAsync(HttpRequest request, string target)
    {
        // The signature covers the path as it was sent.
        var address = new Uri($"http://127.0.0.1:{servicePort}{target}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var message = new HttpRequestMessage(new HttpMethod(request.Method), address);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (body.Length > 0) message.Content = new ByteArrayContent(body.ToArray());
        foreach (var (name, values) in request.Headers.Where(header => !NotPassedOn.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.ToArray())) message.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        return message;
    }

    private static async Task ReturnAsync(HttpContext met, HttpResponseMessage reply, byte[] body, bool torn)
    {
        var answer = met.Response;
        answer.StatusCode = (int)reply.StatusCode;
        foreach (var (name, values) in reply.Headers.Concat(reply.Content.Headers).Where(header => !NotPassedOn.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            answer.Headers[name] = values.ToArray();

        // One byte more than ever comes, so that the reader knows that it was torn.
        answer.ContentLength = torn ? body.Length + 1 : body.Length;
        await answer.Body.WriteAsync(torn ? body.AsMemory(0, body.Length / 2) : body);
        if (!torn) return;
        await answer.Body.FlushAsync();
        met.Abort();
    }

    private static Task Cut(HttpContext met)
    {
        met.Abort();
        return Task.CompletedTask;
    }

    private static Task AnswerAsync(HttpContext met, int status, string code, bool retryAfter)
    {
        if (retryAfter) met.Response.Headers.RetryAfter = "1";
        return WriteAsync(met, status, "application/json", Encoding.UTF8.GetBytes($$"""{"odata.error":{"code":"{{code}}","message":{"lang":"en-US","value":"Invented by a test."} } }"""));
    }

    private static async Task WriteAsync(HttpContext met, int status, string type, byte[] body)
    {
        (met.Response.StatusCode, met.Response.ContentType, met.Response.ContentLength) = (status, type, body.Length);
        await met.Response.Body.WriteAsync(body);
    }
}
