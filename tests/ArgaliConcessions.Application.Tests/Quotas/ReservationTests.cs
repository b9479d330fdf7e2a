using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Quotas;

public sealed class ReservationTests
{
    [Fact]
    public async Task ReserveAsync_WithinTheLine_KeepsThePlace()
    {
        using var register = await PreparedAsync(animals: 2);
        Assert.True(Done(await register.ReserveAsync(2)).Created);
        var refused = Assert.IsType<Outcome<PermitAnswer>.Refused>(await register.IssueAsync(Requests.Lawful));
        Assert.Equal(("oversold-line", (EvidenceValue)2, (EvidenceValue)0), Figures(refused.Refusal));
        Assert.Equal("Grant granted +2; Reservation reserved +2", await register.SeriesAsync());
    }

    [Fact]
    public async Task ReserveAsync_PastTheLine_IsRefused()
    {
        using var register = await PreparedAsync(animals: 2);
        await register.IssuedAsync();
        var refused = Assert.IsType<Outcome<Reservation>.Refused>(await register.ReserveAsync(2));
        Assert.Equal(("oversold-line", (EvidenceValue)0, (EvidenceValue)1), Figures(refused.Refusal));
        Assert.Equal(0, (await register.BalanceAsync()).Reserved);
    }

    [Theory]
    [InlineData("2014-08-31", "reservation-in-the-past")]
    [InlineData("2015-07-01", "reservation-past-year")]
    [InlineData("2014-09-01", null)]
    [InlineData("2015-06-30", null)]
    public async Task ReserveAsync_Until_FromTodayToTheYearsLastDay(string until, string? code)
    {
        using var register = await PreparedAsync();
        var outcome = await register.ReserveAsync(until: NodaTime.Text.LocalDatePattern.Iso.Parse(until).Value);
        Assert.Equal(code, (outcome as Outcome<Reservation>.Refused)?.Refusal.Reasons[0].Code);
    }

    [Fact]
    public async Task ReserveAsync_SameAgain_ChangesNothing()
    {
        using var register = await PreparedAsync();
        await register.ReserveAsync(2);
        Assert.False(Done(await register.ReserveAsync(2)).Created);
        Assert.Equal(2, (await register.BalanceAsync()).Reserved);
    }

    [Fact]
    public async Task ReserveAsync_Changed_MovesTheDifference()
    {
        using var register = await PreparedAsync();
        await register.ReserveAsync(2);
        await register.ReserveAsync(5, ifMatch: "1.1");
        await register.ReserveAsync(1, ifMatch: "2.2");
        Assert.Equal("Grant granted +10; Reservation reserved +2; Reservation reserved +3; Release reserved -4", await register.SeriesAsync());
        var stale = Assert.IsType<Outcome<Reservation>.Refused>(await register.ReserveAsync(3, ifMatch: "1.1"));
        Assert.Equal("precondition-failed", stale.Refusal.Code);
    }

    [Fact]
    public async Task IssueAsync_OnAReservation_TakesItsPlaceInOneCommit()
    {
        using var register = await PreparedAsync(animals: 1);
        await register.ReserveAsync(1);
        var permit = await register.IssuedAsync(Requests.Lawful with { Reservation = "doe" });
        Assert.Equal((ReservationStatus.Used, permit.Number), ((await register.ReservationAsync()).Status, (await register.ReservationAsync()).Permit));
        Assert.Equal("Grant granted +1; Reservation reserved +1; Release reserved -1, Issue issued +1", await register.SeriesAsync());
    }

    [Fact]
    public async Task IssueAsync_OnAReservationOfMore_GivesTheRestBack()
    {
        using var register = await PreparedAsync(animals: 3);
        await register.ReserveAsync(3);
        await register.IssuedAsync(Requests.Lawful with { Reservation = "doe" });
        Assert.Equal((1, 0), ((await register.BalanceAsync()).Held, (await register.BalanceAsync()).Reserved));
    }

    [Theory]
    [InlineData("other", "reservation-unknown")]
    [InlineData("doe", "reservation-not-open")]
    public async Task IssueAsync_OnNoOpenReservation_IsRefused(string reservation, string code)
    {
        using var register = await PreparedAsync();
        await register.ReserveAsync();
        await register.IssuedAsync(Requests.Lawful with { Reservation = "doe" });
        var refused = Assert.IsType<Outcome<PermitAnswer>.Refused>(await register.IssueAsync(Requests.Lawful with { Reservation = reservation }, "k2"));
        Assert.Equal(code, Assert.Single(refused.Refusal.Reasons).Code);
        Assert.Equal(1, (await register.BalanceAsync()).Held);
    }

    [Fact]
    public async Task IssueAsync_ReservationPastItsLastDay_IsRefusedThoughNoTimerCame()
    {
        using var register = await PreparedAsync();
        await register.ReserveAsync(until: new LocalDate(2014, 9, 1));
        // 23:59 of 1 September in Dushanbe, then midnight.
        register.Time.Advance(TimeSpan.FromHours(12) + TimeSpan.FromMinutes(59));
        await register.IssuedAsync(Requests.Lawful with { Reservation = "doe" });
        await register.ReserveAsync(id: "roe", until: new LocalDate(2014, 9, 1));
        register.Time.Advance(TimeSpan.FromMinutes(1));
        var refused = Assert.IsType<Outcome<PermitAnswer>.Refused>(await register.IssueAsync(Requests.Lawful with { Reservation = "roe" }, "k2"));
        Assert.Equal("reservation-run-out", Assert.Single(refused.Refusal.Reasons).Code);
    }

    [Fact]
    public async Task ReleaseAsync_Open_GivesBackOnce()
    {
        using var register = await PreparedAsync();
        await register.ReserveAsync(2);
        for (var i = 0; i < 2; i++) Assert.Equal(ReservationStatus.Released, Done(await ReleaseAsync(register)).Value.Status);
        Assert.Equal("Grant granted +10; Reservation reserved +2; Release reserved -2", await register.SeriesAsync());
        Assert.IsType<Outcome<Reservation>.Refused>(await register.ReserveAsync(3, ifMatch: "2.2"));
    }

    [Fact]
    public async Task ReleaseAsync_Used_IsRefused()
    {
        using var register = await PreparedAsync();
        await register.ReserveAsync();
        await register.IssuedAsync(Requests.Lawful with { Reservation = "doe" });
        var refused = Assert.IsType<Outcome<Reservation>.Refused>(await ReleaseAsync(register));
        Assert.Equal("reservation-not-open", refused.Refusal.Reasons[0].Code);
    }

    [Fact]
    public async Task SettleAsync_LastDayOver_GivesBack()
    {
        using var register = await PreparedAsync();
        await register.ReserveAsync(2, until: new LocalDate(2014, 9, 1));
        register.Time.Advance(TimeSpan.FromHours(13));
        Assert.Equal(0, await register.SettleNotes.RunAsync("timer-1", default));
        register.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, await register.SettleNotes.RunAsync("timer-2", default));
        Assert.Equal(ReservationStatus.Expired, (await register.ReservationAsync()).Status);
        Assert.Equal(0, (await register.BalanceAsync()).Reserved);
        Assert.Equal(0, await register.SettleNotes.RunAsync("timer-3", default));
    }

    [Fact]
    public async Task SettleAsync_Prolonged_WaitsForTheLaterEnd()
    {
        using var register = await PreparedAsync();
        await register.ReserveAsync(until: new LocalDate(2014, 9, 1));
        await register.ReserveAsync(until: new LocalDate(2014, 9, 2), ifMatch: "*");
        register.Time.Advance(TimeSpan.FromHours(14));
        Assert.Equal(1, await register.SettleNotes.RunAsync("timer-1", default));
        Assert.Equal(ReservationStatus.Open, (await register.ReservationAsync()).Status);
        register.Time.Advance(TimeSpan.FromDays(1));
        await register.SettleNotes.RunAsync("timer-2", default);
        Assert.Equal(ReservationStatus.Expired, (await register.ReservationAsync()).Status);
    }

    [Fact]
    public async Task SettleAsync_TimeZoneMovedWestward_WaitsForItsDayThere()
    {
        using var register = await PreparedAsync();
        await register.ReserveAsync(until: new LocalDate(2014, 9, 1));
        await register.Law.AuthorityAsync(new RuleSettings(), revision: 2, timeZone: "Atlantic/Azores");
        // Midnight has passed in Dushanbe, not on the Azores.
        register.Time.Advance(TimeSpan.FromHours(14));
        await register.SettleNotes.RunAsync("timer-1", default);
        Assert.Equal(ReservationStatus.Open, (await register.ReservationAsync()).Status);
        register.Time.Advance(TimeSpan.FromHours(8));
        await register.SettleNotes.RunAsync("timer-2", default);
        Assert.Equal(ReservationStatus.Expired, (await register.ReservationAsync()).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SettleAsync_DiesAtTheCommit_EndsItTheNextTime(bool lands)
    {
        using var register = await PreparedAsync();
        await register.ReserveAsync(until: new LocalDate(2014, 9, 1));
        register.Time.Advance(TimeSpan.FromDays(1));
        register.Store.DieAfter(0, lands);
        await Assert.ThrowsAsync<RecordStoreException>(() => register.SettleNotes.RunAsync("timer-1", default));
        register.Store.Revive();
        await register.SettleNotes.RunAsync("timer-2", default);
        Assert.Equal("Grant granted +10; Reservation reserved +1; Release reserved -1", await register.SeriesAsync());
    }

    [Fact]
    public async Task PutLineAsync_BelowIssuedAndReserved_IsRefused()
    {
        using var register = await PreparedAsync();
        await register.IssuedAsync();
        await register.ReserveAsync(2);
        var refused = Assert.IsType<Outcome<QuotaLineStanding>.Refused>(await register.PutLineAsync(2));
        Assert.Equal((EvidenceValue)3, refused.Refusal.Reasons[0].Evidence.Values["issued"]);
        Assert.IsType<Outcome<QuotaLineStanding>.Done>(await register.PutLineAsync(3));
    }

    private static async Task<TestRegister> PreparedAsync(int animals = 10)
    {
        var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(animals);
        return register;
    }

    private static Outcome<Reservation>.Done Done(Outcome<Reservation> outcome) => Assert.IsType<Outcome<Reservation>.Done>(outcome);

    private static Task<Outcome<Reservation>> ReleaseAsync(TestRegister register) =>
        register.Release.RunAsync("demo-north", "2014", "rams", "doe", TestRegister.Clerk, default);

    private static (string Code, EvidenceValue? Reserved, EvidenceValue? Remaining) Figures(Refusal refusal)
    {
        var reason = Assert.Single(refusal.Reasons);
        return (reason.Code, reason.Evidence.Values["reserved"], reason.Evidence.Values["remaining"]);
    }
}
