using System.Net;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Host.Azure.Tests.Hosting;
using ArgaliConcessions.Host.Azure.Tests.Protocol;

namespace ArgaliConcessions.Host.Azure.Tests;

/// <summary>How the worker starts, fares without a store, and ends. Each test has a worker of its own.</summary>
public sealed class LifetimeTests
{
    /// <summary>What the Functions host grants before it kills.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Start_StoreUnreachable_Succeeds()
    {
        // Nothing is read before the first request: a store that is away for a minute must not keep instances from starting.
        await using var host = await FunctionsHost.StartAsync(WorkerSettings.WithoutStore());

        Assert.Equal(HttpStatusCode.OK, (await host.Client().GetAsync("keys")).StatusCode);
    }

    [Fact]
    public async Task Requests_StoreUnreachable_SayThatItIsTheStore()
    {
        await using var host = await FunctionsHost.StartAsync(WorkerSettings.WithoutStore());
        // Side by side: each waits until the store's time is spent.
        var answers = await Task.WhenAll(host.Client().GetAsync("health"), host.Client(Role.Authority).GetAsync("authority"));
        var (health, answer) = (answers[0], answers[1]);

        Assert.Equal("down", (await HostTests.JsonAsync(health, HttpStatusCode.ServiceUnavailable)).GetProperty("status").GetString());
        var problem = await HostTests.JsonAsync(answer, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("127.0.0.1", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timers_StoreUnreachable_FailForTheHostToSee()
    {
        await using var host = await FunctionsHost.StartAsync(WorkerSettings.WithoutStore());

        var fired = await Task.WhenAll(host.Functions.Where(f => f.IsTimer).Select(async f => (f.Name, (await host.FireTimerAsync(f.Name)).Result.Status)));

        Assert.Equal(4, fired.Length);
        Assert.All(fired, f => Assert.Equal((f.Name, StatusResult.Types.Status.Failure), f));
    }

    [Fact]
    public async Task Terminate_AfterRequests_EndsInTime()
    {
        await using var host = await FunctionsHost.StartAsync(WorkerSettings.WithoutStore());
        await host.Client().GetAsync("keys");
        await host.TerminateAsync(Grace);

        Assert.Equal(0, host.Process.ExitCode);
    }
}
