using ArgaliConcessions.Host.Local.Timers;
using NodaTime;
using NodaTime.Text;

namespace ArgaliConcessions.Functions.Tests.Timers;

public sealed class CronTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2015-03-01T06:02:30Z", "2015-03-01T06:05:00Z")]
    [InlineData("0 */5 * * * *", "2015-03-01T06:05:00Z", "2015-03-01T06:10:00Z")]
    [InlineData("0 */5 * * * *", "2015-03-01T06:04:59.9Z", "2015-03-01T06:05:00Z")]
    [InlineData("*/20 * * * * *", "2015-03-01T06:00:40Z", "2015-03-01T06:01:00Z")]
    [InlineData("5/15 * * * * *", "2015-03-01T06:00:21Z", "2015-03-01T06:00:35Z")]
    [InlineData("0 0 0 * * *", "2015-12-31T00:00:00Z", "2016-01-01T00:00:00Z")]
    [InlineData("0 30 1 * * *", "2015-03-01T01:30:00Z", "2015-03-02T01:30:00Z")]
    [InlineData("0 15,45 8-10,20 * * *", "2015-03-01T08:50:00Z", "2015-03-01T09:15:00Z")]
    [InlineData("0 15,45 8-10,20 * * *", "2015-03-01T10:45:00Z", "2015-03-01T20:15:00Z")]
    [InlineData("0 15,45 8-10,20 * * *", "2015-03-01T20:45:00Z", "2015-03-02T08:15:00Z")]
    [InlineData("30 59 23 31 12 *", "2015-12-31T23:59:30Z", "2016-12-31T23:59:30Z")]
    [InlineData("0 0 12 31 * *", "2015-01-31T12:00:00Z", "2015-03-31T12:00:00Z")]
    [InlineData("0 0 12 30 * *", "2015-01-30T12:00:00Z", "2015-03-30T12:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2015-03-01T00:00:00Z", "2016-02-29T00:00:00Z")]
    [InlineData("0 0 0 29 FEB *", "2096-02-29T00:00:00Z", "2104-02-29T00:00:00Z")]
    [InlineData("0 0 0 29 2 MON", "2016-03-01T00:00:00Z", "2044-02-29T00:00:00Z")]
    [InlineData("0 0 9 * * 1-5", "2015-02-27T09:00:00Z", "2015-03-02T09:00:00Z")]
    [InlineData("0 0 9 * * sun", "2015-02-27T09:00:00Z", "2015-03-01T09:00:00Z")]
    [InlineData("0 0 9 * * 0,6", "2015-03-01T09:00:00Z", "2015-03-07T09:00:00Z")]
    [InlineData("0 0 0 1 * FRI", "2015-01-01T00:00:00Z", "2015-05-01T00:00:00Z")]
    [InlineData("  0  0 0 1 JAN-MAR/2 *  ", "2015-01-01T00:00:00Z", "2015-03-01T00:00:00Z")]
    public void Next_OfASchedule_IsTheFirstAfter(string schedule, string after, string expected) =>
        Assert.Equal(Moment(expected), Cron.Parse(schedule).Next(Moment(after)));

    [Theory]
    [InlineData("0 0 0 30 2 *")]
    [InlineData("0 0 0 31 4,6,9,11 *")]
    public void Next_OfADayThatNeverComes_IsNull(string schedule) => Assert.Null(Cron.Parse(schedule).Next(Moment("2015-03-01T00:00:00Z")));

    [Theory]
    [InlineData("")]
    [InlineData("* * * * *")]
    [InlineData("* * * * * * *")]
    [InlineData("60 * * * * *")]
    [InlineData("* 60 * * * *")]
    [InlineData("* * 24 * * *")]
    [InlineData("* * * 0 * *")]
    [InlineData("* * * 32 * *")]
    [InlineData("* * * * 13 *")]
    [InlineData("* * * * 0 *")]
    [InlineData("* * * * * 7")]
    [InlineData("* * * * * MONDAY")]
    [InlineData("*/0 * * * * *")]
    [InlineData("5-1 * * * * *")]
    [InlineData("1, * * * * *")]
    [InlineData("1-2-3 * * * * *")]
    [InlineData("1/2/3 * * * * *")]
    [InlineData("-1 * * * * *")]
    [InlineData("+1 * * * * *")]
    [InlineData("x * * * * *")]
    [InlineData("00:30:00")]
    public void Parse_NoSchedule_IsRefused(string schedule) => Assert.Throws<FormatException>(() => Cron.Parse(schedule));

    [Fact]
    public void Next_OfRandomSchedules_AgreesWithLookingAtEverySecond()
    {
        var random = new Random(20150301);
        for (var round = 0; round < 200; round++)
        {
            int second = random.Next(60), minute = random.Next(60), hour = random.Next(24), weekday = random.Next(7);
            var schedule = Cron.Parse(FormattableString.Invariant($"{second}/7 {minute} {hour}-23/5 * * {weekday}"));
            var after = Instant.FromUtc(2015, 3, 1, 0, 0).Plus(Duration.FromSeconds(random.Next(7 * 86400)));

            Assert.Equal(BySecond(after, second, minute, hour, weekday), schedule.Next(after));
        }
    }

    private static Instant BySecond(Instant after, int second, int minute, int hour, int weekday)
    {
        for (var at = after.Plus(Duration.FromSeconds(1)); ; at = at.Plus(Duration.FromSeconds(1)))
        {
            var utc = at.InUtc();
            var fits = utc.Second >= second && (utc.Second - second) % 7 == 0 && utc.Minute == minute
                && utc.Hour >= hour && (utc.Hour - hour) % 5 == 0 && (int)utc.DayOfWeek % 7 == weekday;
            if (fits) return at;
        }
    }

    private static Instant Moment(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
