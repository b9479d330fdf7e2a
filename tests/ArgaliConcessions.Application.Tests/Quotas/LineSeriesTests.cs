using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Quotas;

/// <summary>Whatever moves a line leaves an entry, and the entries add up to the balance.</summary>
public sealed class LineSeriesTests
{
    [Fact]
    public async Task Series_LineEnteredRaisedLowered_GrantsTheDifferences()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(10);
        await register.PutLineAsync(12);
        await register.PutLineAsync(7);
        Assert.Equal("Grant granted +10; Grant granted +2; Grant granted -5", await register.SeriesAsync());
    }

    [Fact]
    public async Task Series_LineOfOtherTermsButAsManyAnimals_HasNoEntry()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(10);
        var terms = (await register.Lines.FindAsync("demo-north", "2014", "rams", default))!.Latest.Revision.Value with { MinimumAgeYears = 8 };
        var request = new QuotaLineRequest("demo-north", "2014", "rams", terms, TestLaw.Act, new Precondition("*", false));
        Assert.IsType<Outcome<QuotaLineStanding>.Done>(await register.SetLine.RunAsync(request, TestRegister.Clerk, default));
        Assert.Equal("Grant granted +10", await register.SeriesAsync());
    }

    [Fact]
    public async Task Series_LineTurnedAway_HasNoEntry()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(10);
        var once = true;
        register.Store.BeforeCommit = async partition =>
        {
            if (partition != Partitions.Law || !once) return;
            once = false;
            await register.IssueStraightAsync("rams", 5);
        };
        Assert.IsType<Outcome<QuotaLineStanding>.Refused>(await register.PutLineAsync(4));
        Assert.Equal("Grant granted +10; Issue issued +5", await register.SeriesAsync());
    }

    [Fact]
    public async Task Series_OnePermitsLife_TellsItAll()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(10);
        var permit = await register.IssuedAsync();
        await HarvestAsync(register, permit, Requests.Kill("w1") with { Outcome = HarvestOutcome.Wounded, AgeYears = null });
        await HarvestAsync(register, permit, Requests.Kill("h1") with { At = Instant.FromUtc(2014, 10, 12, 7, 0), FollowsUp = "w1" });
        await HarvestAsync(register, permit, Requests.Kill("h1") with
        {
            Outcome = HarvestOutcome.Unsuccessful, Reason = "misread", Precondition = new Precondition("*", false),
        });
        Assert.Equal(
            "Grant granted +10; Issue issued +1; WoundedAndLost wounded +1; Take killed +1 wounded -1; Correction killed -1 wounded +1",
            await register.SeriesAsync());
    }

    [Fact]
    public async Task Series_RevokedThenTaken_ReleasesAndClaimsThePlaceAgain()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(10);
        var permit = await register.IssuedAsync();
        await register.Change.RunAsync(
            permit.Number, new PermitChange(PermitAction.Revocation, "As ordered.", new LocalDate(2014, 9, 1)), Application.Permits.Viewer.Everything, TestRegister.Key("k2"), TestRegister.Clerk, default);
        await HarvestAsync(register, permit, Requests.Kill());
        Assert.Equal(
            "Grant granted +10; Issue issued +1; Release released +1; Correction released -1, Take killed +1", await register.SeriesAsync());
        Assert.Equal(1, (await register.BalanceAsync()).Held);
    }

    [Fact]
    public async Task Series_OfARegisterWithoutSeries_OpensWithWhatStands()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(10);
        await OldBalanceAsync(register, new LineBalance(3, 1, 1, 0, 1));
        await register.IssuedAsync();
        var ledger = Partitions.Ledger("demo-north", "2014");
        var entry = (await register.Store.ReadAsync<LineEntry>(ledger, LedgerRows.Entry("rams", 1), default))!.Value;
        Assert.Equal(
            [new Posting(PostingKind.Correction, new LineAmounts(Issued: 3, Released: 1, Killed: 1)), new Posting(PostingKind.Issue, new LineAmounts(Issued: 1), "TJ-2014-DN-00001-8")],
            entry.Postings.Select(p => p with { Permit = p.Permit is null ? null : "TJ-2014-DN-00001-8" }));
        Assert.Equal(3, (await register.BalanceAsync()).Held);
    }

    private static Task OldBalanceAsync(TestRegister register, LineBalance balance)
    {
        var ledger = Partitions.Ledger("demo-north", "2014");
        return register.Chain.DecideAsync<bool>(ledger, TestRegister.Clerk, async (_, cancel) =>
        {
            var current = await register.Store.ReadAsync<LineBalance>(ledger, LedgerRows.Balance("rams"), cancel);
            var entry = (await register.Store.FindAsync(new RecordKey(ledger, LedgerRows.Entry("rams", 1)), cancel))!;
            return new ChainDecision<bool>.Write(
                "test",
                [new ChainChange(TypedRecords.Put(LedgerRows.Balance("rams"), current, balance)), new ChainChange(new RecordChange.Delete(entry.Key.Row, entry.Version))],
                true);
        }, default);
    }

    private static async Task HarvestAsync(TestRegister register, Permit permit, Application.Harvests.HarvestReport report) =>
        Assert.IsType<Outcome<Application.Harvests.RecordedHarvest>.Done>(
            await register.Record.RunAsync(permit.Number, report, Application.Permits.Viewer.Everything, TestRegister.Clerk, default));
}
