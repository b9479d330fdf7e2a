using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Permits;

/// <summary>What may be done to a permit in each state, and what it gives back.</summary>
public sealed class PermitLifeTests
{
    private static readonly LocalDate AfterItsDays = new(2014, 10, 25);

    [Fact]
    public void Table_OfEachFinalState_AllowsNothing() => Assert.All(
        [PermitState.Revoked, PermitState.Returned, PermitState.Closed], state => Assert.Empty(PermitStates.PossibleIn(state)));

    [Fact]
    public void Table_EachActionAndState_HasOneLine() =>
        Assert.Equal(Enum.GetValues<PermitAction>().Order(), PermitStates.Table.Select(change => change.Action).Order());

    [Theory]
    [InlineData(PermitAction.Return)]
    [InlineData(PermitAction.Closure)]
    [InlineData(PermitAction.Revocation)]
    public async Task RunAsync_UnusedEnded_GivesItsPlaceBackOnce(PermitAction action)
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        await register.ChangedAsync(permit, action, "end");
        var balance = await register.BalanceAsync();
        Assert.Equal((1, 1, 1), (balance.Issued, balance.Released, balance.Remaining(1)));
        Assert.Equal(["status-does-not-allow"], TestRegister.ReasonsOf(await register.ChangeAsync(permit, action, "again")));
        Assert.Equal(2, (await register.IssuedAsync(key: "next")).Serial);
    }

    [Fact]
    public async Task RunAsync_Expired_KeepsItsPlaceUntilClosed()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        register.Time.Advance(TimeSpan.FromDays(60));
        Assert.Equal(0, (await register.BalanceAsync()).Remaining(1));
        Assert.Equal(["status-does-not-allow"], TestRegister.ReasonsOf(await register.ChangeAsync(permit, PermitAction.Suspension, "late")));
        await register.ChangedAsync(permit, PermitAction.Closure, "close");
        Assert.Equal(1, (await register.BalanceAsync()).Remaining(1));
    }

    [Fact]
    public async Task RunAsync_UsedAndClosed_KeepsItsPlace()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        register.Time.Advance(TimeSpan.FromDays(45));
        await register.KillAsync(permit);
        Assert.Equal(
            ["status-does-not-allow", "returned-with-take"], TestRegister.ReasonsOf(await register.ChangeAsync(permit, PermitAction.Return, "return")));
        var closed = await register.ChangedAsync(permit, PermitAction.Closure, "close");
        Assert.Equal(PermitState.Closed, closed.StateOn(AfterItsDays));
        var balance = await register.BalanceAsync();
        Assert.Equal((1, 0, 1), (balance.Issued, balance.Released, balance.Killed));
    }

    [Fact]
    public async Task RunAsync_ClosureWithOpenWounding_WaitsForItsOutcome()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        register.Time.Advance(TimeSpan.FromDays(45));
        await register.KillAsync(permit, Requests.Kill("w1") with { Outcome = HarvestOutcome.Wounded });
        Assert.Equal(["wounding-open"], TestRegister.ReasonsOf(await register.ChangeAsync(permit, PermitAction.Closure, "early")));
        await register.KillAsync(permit, Requests.Kill("h1") with { FollowsUp = "w1" });
        Assert.Equal(PermitStatus.Closed, (await register.ChangedAsync(permit, PermitAction.Closure, "close")).Decided());
    }

    [Theory]
    [InlineData(PermitAction.Return)]
    [InlineData(PermitAction.Closure)]
    [InlineData(PermitAction.Revocation)]
    public async Task RunAsync_EndPlannedForLater_IsRefused(PermitAction action)
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        Assert.Equal(["final-decision-in-future"], TestRegister.ReasonsOf(await register.ChangeAsync(permit, action, "later", new(2014, 9, 2))));
        Assert.Equal(0, (await register.BalanceAsync()).Remaining(1));
    }

    [Theory]
    [InlineData(PermitAction.Reinstatement)]
    [InlineData(PermitAction.Revocation)]
    [InlineData(PermitAction.Return)]
    public async Task RunAsync_SuspensionPlannedForLater_CanBeOvertakenToday(PermitAction action)
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        await register.ChangedAsync(permit, PermitAction.Suspension, "planned", new(2014, 10, 15));
        var after = await register.ChangedAsync(permit, action, "today");
        Assert.Equal(after.StatusOn(new(2014, 9, 1)), after.StatusOn(new(2014, 10, 16)));
        Assert.Equal(action == PermitAction.Reinstatement ? 0 : 1, (await register.BalanceAsync()).Remaining(1));
    }

    [Fact]
    public async Task RunAsync_OneVersionTooMany_IsRefused()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        for (var version = 2; version <= PermitWriter.MaxVersions; version++)
        {
            await register.ChangedAsync(permit, version % 2 == 0 ? PermitAction.Suspension : PermitAction.Reinstatement, $"k{version}");
        }

        var refused = Assert.IsType<Outcome<PermitAnswer>.Refused>(await register.ChangeAsync(permit, PermitAction.Reinstatement, "one more"));
        Assert.Equal((RefusalKind.TooLarge, "too-many-versions"), (refused.Refusal.Kind, refused.Refusal.Code));
    }

    [Fact]
    public async Task RunAsync_HolderOfAnotherConcession_FindsNoPermit()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        var change = new PermitChange(PermitAction.Return, "not used", null);
        var others = await register.Change.RunAsync(permit.Number, change, new Viewer(["demo-south"]), TestRegister.Key("o"), TestRegister.Clerk, default);
        Assert.Equal(RefusalKind.NotFound, Assert.IsType<Outcome<PermitAnswer>.Refused>(others).Refusal.Kind);
        var own = await register.Change.RunAsync(permit.Number, change, new Viewer(["demo-north"]), TestRegister.Key("o"), TestRegister.Clerk, default);
        Assert.Equal(PermitStatus.Returned, Assert.IsType<Outcome<PermitAnswer>.Done>(own).Value.Permit.Decided());
    }
}
