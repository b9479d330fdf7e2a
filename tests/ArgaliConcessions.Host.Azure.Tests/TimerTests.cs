using ArgaliConcessions.Host.Azure.Tests.Hosting;
using ArgaliConcessions.Host.Azure.Tests.Protocol;
using Xunit.Abstractions;

namespace ArgaliConcessions.Host.Azure.Tests;

/// <summary>The timers, fired as the Functions host fires them.</summary>
[Collection(WorkerCollection.Name)]
[Trait("Category", "Azurite")]
public sealed class TimerTests(WorkerFixture worker, ITestOutputHelper output) : HostTests(worker, output)
{
    [AzuriteFact]
    public async Task Timers_OnAStoreWithNothingToDo_Succeed()
    {
        var timers = Host.Functions.Where(f => f.IsTimer).Select(f => f.Name).Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(["NightlySweep", "RunJobs", "Settle", "SettleZoneClaims"], timers);
        foreach (var timer in timers)
        {
            var response = await Host.FireTimerAsync(timer);
            Assert.True(response.Result.Status == StatusResult.Types.Status.Success, $"{timer}: {response.Result.Exception?.Message}");
            Assert.Null(response.ReturnValue);
        }
    }
}
