using ArgaliConcessions.Application.Harvests;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Harvests;

public sealed class RecordHarvestTests
{
    [Fact]
    public async Task RunAsync_LawfulKill_CountsOnTheLineAndCausesNothing()
    {
        using var register = await PreparedAsync();
        var done = await DoneAsync(register, Requests.Kill());
        Assert.True(done.Created);
        Assert.Equal("1.1", done.ETag);
        Assert.Empty(done.Value.Findings);
        Assert.Equal(new LocalDate(2014, 10, 10), done.Value.Harvest.On);
        Assert.Equal((1, 0), ((await register.BalanceAsync()).Killed, (await register.BalanceAsync()).Wounded));
    }

    [Fact]
    public async Task RunAsync_KillAfterMidnightThere_IsOnTheLocalDate()
    {
        using var register = await PreparedAsync();
        // 00:30 on 2 October in Dushanbe is still 1 October in UTC.
        var done = await DoneAsync(register, Requests.Kill() with { At = Instant.FromUtc(2014, 10, 1, 19, 30) });
        Assert.Equal(new LocalDate(2014, 10, 2), done.Value.Harvest.On);
    }

    [Fact]
    public async Task RunAsync_SecondRamOutOfSeasonAndPlace_IsStoredAndAnsweredWithAllThat()
    {
        using var register = await PreparedAsync();
        await DoneAsync(register, Requests.Kill("h1"));
        var second = Requests.Kill("h2") with { At = Instant.FromUtc(2014, 12, 25, 7, 0), Position = new GeoPosition(75.0, 38.3, 10), AgeYears = new AgeEstimate(3, 4) };
        var done = await DoneAsync(register, second);
        Assert.True(done.Created);
        Assert.Superset(
            new HashSet<string> { "second-animal", "harvest-out-of-season", "outside-zone", "under-age", "outside-permit-dates" },
            done.Value.Findings.Select(f => f.Rule.Code).ToHashSet());
        Assert.Equal(2, (await register.BalanceAsync()).Killed);
    }

    [Fact]
    public async Task RunAsync_WoundedThenFound_IsOneAnimal()
    {
        using var register = await PreparedAsync();
        await DoneAsync(register, Requests.Kill("w1") with { Outcome = HarvestOutcome.Wounded, AgeYears = null });
        Assert.Equal((0, 1), ((await register.BalanceAsync()).Killed, (await register.BalanceAsync()).Wounded));
        var found = await DoneAsync(register, Requests.Kill("h1") with { At = Instant.FromUtc(2014, 10, 12, 7, 0), FollowsUp = "w1" });
        Assert.DoesNotContain(found.Value.Findings, f => f.Rule.Code == "second-animal");
        Assert.Equal((1, 0), ((await register.BalanceAsync()).Killed, (await register.BalanceAsync()).Wounded));
    }

    [Fact]
    public async Task RunAsync_SameReportAgain_ChangesNothing()
    {
        using var register = await PreparedAsync();
        var first = await DoneAsync(register, Requests.Kill());
        var again = await DoneAsync(register, Requests.Kill());
        Assert.False(again.Created);
        Assert.Equal(first.Value.Harvest, again.Value.Harvest);
        Assert.Equal(1, (await register.BalanceAsync()).Killed);
    }

    [Fact]
    public async Task RunAsync_Corrected_KeepsBothVersionsAndRecounts()
    {
        using var register = await PreparedAsync();
        await DoneAsync(register, Requests.Kill());
        register.Time.Advance(TimeSpan.FromHours(1));
        var between = Instant.FromDateTimeOffset(register.Time.GetUtcNow());
        register.Time.Advance(TimeSpan.FromHours(1));
        var lost = Requests.Kill() with { Outcome = HarvestOutcome.Lost, Reason = "it was not found", Precondition = new Precondition("1.1", false) };
        var corrected = await DoneAsync(register, lost);
        Assert.Equal((2, "it was not found"), (corrected.Value.Harvest.Version, corrected.Value.Harvest.CorrectionReason));
        Assert.Equal((0, 1), ((await register.BalanceAsync()).Killed, (await register.BalanceAsync()).Wounded));

        var read = new ReadHarvest(register.Store, register.Finder);
        var then = Assert.IsType<Outcome<Harvest>.Done>(await read.RunAsync(Number, "h1", Viewer.Everything, between, default));
        Assert.Equal((1, HarvestOutcome.Killed), (then.Value.Version, then.Value.Outcome));
        var now = Assert.IsType<Outcome<Harvest>.Done>(await read.RunAsync(Number, "h1", Viewer.Everything, null, default));
        Assert.Equal("2.2", now.ETag);
    }

    [Theory]
    [InlineData(null, "why", RefusalKind.ConditionRequired)]
    [InlineData("7.7", "why", RefusalKind.Stale)]
    [InlineData("1.1", null, RefusalKind.Invalid)]
    public async Task RunAsync_CorrectionWithoutItsPapers_IsRefused(string? ifMatch, string? reason, RefusalKind kind)
    {
        using var register = await PreparedAsync();
        await DoneAsync(register, Requests.Kill());
        var correction = Requests.Kill() with { Outcome = HarvestOutcome.Lost, Reason = reason, Precondition = new Precondition(ifMatch, false) };
        var refused = await register.Record.RunAsync(Number, correction, Viewer.Everything, TestRegister.Clerk, default);
        Assert.Equal(kind, Assert.IsType<Outcome<RecordedHarvest>.Refused>(refused).Refusal.Kind);
        Assert.Equal(1, (await register.BalanceAsync()).Killed);
    }

    [Fact]
    public async Task RunAsync_TwoDates_AsksWhichIsMeant()
    {
        using var register = await PreparedAsync();
        var refused = await register.Record.RunAsync(
            Number, Requests.Kill() with { On = new LocalDate(2014, 10, 9) }, Viewer.Everything, TestRegister.Clerk, default);
        Assert.Equal("on-differs-from-at", Assert.Single(Assert.IsType<Outcome<RecordedHarvest>.Refused>(refused).Refusal.Reasons).Code);
    }

    [Fact]
    public async Task RunAsync_ForeignHolder_FindsNoPermit()
    {
        using var register = await PreparedAsync();
        var refused = await register.Record.RunAsync(Number, Requests.Kill(), new Viewer(["demo-south"]), TestRegister.Clerk, default);
        Assert.Equal("permit-not-found", Assert.IsType<Outcome<RecordedHarvest>.Refused>(refused).Refusal.Code);
    }

    [Fact]
    public async Task RunAsync_DiesAroundTheCommit_IsWholeOrNotThere()
    {
        foreach (var lands in new[] { false, true })
        {
            using var register = await PreparedAsync();
            register.Store.DieAfter(0, lands);
            await Assert.ThrowsAsync<RecordStoreException>(() => DoneAsync(register, Requests.Kill()));
            register.Store.Revive();
            Assert.Equal(lands ? 1 : 0, (await register.BalanceAsync()).Killed);
            var file = await new PermitFiles(register.Store).FindAsync("demo-north", "2014", 1, default);
            Assert.Equal(lands ? 1 : 0, file!.Harvests.Count);
            Assert.Equal(lands ? 1 : 0, file.Permit.Takes.Length);
            await DoneAsync(register, Requests.Kill());
            Assert.Equal(1, (await register.BalanceAsync()).Killed);
        }
    }

    private static string Number { get; } = new PermitNumber("TJ", "2014", "KT7", 1).ToString();

    private static async Task<TestRegister> PreparedAsync()
    {
        var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(5);
        await register.IssuedAsync();
        register.Time.Advance(TimeSpan.FromDays(45));
        return register;
    }

    private static async Task<Outcome<RecordedHarvest>.Done> DoneAsync(TestRegister register, HarvestReport report) =>
        Assert.IsType<Outcome<RecordedHarvest>.Done>(await register.Record.RunAsync(Number, report, Viewer.Everything, TestRegister.Clerk, default));
}
