using System.Collections.Immutable;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Permits;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Permits;

/// <summary>An amendment is judged like an issue and changes nothing that has been.</summary>
public sealed class AmendPermitTests
{
    private static readonly Amendment Nothing = new("as asked", null, null, null, null, null);

    [Fact]
    public async Task RunAsync_ZonesRangesAndParty_MakesAVersionAndKeepsTheOld()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        var amended = await DoneAsync(register, permit, Nothing with
        {
            Zones = ["north", "south"], Ranges = [Requests.Days(2014, 10, 1, 5), Requests.Days(2014, 11, 10, 20)], Party = ["Guide"],
        });
        Assert.Equal((2, "as asked", 2), (amended.Version, amended.Amendments.Single().Reason, amended.Amendments.Single().Version));
        Assert.Equal(new LocalDate(2014, 9, 1), amended.JudgedOn);
        Assert.Equal(permit.Hunter, amended.Hunter);
        Assert.Equal(1, (await register.BalanceAsync()).Issued);

        var first = Assert.IsType<Outcome<Permit>.Done>(await Read(register, permit, 1));
        Assert.Equal(RecordJson.Write(permit), RecordJson.Write(first.Value));
        var second = Assert.IsType<Outcome<Permit>.Done>(await Read(register, permit, 2));
        Assert.Equal(("2", RecordJson.Write(amended).Length), (second.ETag, RecordJson.Write(second.Value).Length));
        Assert.Equal("permit-version-not-found", Assert.IsType<Outcome<Permit>.Refused>(await Read(register, permit, 3)).Refusal.Code);
    }

    [Fact]
    public async Task RunAsync_AgainstTheLaw_AnswersEveryReason()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        var refused = await RunAsync(register, permit, Nothing with { Zones = ["nowhere"], Ranges = [Requests.Days(2014, 12, 10, 20)] });
        Assert.Equal(["out-of-season", "zone-not-of-concession"], TestRegister.ReasonsOf(refused).Order());
        Assert.Equal(1, (await register.Files.FindAsync("demo-north", "2014", 1, default))!.Permit.Version);
    }

    [Fact]
    public async Task RunAsync_LawOfTodayForbids_IsRefusedUntilTheDaysAreGivenUp()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        register.Time.Advance(TimeSpan.FromDays(1));
        await register.Law.ClosureAsync("ban", new LocalDate(2014, 10, 10), new LocalDate(2014, 9, 2));
        Assert.Equal(["under-moratorium"], TestRegister.ReasonsOf(await RunAsync(register, permit, Nothing with { Weapon = "bow" })));
        await DoneAsync(register, permit, Nothing with { Ranges = [Requests.Days(2014, 10, 1, 9)] }, "a2");
    }

    [Fact]
    public async Task RunAsync_PermitOfWhomNobodyKnowsWhoIssuedIt_MayBeAmended()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        var ledger = Partitions.Ledger("demo-north", "2014");
        await register.Chain.DecideAsync<bool>(ledger, TestRegister.Clerk, async (_, cancel) =>
        {
            var current = (await register.Store.ReadAsync<Permit>(ledger, LedgerRows.Permit(1), cancel))!;
            return new ChainDecision<bool>.Write("test", [LedgerChanges.SamePermit(current, current.Value with { IssuedBy = null })], true);
        }, default);
        Assert.Equal("bow", (await DoneAsync(register, permit, Nothing with { Weapon = "bow" })).Weapon);
    }

    [Theory]
    [InlineData("invented hunter", null)]
    [InlineData("officer-7", "Hunter Invented")]
    public async Task RunAsync_HunterAmendsHisOwnPermit_IsRefused(string subject, string? name)
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        var himself = new Actor(subject, "authority", "r2", name);
        var refused = await register.Amend.RunAsync(
            permit.Number, Nothing with { Weapon = "bow" }, Viewer.Everything, TestRegister.Key("a1"), himself, default);
        Assert.Equal(["issued-to-himself"], TestRegister.ReasonsOf(refused));
    }

    [Fact]
    public async Task RunAsync_NothingNew_IsRefused()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        Assert.Equal(["nothing-amended"], TestRegister.ReasonsOf(await RunAsync(register, await register.IssuedAsync(), Nothing with { Weapon = "rifle" })));
    }

    [Fact]
    public async Task RunAsync_DaysThatHavePassed_MayBeGivenUpAndNotAdded()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        register.Time.Advance(TimeSpan.FromDays(39)); // 10 October
        Assert.Equal(
            ["past-day-added"], TestRegister.ReasonsOf(await RunAsync(register, permit, Nothing with { Ranges = [new(new(2014, 9, 20), new(2014, 10, 20))] })));
        await DoneAsync(register, permit, Nothing with { Ranges = [Requests.Days(2014, 10, 5, 31)] }, "a2");
    }

    [Fact]
    public async Task RunAsync_DayOfATake_IsNotGivenUp()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(2);
        var permit = await register.IssuedAsync(Requests.Lawful with { Animals = 2 });
        register.Time.Advance(TimeSpan.FromDays(40));
        await register.KillAsync(permit);
        var refused = await RunAsync(register, permit, Nothing with { Ranges = [Requests.Days(2014, 10, 11, 25)] });
        Assert.Equal(["day-of-take-given-up"], TestRegister.ReasonsOf(refused));
        Assert.Single((await DoneAsync(register, permit, Nothing with { Ranges = [Requests.Days(2014, 10, 10, 25)] }, "a2")).Amendments);
    }

    [Fact]
    public async Task RunAsync_UsedOrExpired_IsRefused()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(2);
        var (used, expired) = (await register.IssuedAsync(key: "a"), await register.IssuedAsync(key: "b"));
        register.Time.Advance(TimeSpan.FromDays(55)); // 26 October
        await register.KillAsync(used);
        foreach (var permit in new[] { used, expired })
        {
            var refused = await RunAsync(register, permit, Nothing with { Ranges = [Requests.Days(2014, 10, 1, 31)] }, permit.Number);
            Assert.Contains("status-does-not-allow", TestRegister.ReasonsOf(refused));
        }
    }

    [Fact]
    public async Task RunAsync_SealedYear_IsRefused()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        await register.Law.SealYearAsync();
        Assert.Equal(["year-sealed"], TestRegister.ReasonsOf(await RunAsync(register, permit, Nothing with { Weapon = "bow" })));
    }

    [Fact]
    public async Task RunAsync_LawMovesBeforeTheCommit_AnswerSaysSoAndSaysItAgain()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        var moved = false;
        register.Store.BeforeCommit = async partition =>
        {
            if (moved || partition != Partitions.Ledger("demo-north", "2014")) return;
            moved = true;
            await register.Law.ClosureAsync("ban", new LocalDate(2014, 10, 1), new LocalDate(2014, 8, 30));
        };
        var first = Assert.IsType<Outcome<PermitAnswer>.Done>(await RunAsync(register, permit, Nothing with { Weapon = "bow" }));
        Assert.Equal("under-moratorium", Assert.Single(first.Value.LawChanged).Code);
        var again = Assert.IsType<Outcome<PermitAnswer>.Done>(await RunAsync(register, permit, Nothing with { Weapon = "bow" }));
        Assert.Equal(RecordJson.Write(first.Value), RecordJson.Write(again.Value));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(0, false)]
    public async Task RunAsync_DiesAtTheCommit_SameKeyAmendsOnce(int commits, bool lands)
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var permit = await register.IssuedAsync();
        register.Store.DieAfter(commits, lands);
        await Assert.ThrowsAsync<RecordStoreException>(() => RunAsync(register, permit, Nothing with { Weapon = "bow" }));
        register.Store.Revive();
        Assert.Equal(2, (await DoneAsync(register, permit, Nothing with { Weapon = "bow" })).Version);
    }

    private static Task<Outcome<Permit>> Read(TestRegister register, Permit permit, int version) =>
        new ReadPermitVersion(register.Store, register.Finder).RunAsync(permit.Number, version, Viewer.Everything, default);

    private static Task<Outcome<PermitAnswer>> RunAsync(TestRegister register, Permit permit, Amendment amendment, string key = "a") =>
        register.Amend.RunAsync(permit.Number, amendment, Viewer.Everything, TestRegister.Key(key), TestRegister.Clerk, default);

    private static async Task<Permit> DoneAsync(TestRegister register, Permit permit, Amendment amendment, string key = "a") =>
        Assert.IsType<Outcome<PermitAnswer>.Done>(await RunAsync(register, permit, amendment, key)).Value.Permit;
}
