using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Tests.Compliance;

/// <summary>The clock starts on 1 September 2014 at 11:00 in Dushanbe (UTC+5, no summer time).</summary>
public sealed class NightlySweepTests : IAsyncLifetime
{
    private SweepRegister register = null!;

    public async Task InitializeAsync() => register = await SweepRegister.OpenAsync();

    public Task DisposeAsync()
    {
        register.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task StartIfDue_NeverSwept_StartsOnceHoweverOftenItIsAsked()
    {
        var first = await StartAsync();
        Assert.NotNull(first);
        Assert.Null(await StartAsync());
        Assert.Null(await new SweepHost(register.Register.Store, register.Register.Time, register.Register.Ids).Nightly.StartIfDueAsync(default));
    }

    [Fact]
    public async Task StartIfDue_SweptSinceLastNight_WaitsForTheNext()
    {
        await register.SweepAsync();
        Assert.Null(await StartAsync());
        register.Register.Time.Advance(TimeSpan.FromHours(14) + TimeSpan.FromMinutes(59));
        Assert.Null(await StartAsync());
        register.Register.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await StartAsync());
    }

    [Fact]
    public async Task StartIfDue_ManyNightsMissed_MakesUpForThemWithOne()
    {
        await register.SweepAsync();
        register.Register.Time.Advance(TimeSpan.FromDays(40));
        Assert.NotNull(await StartAsync());
        await register.Host.Runner.RunAsync(default);
        Assert.Null(await StartAsync());
    }

    [Fact]
    public async Task StartIfDue_NightsSweepFailed_IsBegunAgainAfterAnHour()
    {
        var first = await StartAsync();
        register.Register.Store.BeforeCommit = partition =>
            partition == Partitions.Runs ? throw new RecordStoreException("no room left") : Task.CompletedTask;
        for (var attempt = 0; attempt < 6; attempt++) await register.Host.Runner.RunAsync(default);
        register.Register.Store.BeforeCommit = null;
        Assert.Equal(RunState.Failed, (await register.Host.Runs.FindAsync(first!, default))!.State);
        Assert.Null(await StartAsync());
        register.Register.Time.Advance(TimeSpan.FromHours(1));
        var second = await StartAsync();
        Assert.NotEqual(first, second);
        Assert.Null(await StartAsync());
    }

    [Fact]
    public async Task Health_NightWithoutSweep_IsLateWhenTheTimeAllowedHasPassed()
    {
        await register.SweepAsync();
        register.Register.Time.Advance(TimeSpan.FromHours(18) + TimeSpan.FromMinutes(59));
        Assert.False((await register.Host.Health.ReadAsync(default)).IsLate);
        register.Register.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await register.Host.Health.ReadAsync(default)).IsLate);
        await register.SweepAsync();
        Assert.False((await register.Host.Health.ReadAsync(default)).IsLate);
    }

    [Theory]
    [InlineData("2014-09-01T20:59:59Z", "2014-09-01", "2014-08-31T21:00:00Z")]
    [InlineData("2014-09-01T21:00:00Z", "2014-09-02", "2014-09-01T21:00:00Z")]
    public void Last_AroundTheSweepsHour_IsTheNightThatHasCome(string now, string date, string began)
    {
        var night = SweepNight.Last(Of(now), DateTimeZoneProviders.Tzdb["Asia/Dushanbe"], new LocalTime(2, 0));
        Assert.Equal((NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value, Of(began)), (night.Date, night.Began));
    }

    [Fact]
    public void Last_HourThatTheClockSkips_ComesAfterTheGap()
    {
        // Berlin went from 02:00 to 03:00 on 29 March 2015.
        var night = SweepNight.Last(Of("2015-03-29T12:00:00Z"), DateTimeZoneProviders.Tzdb["Europe/Berlin"], new LocalTime(2, 0));
        Assert.Equal(Of("2015-03-29T01:00:00Z"), night.Began);
    }

    private Task<string?> StartAsync() => register.Host.Nightly.StartIfDueAsync(default);

    private static Instant Of(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;
}
