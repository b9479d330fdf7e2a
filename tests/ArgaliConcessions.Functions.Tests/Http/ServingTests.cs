using System.Text;
using System.Text.Json;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Functions.Tests.Architecture;
using ArgaliConcessions.Host.Local.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Endpoint = ArgaliConcessions.Functions.Http.Endpoint;

namespace ArgaliConcessions.Functions.Tests.Http;

/// <summary>The local host's own parts, and health when things go wrong.</summary>
public sealed class ServingTests
{
    private static readonly HostFile Narrow = new("api", 1, 2, TimeSpan.FromMinutes(10), new Dictionary<string, LogLevel>());

    [Fact]
    public async Task Throttle_BeyondItsPlaces_MakesOneWaitAndTurnsTheNextAway()
    {
        var release = new TaskCompletionSource();
        var atOnce = 0;
        using var throttle = new Throttle(async _ =>
        {
            Assert.Equal(1, Interlocked.Increment(ref atOnce));
            await release.Task;
            Interlocked.Decrement(ref atOnce);
        }, Narrow);
        var first = throttle.InvokeAsync(Context());
        var second = throttle.InvokeAsync(Context());
        var third = Context();
        await throttle.InvokeAsync(third);

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, third.Response.StatusCode);
        Assert.Equal("2", third.Response.Headers.RetryAfter);
        release.SetResult();
        await Task.WhenAll(first, second);
        var fourth = Context();
        await throttle.InvokeAsync(fourth);
        Assert.Equal(StatusCodes.Status200OK, fourth.Response.StatusCode);
    }

    [Fact]
    public async Task LastResort_OfAFailureOutsideTheEndpoint_AnswersInOurWords()
    {
        using var log = new TestLog();
        var http = Context();
        await new LastResort(_ => throw new InvalidOperationException("secret"), new Logger<LastResort>(new LoggerFactory([log]))).InvokeAsync(http);

        Assert.Equal("internal-error", Body(http).GetProperty("code").GetString());
        Assert.DoesNotContain("secret", Body(http).ToString(), StringComparison.Ordinal);
        Assert.Contains(log.Lines, l => l.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void HostFile_OfTheRepository_IsReadWhole()
    {
        var host = HostFile.Read(Path.Combine(SourceTree.Root, "host.json"));

        Assert.Equal("api", host.RoutePrefix);
        Assert.True(host.MaxConcurrentRequests <= host.MaxOutstandingRequests);
        Assert.Equal(TimeSpan.FromMinutes(10), host.FunctionTimeout);
        Assert.Contains("default", host.LogLevels.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"extensions":{"http":{"routePrefix":"api"}}}""")]
    public async Task HostFile_Broken_IsRefusedByName(string content)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, content);

        Assert.Contains(file, Assert.Throws<InvalidDataException>(() => HostFile.Read(file)).Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task Health_OfASilentStore_IsDown()
    {
        var http = await HealthAsync(new SilentStore());

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, http.Response.StatusCode);
        Assert.Equal("down", Body(http).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Health_OfAPartThatIsNotWell_IsDegradedAndShowsIt()
    {
        var http = await HealthAsync(ArgaliConcessions.Tests.TestStores.InMemory(), new LateSweep());

        Assert.Equal(StatusCodes.Status200OK, http.Response.StatusCode);
        Assert.Equal("degraded", Body(http).GetProperty("status").GetString());
        Assert.True(Body(http).GetProperty("lastSweep").GetProperty("late").GetBoolean());
    }

    private static async Task<HttpContext> HealthAsync(IRecordStore store, params IHealthReport[] reports)
    {
        await using var probe = await Probe.StartAsync(Access.Public, (call, _) => Task.FromResult(Answers.Ok(call, "")));
        var http = Context();
        await new HealthFunctions(probe.Services.GetRequiredService<Endpoint>(), store, reports).Health(http.Request);
        return http;
    }

    private static DefaultHttpContext Context() => new() { Response = { Body = new MemoryStream() } };

    private static JsonElement Body(HttpContext http) =>
        JsonDocument.Parse(Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray())).RootElement;

    private sealed class LateSweep : IHealthReport
    {
        public string Name => "lastSweep";

        public Task<HealthPart> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(new HealthPart(false, new { late = true }));
    }

    private sealed class SilentStore : IRecordStore
    {
        public Task<StoredRecord?> FindAsync(RecordKey key, CancellationToken cancellationToken) => throw new RecordStoreException("silent");

        public IAsyncEnumerable<StoredRecord> ListAsync(string partition, RowRange range, CancellationToken cancellationToken) => throw new RecordStoreException("silent");

        public Task<RecordPage> ReadPageAsync(string partition, RowRange range, string? after, int limit, CancellationToken cancellationToken) => throw new RecordStoreException("silent");

        public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CommitWitness witness, CancellationToken cancellationToken) => throw new RecordStoreException("silent");
    }
}
