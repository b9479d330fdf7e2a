using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Quotas;

public sealed class TransferTests
{
    [Fact]
    public async Task RunAsync_FreeAnimals_GoFromLineToLine()
    {
        using var register = await PreparedAsync();
        var transfer = Done(await register.TransferAsync(3));
        Assert.Equal((new TransferredLine("demo-north", "rams", 7, 2), new TransferredLine("demo-south", "rams", 8, 2)), (transfer.From, transfer.To));
        Assert.Equal((7, 8, 15), (await register.LineAsync("demo-north"), await register.LineAsync("demo-south"), await register.AllocatedAsync()));
        Assert.Equal("Grant granted +10; Grant granted -3", await register.SeriesAsync());
        Assert.Equal("Grant granted +5; Grant granted +3", await register.SeriesAsync(concession: "demo-south"));
    }

    [Fact]
    public async Task RunAsync_NationalQuotaFull_IsNoObstacle()
    {
        using var register = await PreparedAsync(quota: 15);
        Done(await register.TransferAsync(10));
        Assert.Equal((0, 15), (await register.LineAsync("demo-north"), await register.LineAsync("demo-south")));
    }

    [Fact]
    public async Task RunAsync_SameKeyAgain_IsTheSameTransfer()
    {
        using var register = await PreparedAsync();
        var first = Done(await register.TransferAsync(3));
        register.Time.Advance(TimeSpan.FromDays(1));
        await register.PutLineAsync(9);
        Assert.Equal(first, Done(await register.TransferAsync(3)));
        Assert.Equal(8, await register.LineAsync("demo-south"));
    }

    [Fact]
    public async Task RunAsync_KeyWithAnotherBody_IsRefused()
    {
        using var register = await PreparedAsync();
        Done(await register.TransferAsync(3));
        Assert.Equal("idempotency-key-reused", Refused(await register.TransferAsync(4, body: "other")).Code);
    }

    [Theory]
    [InlineData(10, "transfer-below-issued")]
    [InlineData(9, null)]
    public async Task RunAsync_WhatPermitsHold_StaysOnTheLine(int animals, string? code)
    {
        using var register = await PreparedAsync();
        await register.IssuedAsync();
        var outcome = await register.TransferAsync(animals);
        Assert.Equal(code, (outcome as Outcome<Transfer>.Refused)?.Refusal.Reasons[0].Code);
        Assert.Equal(15, await register.OnLinesAsync());
    }

    [Fact]
    public async Task RunAsync_IssuedBetweenLookAndStep_IsTurnedAwayAndTheKeyIsFree()
    {
        using var register = await PreparedAsync();
        IssueBeforeFirstCommit(register, 8);
        Assert.Equal("transfer-below-issued", Refused(await register.TransferAsync(3)).Reasons[0].Code);
        Assert.Equal((10, 5, 15, 0), await StandingAsync(register));

        // The lines are free for the next one, under the same key too.
        Done(await register.TransferAsync(2));
        Assert.Equal((8, 7, 15, 0), await StandingAsync(register));
        await register.PutLineAsync(6, concession: "demo-south");
        Assert.Equal((8, 6, 14, 0), await StandingAsync(register));
    }

    [Theory]
    [InlineData("demo-north", "rams", "transfer-to-itself")]
    [InlineData("demo-south", "ewes", "line-unknown")]
    public async Task RunAsync_NowhereToGo_IsRefused(string to, string toLine, string code)
    {
        using var register = await PreparedAsync();
        Assert.Equal(code, Refused(await register.TransferAsync(3, to: to, toLine: toLine)).Reasons[0].Code);
    }

    [Theory]
    [InlineData(2, null, null, null)]
    [InlineData(3, null, "above-survey-ceiling", null)]
    [InlineData(3, "The wardens count more", null, "The wardens count more")]
    public async Task RunAsync_AboveTheReceivingSurvey_NeedsAReasonThatStaysOnTheLine(int animals, string? reason, string? code, string? kept)
    {
        using var register = await PreparedAsync();
        await register.Law.ConcessionSurveyAsync("demo-south", day: 1, lowerBound: 700);
        var outcome = await register.TransferAsync(animals, reason: reason);
        Assert.Equal(code, (outcome as Outcome<Transfer>.Refused)?.Refusal.Code);
        Assert.Equal(code is null ? 5 + animals : 5, await register.LineAsync("demo-south"));
        Assert.Equal(15, await register.OnLinesAsync());
        Assert.Equal(kept, await ReasonAsync(register));

        // The reason speaks of these animals, not of more; what comes without one leaves it standing.
        if (kept is null) return;
        Assert.Equal("above-survey-ceiling", Refused(await register.TransferAsync(1, "k/more")).Code);
        await register.Law.ConcessionSurveyAsync("demo-south", day: 2, lowerBound: 900);
        Done(await register.TransferAsync(1, "k/more"));
        Assert.Equal(kept, await ReasonAsync(register));
    }

    [Fact]
    public async Task RunAsync_GivingConcessionIsAboveItsSurvey_MayGive()
    {
        using var register = await PreparedAsync();
        await register.Law.ConcessionSurveyAsync("demo-north", day: 1, lowerBound: 300);
        Done(await register.TransferAsync(3));
    }

    [Fact]
    public async Task RunAsync_WithinOneConcession_CountsEachAnimalOnce()
    {
        using var register = await PreparedAsync();
        await register.PutLineAsync(1, "old");
        await register.Law.ConcessionSurveyAsync("demo-north", day: 1, lowerBound: 1100);
        Done(await register.TransferAsync(3, to: "demo-north", toLine: "old"));
        Assert.Equal(7, await register.LineAsync("demo-north"));
    }

    public static TheoryData<int, bool> Deaths()
    {
        var deaths = new TheoryData<int, bool>();
        for (var step = 0; step < 5; step++)
        {
            deaths.Add(step, false);
            deaths.Add(step, true);
        }

        return deaths;
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task RunAsync_DiesAtAStep_NeverPastQuotaAndSettled(int step, bool lands)
    {
        using var register = await PreparedAsync(quota: 15);
        register.Store.DieAfter(step, lands);
        await Assert.ThrowsAsync<RecordStoreException>(() => register.TransferAsync(3));
        register.Store.Revive();
        Assert.True(await register.OnLinesAsync() <= 15);
        Assert.Equal(15, await register.AllocatedAsync());
        Assert.Equal(0, await register.SettleAllocations.RunAsync("timer-1", default));

        register.Time.Advance(TimeSpan.FromMinutes(2));
        await register.SettleAllocations.RunAsync("timer-2", default);
        var begun = step > 0 || lands;
        Assert.Equal(begun ? (7, 8, 15, 0) : (10, 5, 15, 0), await StandingAsync(register));
        Assert.Equal(3, Done(await register.TransferAsync(3)).Animals);
        Assert.Equal((7, 8, 15, 0), await StandingAsync(register));
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task RunAsync_DiesAtAStep_TheSameRequestCarriesItOn(int step, bool lands)
    {
        using var register = await PreparedAsync();
        register.Store.DieAfter(step, lands);
        await Assert.ThrowsAsync<RecordStoreException>(() => register.TransferAsync(3));
        register.Store.Revive();
        Assert.Equal(8, Done(await register.TransferAsync(3)).To.Animals);
        Assert.Equal((7, 8, 15, 0), await StandingAsync(register));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task PutLineAsync_MeetsAnUnfinishedTransfer_CarriesItOn(int step)
    {
        using var register = await PreparedAsync();
        register.Store.DieAfter(step);
        await Assert.ThrowsAsync<RecordStoreException>(() => register.TransferAsync(3));
        register.Store.Revive();
        await register.PutLineAsync(6, concession: "demo-south");
        Assert.Equal((7, 6, 13, 0), await StandingAsync(register));
    }

    [Fact]
    public async Task RunAsync_ToAndFroAtOnce_LosesNoAnimal()
    {
        using var register = await PreparedAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => register.TransferAsync(1, $"k/{n}"))));
        Assert.Equal(15, await register.OnLinesAsync());
        Assert.Equal(15, await register.AllocatedAsync());
        Assert.Equal(0, await register.OperationsAsync());
        await register.SeriesAsync();
        await register.SeriesAsync(concession: "demo-south");
    }

    private static async Task<TestRegister> PreparedAsync(int quota = 20)
    {
        var register = await TestRegister.OpenAsync(quota);
        await register.PutLineAsync(10);
        await register.PutLineAsync(5, concession: "demo-south");
        return register;
    }

    private static async Task<(int North, int South, int Allocated, int Operations)> StandingAsync(TestRegister register) => (
        await register.LineAsync("demo-north"), await register.LineAsync("demo-south"), await register.AllocatedAsync(), await register.OperationsAsync());

    private static async Task<string?> ReasonAsync(TestRegister register) =>
        (await register.Lines.FindAsync("demo-south", "2014", "rams", default))!.Latest.Revision.Value.AboveCeilingReason;

    private static void IssueBeforeFirstCommit(TestRegister register, int animals)
    {
        var once = true;
        register.Store.BeforeCommit = async partition =>
        {
            if (partition != Partitions.Law || !once) return;
            once = false;
            await register.IssueStraightAsync("rams", animals);
        };
    }

    private static Transfer Done(Outcome<Transfer> outcome) => Assert.IsType<Outcome<Transfer>.Done>(outcome).Value;

    private static Refusal Refused(Outcome<Transfer> outcome) => Assert.IsType<Outcome<Transfer>.Refused>(outcome).Refusal;
}
