using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Law;

public sealed class LawSeriesTests
{
    private static LawVersion<string> Version(int number, string from, string? to, string value, string publishedOn = "2010-01-01") =>
        new(number, A.Date(from), to is null ? null : A.Date(to), A.Act(publishedOn), A.Recorded + Duration.FromDays(number), value);

    private static string? On(LawSeries<string> series, string date, LawKnowledge? knowledge = null) =>
        series.On(A.Date(date), knowledge ?? LawKnowledge.Everything)?.Value;

    [Fact]
    public void On_BeforeFirstAfterLastAndOnEdges_AnswersByBothEnds()
    {
        var series = new LawSeries<string>([Version(1, "2014-01-01", "2014-12-31", "a")]);
        Assert.Equal([null, "a", "a", null], new[] { "2013-12-31", "2014-01-01", "2014-12-31", "2015-01-01" }.Select(d => On(series, d)));
    }

    [Fact]
    public void On_LaterVersion_EndsTheEarlierTheDayBefore()
    {
        var series = new LawSeries<string>([Version(1, "2014-01-01", null, "a"), Version(2, "2015-03-02", null, "b")]);
        Assert.Equal(["a", "b"], new[] { "2015-03-01", "2015-03-02" }.Select(d => On(series, d)));
        Assert.Equal([A.Date("2015-03-01"), null], series.InForce(LawKnowledge.Everything).Select(v => v.ValidTo));
    }

    [Fact]
    public void On_OwnEndEarlierThanTheNext_LeavesDaysWithoutLaw()
    {
        var series = new LawSeries<string>([Version(1, "2014-01-01", "2014-06-30", "a"), Version(2, "2015-01-01", null, "b")]);
        Assert.Null(On(series, "2014-07-01"));
    }

    [Fact]
    public void On_LaterVersionEnded_DoesNotReviveTheEarlierOne()
    {
        var series = new LawSeries<string>([Version(1, "2014-01-01", null, "a"), Version(2, "2015-01-01", "2015-06-30", "b")]);
        Assert.Null(On(series, "2015-07-01"));
    }

    [Fact]
    public void On_RecordedOutOfOrder_TheCorrectionOfAFirstDayRules()
    {
        var series = new LawSeries<string>([Version(3, "2014-01-01", null, "corrected"), Version(2, "2015-01-01", null, "b"), Version(1, "2014-01-01", null, "a")]);
        Assert.Equal(["corrected", "b"], new[] { "2014-05-01", "2015-05-01" }.Select(d => On(series, d)));
        Assert.Equal("corrected", series.Latest.Value);
    }

    [Fact]
    public void On_KnownEarlier_SeesWhatWasRecordedThen()
    {
        var series = new LawSeries<string>([Version(1, "2014-01-01", null, "a"), Version(2, "2014-01-01", null, "b")]);
        Assert.Equal("a", On(series, "2014-05-01", new LawKnowledge(A.Recorded + Duration.FromDays(2) - Duration.Epsilon)));
        Assert.Equal("b", On(series, "2014-05-01", new LawKnowledge(A.Recorded + Duration.FromDays(2))));
        Assert.Null(On(series, "2014-05-01", new LawKnowledge(A.Recorded)));
    }

    [Theory]
    [InlineData("2015-02-19", "a")]
    [InlineData("2015-02-20", "b")]
    public void On_PublishedBy_CountsTheActOnItsDay(string publishedBy, string expected)
    {
        var series = new LawSeries<string>([Version(1, "2014-01-01", null, "a"), Version(2, "2015-01-01", null, "b", "2015-02-20")]);
        Assert.Equal(expected, On(series, "2015-03-01", LawKnowledge.Everything.AsPublishedBy(A.Date(publishedBy))));
    }

    [Fact]
    public void During_TouchingByOneDay_IsIncluded()
    {
        var series = new LawSeries<string>([Version(1, "2014-01-01", "2014-06-30", "a"), Version(2, "2014-08-01", null, "b")]);
        string Values(string from, string to) => string.Concat(series.During(A.Days(from, to), LawKnowledge.Everything).Select(v => v.Value));
        Assert.Equal(["a", "", "ab", "b"],
            [Values("2014-06-30", "2014-07-31"), Values("2014-07-01", "2014-07-31"), Values("2014-06-30", "2014-08-01"), Values("2020-01-01", "2020-01-01")]);
    }
}
