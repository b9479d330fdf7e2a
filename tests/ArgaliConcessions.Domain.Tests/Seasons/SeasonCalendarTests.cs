using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Seasons;

public sealed class SeasonCalendarTests
{
    private static readonly DateInterval Year = A.Days("2014-07-01", "2015-06-30");

    private static SeasonYear Of(ConcessionBuilder concession, string taxon = "polii", string? zone = "north", LawKnowledge? knowledge = null, DateInterval? year = null) =>
        A.Law().With(concession).Build().Seasons.Of(taxon, zone, year ?? Year, knowledge ?? LawKnowledge.Everything);

    private static string Spans(SeasonYear year) => string.Join(' ', year.Spans.Select(s => $"{s.From:uuuu-MM-dd}/{s.To:uuuu-MM-dd}"));

    [Fact]
    public void Of_TwoWindows_AreTwoSpansWithTheirLaw()
    {
        var year = Of(A.Concession());
        Assert.Equal("2014-09-01/2014-12-15 2015-02-01/2015-03-01", Spans(year));
        Assert.Equal((A.Date("2014-09-01"), A.Date("2015-03-01")), (year.FirstOpenDay, year.LastOpenDay));
        Assert.Equal("concession/demo-north/season/polii@1", Assert.Single(year.Spans[0].Laws).Path);
    }

    [Fact]
    public void Of_TouchingWindowsOfTwoSeasons_AreOneSpanWithBothLaws()
    {
        var year = Of(A.Concession()
            .Season("a", "polii", "2014-01-01", null, "2014-01-10", [], A.Yearly("--09-01", "--09-30"))
            .Season("b", "argali", "2014-01-01", null, "2014-01-10", [], A.Yearly("--10-01", "--10-31")));
        Assert.Equal("2014-09-01/2014-10-31", Spans(year));
        Assert.Equal(2, year.Spans[0].Laws.Length);
    }

    [Fact]
    public void Of_ParentsSeason_CoversTheChildButNotTheReverse()
    {
        var argali = A.Concession().Season("all", "argali", "2014-01-01", null, "2014-01-10", [], A.Yearly("--09-01", "--09-30"));
        var polii = A.Concession().Season("polii", "polii", "2014-01-01", null, "2014-01-10", [], A.Yearly("--09-01", "--09-30"));
        Assert.Equal("2014-09-01/2014-09-30", Spans(Of(argali)));
        Assert.Equal("", Spans(Of(polii, "argali")));
        Assert.Equal("", Spans(Of(polii, "ibex")));
    }

    [Fact]
    public void Of_SeasonOfOneZone_IsClosedInTheOtherAndOpenInAny()
    {
        static ConcessionBuilder South() => A.Concession().Season("s", "polii", "2014-01-01", null, "2014-01-10", ["south"], A.Yearly("--09-01", "--09-30"));
        Assert.Equal("", Spans(Of(South())));
        Assert.Equal("2014-09-01/2014-09-30", Spans(Of(South(), zone: "south")));
        Assert.Equal("2014-09-01/2014-09-30", Spans(Of(South(), zone: null)));
    }

    [Fact]
    public void Of_WindowOverTheYearsEnd_IsCutToTheHuntingYear() =>
        Assert.Equal("2014-07-01/2015-06-30", Spans(Of(A.Concession().Season("2010-01-01", "2010-01-01", A.Yearly("--01-01", "--12-31")))));

    [Fact]
    public void Of_NewVersionInMidSeason_EachCountsWhileInForce()
    {
        var concession = A.Concession()
            .Season("2014-01-01", "2014-01-10", A.Yearly("--09-01", "--12-15"), A.Yearly("--02-01", "--03-31"))
            .Season("2015-02-15", "2015-02-10", A.Yearly("--02-01", "--03-01"));
        var year = Of(concession);
        Assert.Equal("2014-09-01/2014-12-15 2015-02-01/2015-03-01", Spans(year));
        Assert.Equal([1, 2], year.Spans[^1].Laws.Select(l => l.Path[^1] - '0'));
        Assert.Equal(A.Date("2015-03-31"), Of(concession, knowledge: LawKnowledge.Everything.AsPublishedBy(A.Date("2015-02-09"))).LastOpenDay);
    }

    [Fact]
    public void Of_KnownBeforeTheVersionWasRecorded_SeesNothing() =>
        Assert.Empty(Of(A.Concession(), knowledge: new LawKnowledge(A.Recorded - Duration.Epsilon)).Spans);

    [Fact]
    public void Of_LeapYear_EndsOn29February()
    {
        var year = Of(A.Concession().Season("2014-01-01", "2014-01-10", A.Yearly("--02-01", "--02-29")), year: A.Days("2015-07-01", "2016-06-30"));
        Assert.Equal("2016-02-01/2016-02-29", Spans(year));
    }

    [Theory]
    [InlineData("2014-09-01", "2014-12-15", "")]
    [InlineData("2014-08-31", "2014-09-01", "BeforeFirst 2014-08-31/2014-08-31")]
    [InlineData("2014-12-15", "2014-12-16", "Gap 2014-12-16/2014-12-16")]
    [InlineData("2014-12-16", "2015-01-31", "Gap 2014-12-16/2015-01-31")]
    [InlineData("2014-12-01", "2015-02-10", "Gap 2014-12-16/2015-01-31")]
    [InlineData("2015-03-01", "2015-03-02", "AfterLast 2015-03-02/2015-03-02")]
    [InlineData("2014-08-01", "2015-03-31", "BeforeFirst 2014-08-01/2014-08-31, Gap 2014-12-16/2015-01-31, AfterLast 2015-03-02/2015-03-31")]
    [InlineData("2015-08-01", "2015-09-10", "AfterLast 2015-08-01/2015-09-10")]
    [InlineData("2013-09-10", "2013-09-10", "BeforeFirst 2013-09-10/2013-09-10")]
    public void Uncovered_AtTheEdges_NamesTheClosedDays(string from, string to, string expected) => Assert.Equal(
        expected,
        string.Join(", ", Of(A.Concession()).Uncovered(A.Days(from, to)).Select(s => $"{s.Kind} {s.From:uuuu-MM-dd}/{s.To:uuuu-MM-dd}")));

    [Fact]
    public void Uncovered_NoOpenDay_IsTheWholeRange()
    {
        var span = Assert.Single(Of(A.Concession(), "ibex").Uncovered(A.Days("2014-09-01", "2014-09-03")));
        Assert.Equal((ClosedDay.NoOpenDay, 3), (span.Kind, span.Days));
    }

    [Theory]
    [InlineData("2015-03-14", 13)]
    [InlineData("2015-03-01", 0)]
    [InlineData("2014-08-30", 2)]
    [InlineData("2015-01-31", 1)]
    [InlineData("2014-12-17", 2)]
    public void DaysOutside_ClosedDay_IsTheDistanceToTheNearestOpenOne(string date, int expected) =>
        Assert.Equal(expected, Of(A.Concession()).DaysOutside(A.Date(date)));

    [Fact]
    public void OpenBeforeAndAfter_InAGap_AreTheDaysAroundIt()
    {
        var year = Of(A.Concession());
        Assert.Equal((A.Date("2014-12-15"), A.Date("2015-02-01")), (year.OpenBefore(A.Date("2015-01-10")), year.OpenAfter(A.Date("2015-01-10"))));
        Assert.Equal((null, null), (year.OpenBefore(A.Date("2014-09-01")), year.OpenAfter(A.Date("2015-03-01"))));
    }

    [Fact]
    public void Split_OverTheGapAndTwoZones_OffersWhatIsOpenInBoth()
    {
        var law = A.Law().With(A.Concession()
            .Season("n", "polii", "2014-01-01", null, "2014-01-10", ["north"], A.Yearly("--09-01", "--12-15"), A.Yearly("--02-01", "--03-01"))
            .Season("s", "polii", "2014-01-01", null, "2014-01-10", ["south"], A.Yearly("--10-01", "--02-15"))).Build();
        var years = new[] { "north", "south" }.Select(zone => law.Seasons.Of("polii", zone, Year, LawKnowledge.Everything));
        Assert.Equal([A.Days("2014-10-01", "2014-12-15"), A.Days("2015-02-01", "2015-02-15")], SeasonSplit.Of([A.Days("2014-09-20", "2015-03-31")], years).ToArray());
        Assert.Empty(SeasonSplit.Of([A.Days("2015-05-01", "2015-05-10")], years));
    }

    [Fact]
    public void DistinctDays_SameDaysInTwoZones_CountOnce() => Assert.Equal(12, ZoneDays.DistinctDays([
        new("north", [A.Days("2015-03-02", "2015-03-10")]), new("south", [A.Days("2015-03-05", "2015-03-06"), A.Days("2015-03-10", "2015-03-13")])]));
}
