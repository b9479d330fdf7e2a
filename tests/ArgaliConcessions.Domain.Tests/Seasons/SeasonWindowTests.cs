using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace ArgaliConcessions.Domain.Tests.Seasons;

public sealed class SeasonWindowTests
{
    private static readonly SeasonWindow Autumn = A.Yearly("--09-01", "--12-15");
    private static readonly SeasonWindow Winter = A.Yearly("--11-01", "--01-31");
    private static readonly SeasonWindow Spring = A.Yearly("--02-01", "--02-29");

    [Theory]
    [InlineData("2014-08-31", false)]
    [InlineData("2014-09-01", true)]
    [InlineData("2014-12-15", true)]
    [InlineData("2014-12-16", false)]
    public void Contains_YearlyEdges_IncludesBoth(string date, bool expected) => Assert.Equal(expected, Autumn.Contains(A.Date(date)));

    [Theory]
    [InlineData("2014-10-31", false)]
    [InlineData("2014-11-01", true)]
    [InlineData("2014-12-31", true)]
    [InlineData("2015-01-01", true)]
    [InlineData("2015-01-31", true)]
    [InlineData("2015-02-01", false)]
    public void Contains_WrappingNewYear_IncludesBothYears(string date, bool expected) => Assert.Equal(expected, Winter.Contains(A.Date(date)));

    [Theory]
    [InlineData("2015-02-28", true)]
    [InlineData("2015-03-01", false)]
    [InlineData("2016-02-28", true)]
    [InlineData("2016-02-29", true)]
    [InlineData("2016-03-01", false)]
    [InlineData("2100-02-28", true)]
    [InlineData("2100-03-01", false)]
    public void Contains_EndOfFebruary_IsItsLastDay(string date, bool expected) => Assert.Equal(expected, Spring.Contains(A.Date(date)));

    [Fact]
    public void Contains_28FebruaryAsEnd_LeavesTheLeapDayClosed() => Assert.False(A.Yearly("--02-01", "--02-28").Contains(A.Date("2016-02-29")));

    [Fact]
    public void Contains_WrapEndingInFebruary_IncludesTheLeapDay() => Assert.True(A.Yearly("--11-01", "--02-29").Contains(A.Date("2016-02-29")));

    [Fact]
    public void Contains_SameDayTwice_IsOneDayAYear()
    {
        var day = A.Yearly("--12-31", "--12-31");
        Assert.True(day.Contains(A.Date("2015-12-31")));
        Assert.False(day.Contains(A.Date("2016-01-01")));
    }

    [Fact]
    public void Contains_Once_IncludesBothEnds()
    {
        var once = A.Once("2015-02-01", "2015-03-01");
        Assert.Equal([false, true, true, false], new[] { "2015-01-31", "2015-02-01", "2015-03-01", "2015-03-02" }.Select(d => once.Contains(A.Date(d))));
    }

    [Fact]
    public void Occurrences_OverTwoYears_AreUncutAndInOrder() => Assert.Equal(
        [A.Days("2013-11-01", "2014-01-31"), A.Days("2014-11-01", "2015-01-31")], Winter.Occurrences(A.Days("2014-01-31", "2014-11-01")));

    [Fact]
    public void IsSound_StartOn29FebruaryOrInverted_IsNot()
    {
        Assert.False(A.Yearly("--02-29", "--03-31").IsSound);
        Assert.True(Spring.IsSound);
        Assert.False(A.Once("2015-03-02", "2015-03-01").IsSound);
        Assert.True(A.Once("2015-03-01", "2015-03-01").IsSound);
    }

    [Fact]
    public void Contains_AnyYearlyWindow_AgreesWithTheCalendarByMonthAndDay()
    {
        var days = Gen.Choose(0, 365).Select(n => new LocalDate(2016, 1, 1).PlusDays(n)).Select(d => new AnnualDate(d.Month, d.Day));
        var dates = Gen.Choose(0, 3000).Select(n => new LocalDate(2010, 1, 1).PlusDays(n));
        var property = Prop.ForAll(Gen.Zip(days.Two(), dates).ToArbitrary(), asked =>
        {
            var ((from, to), date) = asked;
            if (from is { Month: 2, Day: 29 }) return true;
            var today = new AnnualDate(date.Month, date.Day);
            // In a common year the end "29 February" has no day of its own: it means the 28th, which it contains anyway.
            var expected = from.CompareTo(to) <= 0
                ? from.CompareTo(today) <= 0 && today.CompareTo(to) <= 0
                : from.CompareTo(today) <= 0 || today.CompareTo(to) <= 0;
            return new SeasonWindow.Yearly(from, to).Contains(date) == expected;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(20150301, 1), property);
    }
}
