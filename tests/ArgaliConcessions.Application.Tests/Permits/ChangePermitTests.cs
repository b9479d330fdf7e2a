using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Permits;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Permits;

public sealed class ChangePermitTests
{
    [Fact]
    public async Task RunAsync_SuspendedAndReinstated_CountsFromItsDays()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(5);
        var permit = await register.IssuedAsync();
        await DoneAsync(register, permit, new PermitChange(PermitAction.Suspension, "inquiry", new(2014, 10, 5)), "s");
        var after = await DoneAsync(register, permit, new PermitChange(PermitAction.Reinstatement, "cleared", new(2014, 10, 8)), "r");
        Assert.Equal(PermitStatus.Issued, after.StatusOn(new(2014, 10, 4)));
        Assert.Equal(PermitStatus.Suspended, after.StatusOn(new(2014, 10, 5)));
        Assert.Equal(PermitStatus.Issued, after.StatusOn(new(2014, 10, 8)));
        Assert.Equal(3, after.Version);
        Assert.Equal(1, (await register.BalanceAsync()).Held);
    }

    [Fact]
    public async Task RunAsync_Revoked_FreesThePlaceUnlessAnimalWasTaken()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(5);
        var (unused, used) = (await register.IssuedAsync(key: "a"), await register.IssuedAsync(key: "b"));
        await register.Record.RunAsync(used.Number, Requests.Kill(), Viewer.Everything, TestRegister.Clerk, default);
        await DoneAsync(register, unused, new PermitChange(PermitAction.Revocation, "fraud", null), "r1");
        await DoneAsync(register, used, new PermitChange(PermitAction.Revocation, "fraud", null), "r2");
        var balance = await register.BalanceAsync();
        Assert.Equal((2, 1, 1), (balance.Issued, balance.Released, balance.Killed));

        await register.Record.RunAsync(unused.Number, Requests.Kill(), Viewer.Everything, TestRegister.Clerk, default);
        balance = await register.BalanceAsync();
        Assert.Equal((2, 0, 2), (balance.Issued, balance.Released, balance.Killed));
    }

    [Fact]
    public async Task RunAsync_SameKeyAgain_ChangesOnceAndAnswersAlike()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(5);
        var permit = await register.IssuedAsync();
        var change = new PermitChange(PermitAction.Suspension, "inquiry", null);
        var first = await DoneAsync(register, permit, change, "s");
        await DoneAsync(register, permit, new PermitChange(PermitAction.Revocation, "fraud", null), "r");
        Assert.Equal(RecordJson.Write(first), RecordJson.Write(await DoneAsync(register, permit, change, "s")));
    }

    [Fact]
    public async Task RunAsync_PaperLostBeforeAPlannedDecision_IsReplacedToday()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(5);
        var permit = await register.IssuedAsync();
        await DoneAsync(register, permit, new PermitChange(PermitAction.Suspension, "inquiry", new(2014, 10, 15)), "s");
        var after = await DoneAsync(register, permit, new PermitChange(PermitAction.Replacement, "lost", null, new("AA", "8")), "p");
        Assert.Equal(new PaperNumber("AA", "8"), after.Paper);
    }

    [Fact]
    public async Task RunAsync_PaperOfAnotherPermit_IsRefused()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(5);
        var (first, second) = (await register.IssuedAsync(key: "a"), await register.IssuedAsync(key: "b"));
        await DoneAsync(register, first, new PermitChange(PermitAction.Replacement, "lost", null, new("AA", "8")), "p");
        var refused = await register.Change.RunAsync(
            second.Number, new PermitChange(PermitAction.Replacement, "lost", null, new("AA", "8")), Viewer.Everything, TestRegister.Key("x"), TestRegister.Clerk, default);
        Assert.Equal("number-or-tag-twice", Assert.Single(Assert.IsType<Outcome<PermitAnswer>.Refused>(refused).Refusal.Reasons).Code);
    }

    [Fact]
    public async Task RunAsync_ImpossibleAndTooEarly_AnswersBoth()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(5);
        var permit = await register.IssuedAsync();
        var refused = await register.Change.RunAsync(
            permit.Number, new PermitChange(PermitAction.Reinstatement, "why", new(2014, 8, 1)), Viewer.Everything, TestRegister.Key("x"), TestRegister.Clerk, default);
        var reasons = Assert.IsType<Outcome<PermitAnswer>.Refused>(refused).Refusal.Reasons;
        Assert.Equal(["status-does-not-allow", "before-last-decision"], reasons.Select(r => r.Code));
    }

    [Fact]
    public async Task RunAsync_PaperReplaced_BothNumbersLeadToThePermit()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(5);
        var permit = await register.IssuedAsync(Requests.Lawful with { Paper = new PaperNumber("AA", "1") });
        var after = await DoneAsync(register, permit, new PermitChange(PermitAction.Replacement, "lost in a river", null, new PaperNumber("AA", "2")), "p");
        Assert.Equal("AA-2", after.Paper!.ToString());
        Assert.Equal(("AA-1", "lost in a river"), (after.VoidedPapers.Single().Paper.ToString(), after.VoidedPapers.Single().Reason));
        Assert.Equal(PermitStatus.Issued, after.StatusOn(new(2014, 10, 1)));
        foreach (var number in new[] { "AA1", "AA2" })
        {
            var found = await new PaperReader(register.Store, register.Papers).FindAsync(number, default);
            Assert.Equal(permit.Number, Assert.Single(found).Value.Number);
        }

        var again = await register.Change.RunAsync(
            permit.Number, new PermitChange(PermitAction.Replacement, "lost", null, new PaperNumber("AA", "1")), Viewer.Everything, TestRegister.Key("q"), TestRegister.Clerk, default);
        Assert.Equal("paper-already-used", Assert.Single(Assert.IsType<Outcome<PermitAnswer>.Refused>(again).Refusal.Reasons).Code);
    }

    [Fact]
    public async Task FindAsync_AsKnownBefore_ShowsTheOldVersion()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(5);
        var permit = await register.IssuedAsync();
        register.Time.Advance(TimeSpan.FromDays(1));
        var before = Instant.FromDateTimeOffset(register.Time.GetUtcNow());
        register.Time.Advance(TimeSpan.FromDays(1));
        await DoneAsync(register, permit, new PermitChange(PermitAction.Revocation, "fraud", null), "r");
        await register.Record.RunAsync(permit.Number, Requests.Kill(), Viewer.Everything, TestRegister.Clerk, default);

        var then = await register.Files.FindAsync("demo-north", "2014", 1, default, before);
        Assert.Equal((1, 0, 0), (then!.Permit.Version, then.Permit.Takes.Length, then.Harvests.Count));
        Assert.Null(await register.Files.FindAsync("demo-north", "2014", 1, default, before - Duration.FromDays(3)));
        var now = await register.Files.FindAsync("demo-north", "2014", 1, default);
        Assert.Equal((2, 1), (now!.Permit.Version, now.Harvests.Count));
    }

    private static async Task<Permit> DoneAsync(TestRegister register, Permit permit, PermitChange change, string key) =>
        Assert.IsType<Outcome<PermitAnswer>.Done>(
            await register.Change.RunAsync(permit.Number, change, Viewer.Everything, TestRegister.Key(key), TestRegister.Clerk, default)).Value.Permit;
}
