using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Runs;

namespace ArgaliConcessions.Application.Tests.Compliance;

public sealed class SealedYearTests : IAsyncLifetime
{
    private SweepRegister register = null!;

    public async Task InitializeAsync()
    {
        register = await SweepRegister.OpenAsync();
        await register.WriteAsync(SweepRegister.Permit(1), SweepRegister.Kill());
        await register.SweepAsync();
        await register.Register.Law.SealYearAsync();
    }

    public Task DisposeAsync()
    {
        register.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Sweep_SealedYear_IsLeftAloneAndKeepsWhenItWasJudged()
    {
        var before = await register.Host.Runs.LatestAsync(default);
        register.Register.Time.Advance(TimeSpan.FromDays(1));
        var run = await register.SweepAsync();
        var place = await PlaceAsync(run);
        Assert.Equal((true, 0, before!.StartedAt), (place.Sealed, place.Judged, place.JudgedAt));
        Assert.Equal(0, run.Totals!.Ledgers);
    }

    [Fact]
    public async Task Sweep_BanOverASealedYear_ReopensItForOneRun()
    {
        register.Register.Time.Advance(TimeSpan.FromDays(1));
        await register.SweepAsync();
        register.Register.Time.Advance(TimeSpan.FromDays(1));
        await register.Register.Law.ClosureAsync("late-ban", new LocalDate(2014, 9, 1), new LocalDate(2014, 9, 2), Instant.FromDateTimeOffset(register.Register.Time.GetUtcNow()));
        var reopened = await register.SweepAsync();
        Assert.Equal((2, 1), (reopened.Totals!.Ledgers, reopened.Totals.Judged));
        Assert.Contains(await register.FindingsAsync(), finding => finding.Rule == "R05" && finding.Status == FindingStatus.Open);
        register.Register.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, (await register.SweepAsync()).Totals!.Ledgers);
        Assert.Contains(await register.FindingsAsync(), finding => finding.Rule == "R05" && finding.Status == FindingStatus.Open);
    }

    [Fact]
    public async Task Sweep_BanAfterASealedYear_LeavesItAlone()
    {
        register.Register.Time.Advance(TimeSpan.FromDays(1));
        await register.Register.Law.ClosureAsync("next-ban", new LocalDate(2016, 9, 1), new LocalDate(2016, 1, 2), Instant.FromDateTimeOffset(register.Register.Time.GetUtcNow()));
        Assert.Equal(0, (await register.SweepAsync()).Totals!.Ledgers);
    }

    [Fact]
    public async Task Sweep_SurveyThatASealedYearsQuotaRestsOn_ReopensIt()
    {
        register.Register.Time.Advance(TimeSpan.FromDays(1));
        await register.Register.Law.SurveyAsync("late", new LocalDate(2014, 1, 9), 1000, Instant.FromDateTimeOffset(register.Register.Time.GetUtcNow()));

        Assert.Equal(2, (await register.SweepAsync()).Totals!.Ledgers);

        Assert.Equal(["R27 2014/argali Register Violation Open"], await register.TextsAsync("-"));
        register.Register.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, (await register.SweepAsync()).Totals!.Ledgers);
    }

    [Fact]
    public async Task Sweep_SurveyAfterASealedYear_LeavesItAlone()
    {
        register.Register.Time.Advance(TimeSpan.FromDays(1));
        await register.Register.Law.SurveyAsync("next", new LocalDate(2015, 7, 1), 1000, Instant.FromDateTimeOffset(register.Register.Time.GetUtcNow()));
        Assert.Equal(0, (await register.SweepAsync()).Totals!.Ledgers);
    }

    private async Task<PlaceResult> PlaceAsync(Run run) => (await register.Host.Results.FindAsync(run.Id, FindingPlace.Ledger("KT7", SweepRegister.North, "2014"), default))!;
}
