using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Quotas;

/// <summary>The process dies at each step of an allocation, before the commit or just after it landed; the timer settles the rest.</summary>
public sealed class AllocationCrashTests
{
    public static TheoryData<int, int, bool> Deaths()
    {
        var deaths = new TheoryData<int, int, bool>();
        foreach (var target in new[] { 20, 3 })
        {
            for (var step = 0; step < 3; step++)
            {
                deaths.Add(target, step, false);
                deaths.Add(target, step, true);
            }
        }

        return deaths;
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task RunAsync_DiesAtAStep_NeverPastQuotaAndSettled(int target, int step, bool lands)
    {
        using var register = await TestRegister.OpenAsync(quota: 20);
        await register.PutLineAsync(10);
        register.Store.DieAfter(step, lands);
        await Assert.ThrowsAsync<RecordStoreException>(() => register.PutLineAsync(target));
        register.Store.Revive();
        Assert.True(await register.OnLinesAsync() <= await register.AllocatedAsync());
        Assert.True(await register.AllocatedAsync() <= 20);

        register.Time.Advance(TimeSpan.FromMinutes(2));
        await register.SettleAllocations.RunAsync("timer-1", default);

        var begun = step > 0 || lands;
        Assert.Equal(begun ? target : 10, await register.OnLinesAsync());
        Assert.Equal(await register.OnLinesAsync(), await register.AllocatedAsync());
        Assert.Equal(0, await register.OperationsAsync());
        Assert.Equal(0, await register.SettleAllocations.RunAsync("timer-2", default));
    }

    [Fact]
    public async Task RunAsync_AnotherCallerFindsItUnfinished_FinishesIt()
    {
        using var register = await TestRegister.OpenAsync(quota: 20);
        await register.PutLineAsync(10);
        register.Store.DieAfter(1);
        await Assert.ThrowsAsync<RecordStoreException>(() => register.PutLineAsync(20));
        register.Store.Revive();
        Assert.IsType<Outcome<Application.Quotas.QuotaLineStanding>.Done>(await register.PutLineAsync(15));
        Assert.Equal(15, await register.AllocatedAsync());
        Assert.Equal(15, await register.OnLinesAsync());
    }

    [Fact]
    public async Task SettleAsync_YoungOperation_IsLeftAlone()
    {
        using var register = await TestRegister.OpenAsync(quota: 20);
        register.Store.DieAfter(2);
        await Assert.ThrowsAsync<RecordStoreException>(() => register.PutLineAsync(5));
        register.Store.Revive();
        Assert.Equal(0, await register.SettleAllocations.RunAsync("timer-1", default));
        Assert.Equal(1, await register.OperationsAsync());
    }
}
