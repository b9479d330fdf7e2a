using ArgaliConcessions.Host.Azure.Tests.Hosting;
using Xunit.Abstractions;

namespace ArgaliConcessions.Host.Azure.Tests;

/// <summary>What the worker sends over gRPC beside its answers: each line costs the request that it belongs to.</summary>
[Collection(WorkerCollection.Name)]
public sealed class LogTests(WorkerFixture worker, ITestOutputHelper output) : HostTests(worker, output)
{
    private const int Requests = 50;

    [Fact]
    public async Task Requests_ThatSucceed_LogNothing()
    {
        var client = Host.Client();
        await client.GetAsync("keys");
        await Task.Delay(500);
        var before = Host.Log.Sent.Count;
        for (var i = 0; i < Requests; i++) (await client.GetAsync("keys")).Dispose();
        // What is logged after the answer comes late.
        await Task.Delay(500);

        var sent = Host.Log.Sent.Skip(before).ToArray();
        Assert.True(sent.Length == 0, $"{sent.Length} for {Requests} requests; the first: {string.Join('\n', sent.Take(8).Select(l => $"[{l.LogCategory} {l.Level}] {l.Category}: {l.Message}"))}");
    }
}
