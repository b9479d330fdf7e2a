using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Harvests;

namespace ArgaliConcessions.Application.Tests.Compliance;

public sealed class ReportTests : IAsyncLifetime
{
    private static readonly DateInterval OutOfSeason = new(new(2015, 3, 5), new(2015, 3, 10));
    private SweepRegister register = null!;

    public async Task InitializeAsync() => register = await SweepRegister.OpenAsync();

    public Task DisposeAsync()
    {
        register.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task RunAsync_NothingFlagged_SaysHowManyWereChecked()
    {
        await register.WriteAsync(SweepRegister.Permit(1), SweepRegister.Kill());
        await register.SweepAsync();
        var report = await LatestAsync();
        Assert.True(report.NothingFound);
        Assert.Equal((1, 0, 0), (report.Totals.Judged, report.FindingCount, report.Rules.Length));
        Assert.Equal("2014/15", Assert.Single(report.Years).Label);
    }

    [Fact]
    public async Task RunAsync_RunThatWaits_IsNotComplete()
    {
        var waiting = Assert.IsType<Outcome<Run>.Done>(await register.Host.Requests.RunAsync("clerk", "key", "hash", default)).Value;
        var outcome = await register.Host.Report.RunAsync(waiting.Id, default);
        Assert.Equal("run-not-complete", Assert.IsType<Outcome<ReportModel>.Refused>(outcome).Refusal.Code);
    }

    [Fact]
    public async Task RunAsync_QuotaBars_ShowLinesAndTheWholeCountry()
    {
        await register.WriteAsync(SweepRegister.Permit(1), SweepRegister.Kill());
        await register.WriteAsync(SweepRegister.Permit(2), SweepRegister.Kill() with { Outcome = HarvestOutcome.Lost });
        await register.WriteAsync(SweepRegister.Permit(1, "demo-south"), SweepRegister.Kill(concession: "demo-south"));
        await register.SweepAsync();
        var report = await LatestAsync();
        var north = Assert.Single(report.Concessions, one => one.Id == SweepRegister.North);
        Assert.Equal(new QuotaBar("2014", "rams", "polii", 10, 2, 1, 1), Assert.Single(north.Quotas));
        Assert.Equal((8, 17), (north.Quotas[0].Left, Assert.Single(report.NationalQuotas).Left));
        Assert.Equal(new QuotaBar("2014", null, "argali", 20, 3, 2, 1), report.NationalQuotas[0]);
    }

    [Fact]
    public async Task RunAsync_Concession_HasItsZonesOnTheMapAndItsOpenDays()
    {
        await register.Register.Law.ClosureAsync("ban", new LocalDate(2015, 2, 10), new LocalDate(2014, 8, 2));
        await register.SweepAsync();
        var north = (await LatestAsync()).Concessions.Single(one => one.Id == SweepRegister.North);
        Assert.Equal(["north", "south"], north.Zones.Select(zone => zone.Id));
        Assert.All(north.Zones, zone => Assert.True(zone is { InForce: true, Boundary: not null }));
        var season = Assert.Single(north.Seasons);
        Assert.Equal([(new LocalDate(2014, 9, 1), new LocalDate(2014, 12, 15)), (new LocalDate(2015, 2, 1), new LocalDate(2015, 3, 1))], season.Open.Select(span => (span.From, span.To)));
        Assert.Equal((new LocalDate(2015, 2, 10), new LocalDate(2015, 6, 30)), season.Bans.Select(ban => (ban.From, ban.To)).Single());
        Assert.Equal(ConcessionStatus.Active, north.Status);
    }

    [Fact]
    public async Task RunAsync_SinceTheLastReport_TellsNewFromOldAndWhatWasResolved()
    {
        await register.WriteAsync(SweepRegister.Permit(1) with { Ranges = [OutOfSeason] });
        await register.WriteAsync(SweepRegister.Permit(2) with { Ranges = [OutOfSeason] });
        var first = await register.SweepAsync();
        register.Register.Time.Advance(TimeSpan.FromDays(1));
        await register.WriteAsync(SweepRegister.Permit(1));
        await register.WriteAsync(SweepRegister.Permit(3) with { Ranges = [OutOfSeason] });
        await register.SweepAsync();
        var report = await LatestAsync();
        Assert.Equal([(SweepRegister.Permit(2).Number, false), (SweepRegister.Permit(3).Number, true)], report.Findings.Select(one => (one.Permit!, report.ChangedIn(one))));
        Assert.Equal(SweepRegister.Permit(1).Number, Assert.Single(report.Resolved).Permit);
        Assert.Equal((first.Id, new ChangeCounts(1, 0, 0, 1)), (report.Run.Previous, report.Totals.Changes));
        var older = Done(await register.Host.Report.RunAsync(first.Id, default));
        Assert.Equal([SweepRegister.Permit(1).Number, SweepRegister.Permit(2).Number], older.Findings.Select(one => one.Permit!));
    }

    [Fact]
    public async Task RunAsync_WaivedFindings_StandApart()
    {
        await register.WriteAsync(SweepRegister.Permit(1) with { Ranges = [OutOfSeason] });
        await register.SweepAsync();
        await register.Host.Decisions.RunAsync(new FindingOrder((await register.FindingAsync("R01")).Id, FindingStatus.Waived, "r", "k", ""), TestRegister.Clerk, default);
        await register.SweepAsync();
        var report = await LatestAsync();
        Assert.Equal((0, 0, 1, FindingStatusKind.Waived), (report.FindingCount, report.Findings.Length, report.Waived.Length, Assert.Single(report.Rules).Kind));
    }

    [Fact]
    public async Task RunAsync_LateSweep_HeadsTheLatestReportOnly()
    {
        var first = await register.SweepAsync();
        register.Register.Time.Advance(TimeSpan.FromDays(2));
        Assert.True((await LatestAsync()).Warnings.IsLate);
        await register.SweepAsync();
        register.Register.Time.Advance(TimeSpan.FromDays(2));
        Assert.False(Done(await register.Host.Report.RunAsync(first.Id, default)).Warnings.IsLate);
    }

    [Fact]
    public async Task RunAsync_MoreFindingsThanAChunk_AreAllThere()
    {
        for (var serial = 1; serial <= 400; serial++) await register.WriteAsync(SweepRegister.Permit(serial) with { Ranges = [OutOfSeason] });
        var run = await register.SweepAsync();
        var place = await register.Host.Results.FindAsync(run.Id, FindingPlace.Ledger("KT7", SweepRegister.North, "2014"), default);
        var streamed = await register.Host.Report.FindingsAsync(run.Id, default).Select(one => one.Id).ToListAsync();
        Assert.True(place!.Chunks > 1, $"{place.Chunks} chunk(s)");
        Assert.Equal(place.Standing, streamed.Count(id => id.StartsWith("KT7-2014-", StringComparison.Ordinal)));
        Assert.Equal(streamed.Count, streamed.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task RunAsync_NoRunYet_IsNotFound() =>
        Assert.Equal("run-not-found", Assert.IsType<Outcome<ReportModel>.Refused>(await register.Host.Report.RunAsync("latest", default)).Refusal.Code);

    private async Task<ReportModel> LatestAsync() => Done(await register.Host.Report.RunAsync("latest", default));

    private static ReportModel Done(Outcome<ReportModel> outcome) => Assert.IsType<Outcome<ReportModel>.Done>(outcome).Value;
}
