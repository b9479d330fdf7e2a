using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Tests.Given;
using ArgaliConcessions.Domain.Tests.Zones;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Tests.Compliance;

/// <summary>R01 and R02. The default season is open 1 Sep to 15 Dec and 1 Feb to 1 Mar, published on 10 Jan 2014.</summary>
public sealed class SeasonRuleTests
{
    private static Permit Valid(string from, string to, string? issuedOn = "2014-09-20", params string[] zones) => A.Permit() with
    {
        Ranges = [A.Days(from, to)],
        IssuedOn = issuedOn is null ? null : A.Date(issuedOn),
        Zones = zones.Length == 0 ? ["north"] : [.. zones],
    };

    /// <summary>The season until 31 Mar, cut to 1 Mar by an act published on 10 Dec 2014.</summary>
    private static LawBook CutShort() => A.Law().With(A.Concession()
        .Season("2014-01-01", "2014-01-10", A.Yearly("--09-01", "--12-15"), A.Yearly("--02-01", "--03-31"))
        .Season("2014-12-20", "2014-12-10", A.Yearly("--09-01", "--12-15"), A.Yearly("--02-01", "--03-01"))).Build();

    [Theory]
    [InlineData("2014-09-01", "2014-12-15")]
    [InlineData("2015-02-01", "2015-03-01")]
    [InlineData("2015-03-01", "2015-03-01")]
    public void R01_WithinTheWindows_Passes(string from, string to) => Judged.OfPermit<OutOfSeason>(Judged.Case(Valid(from, to))).Passes();

    [Fact]
    public void R01_AfterTheLastDay_IsAViolationAtIssueWithFigures()
    {
        var flagged = Judged.OfPermit<OutOfSeason>(Judged.Case(Valid("2015-02-20", "2015-03-14"))).Is(Severity.Violation, FindingCause.AtIssue);
        Assert.Equal(("after-last", "13", "2015-03-01", "2014-09-01", "[[north 2015-03-02/2015-03-14]]", "2014/15"),
            (flagged.Told("kind"), flagged.Told("daysOutside"), flagged.Told("lastOpenDay"), flagged.Told("firstOpenDay"), flagged.Told("uncovered"), flagged.Told("huntingYear")));
        Assert.Equal("[2015-02-20/2015-03-01]", flagged.Told("offeredRanges"));
        Assert.Equal("concession/demo-north/season/polii@1", Assert.Single(flagged.Laws).Path);
    }

    [Fact]
    public void R01_BeforeTheFirstDay_IsAViolation() =>
        Assert.Equal("before-first", Judged.OfPermit<OutOfSeason>(Judged.Case(Valid("2014-08-31", "2014-09-05", "2014-08-01"))).Is(Severity.Violation, FindingCause.AtIssue).Told("kind"));

    [Fact]
    public void R01_NoOpenDay_IsAViolation()
    {
        var ibex = Valid("2014-10-01", "2014-10-05") with { Animal = new("ibex", Domain.Quotas.Sex.Male, null) };
        var flagged = Judged.OfPermit<OutOfSeason>(Judged.Case(ibex)).Is(Severity.Violation, FindingCause.AtIssue);
        Assert.Equal(("no-open-day", null), (flagged.Told("kind"), flagged.Told("offeredRanges")));
    }

    [Fact]
    public void R01_OverTheWinterBreak_IsANoticeOrAViolationAsSet()
    {
        var permit = Valid("2014-12-01", "2015-02-10");
        var notice = Judged.OfPermit<OutOfSeason>(Judged.Case(permit)).Is(Severity.Notice, FindingCause.AtIssue);
        Assert.Equal(("gap", "2014-12-15", "2015-02-01", "47", "[2014-12-01/2014-12-15 2015-02-01/2015-02-10]"),
            (notice.Told("kind"), notice.Told("openBefore"), notice.Told("openAfter"), notice.Told("daysOutside"), notice.Told("offeredRanges")));
        var strict = A.Law().With(new RuleSettings(GapInPermit: GapAnswer.Violation)).Build();
        Judged.OfPermit<OutOfSeason>(Judged.Case(permit, strict)).Is(Severity.Violation, FindingCause.AtIssue);
    }

    [Fact]
    public void R01_GapAndAfterLast_IsShownByTheWorse() =>
        Assert.Equal("after-last", Judged.OfPermit<OutOfSeason>(Judged.Case(Valid("2014-12-01", "2015-03-02"))).Is(Severity.Violation, FindingCause.AtIssue).Told("kind"));

    [Fact]
    public void R01_TwoZonesAndTwoRanges_ListsTheDaysByZone()
    {
        var law = A.Law().With(A.Concession()
            .Season("n", "polii", "2014-01-01", null, "2014-01-10", ["north"], A.Yearly("--09-01", "--12-15"))
            .Season("s", "polii", "2014-01-01", null, "2014-01-10", ["south"], A.Yearly("--09-01", "--10-31"))).Build();
        var permit = Valid("2014-10-30", "2014-11-02", zones: ["north", "south"]) with { Ranges = [A.Days("2014-10-30", "2014-11-02"), A.Days("2014-12-14", "2014-12-16")] };
        var flagged = Judged.OfPermit<OutOfSeason>(Judged.Case(permit, law)).Is(Severity.Violation, FindingCause.AtIssue);
        Assert.Equal("[[north 2014-12-16/2014-12-16] [south 2014-11-01/2014-11-02 2014-12-14/2014-12-16]]", flagged.Told("uncovered"));
        Assert.Equal("5", flagged.Told("daysOutside"));
    }

    [Fact]
    public void R01_NoZonesNamed_IsJudgedByDaysOpenInAny()
    {
        var law = A.Law().With(A.Concession().Season("s", "polii", "2014-01-01", null, "2014-01-10", ["south"], A.Yearly("--09-01", "--10-31"))).Build();
        var permit = A.Permit() with { Zones = [] };
        Judged.OfPermit<OutOfSeason>(Judged.Case(permit, law)).Passes();
        var late = Judged.OfPermit<OutOfSeason>(Judged.Case(permit with { Ranges = [A.Days("2014-11-01", "2014-11-01")] }, law)).Is(Severity.Violation, FindingCause.AtIssue);
        Assert.Equal("[[2014-11-01/2014-11-01]]", late.Told("uncovered"));
    }

    [Fact]
    public void R01_NextYearsSeason_IsAfterTheLastDayOfTheOwnYear() =>
        Judged.OfPermit<OutOfSeason>(Judged.Case(Valid("2015-09-05", "2015-09-10"))).Is(Severity.Violation, FindingCause.AtIssue);

    [Fact]
    public void R01_UnknownYear_IsNotJudged() => Judged.OfPermit<OutOfSeason>(Judged.Case(A.Permit() with { Year = "1999" })).Misses("year");

    [Fact]
    public void R01_CutShortAfterIssue_IsTheLawsChangeAndNeverAViolation()
    {
        var flagged = Judged.OfPermit<OutOfSeason>(Judged.Case(Valid("2015-02-20", "2015-03-14"), CutShort())).Is(Severity.Notice, FindingCause.LawChanged);
        Assert.Equal(("Order No. 2014-12-10", "2014-12-10", "2014-01-21", "concession/demo-north/season/polii@2"),
            (flagged.Told("changedBy"), flagged.Told("publishedOn"), flagged.Told("knownSince"), flagged.Told("changedLaw")));
    }

    [Theory]
    [InlineData("2014-12-09", FindingCause.LawChanged)]
    [InlineData("2014-12-10", FindingCause.AtIssue)]
    public void R01_IssuedOnTheDayOfTheAct_CouldBeKnown(string issuedOn, FindingCause expected) =>
        Assert.Equal(expected, Judged.Flag(Judged.OfPermit<OutOfSeason>(Judged.Case(Valid("2015-02-20", "2015-03-14", issuedOn), CutShort()))).Cause);

    [Fact]
    public void R01_UnlawfulBothThenAndNow_IsAtIssue() =>
        Judged.OfPermit<OutOfSeason>(Judged.Case(Valid("2015-03-20", "2015-04-02"), CutShort())).Is(Severity.Violation, FindingCause.AtIssue);

    [Fact]
    public void R01_AGapThatBecameTheEnd_IsTheLawsChange()
    {
        var law = A.Law().With(A.Concession()
            .Season("2014-01-01", "2014-01-10", A.Yearly("--09-01", "--12-15"), A.Yearly("--02-01", "--03-31"))
            .Season("2014-12-20", "2014-12-10", A.Yearly("--09-01", "--12-15"))).Build();
        Judged.OfPermit<OutOfSeason>(Judged.Case(Valid("2014-12-01", "2014-12-20"), law)).Is(Severity.Notice, FindingCause.LawChanged);
    }

    [Fact]
    public void R01_ChangedByTwoActs_NamesTheFirstThatClosedTheDays()
    {
        var law = A.Law().With(A.Concession()
            .Season("2014-01-01", "2014-01-10", A.Yearly("--02-01", "--03-31"))
            .Season("2014-12-20", "2014-12-10", A.Yearly("--02-01", "--03-20"))
            .Season("2015-01-20", "2015-01-10", A.Yearly("--02-01", "--03-10"))).Build();
        Assert.Equal("2015-01-10", Judged.Flag(Judged.OfPermit<OutOfSeason>(Judged.Case(Valid("2015-03-05", "2015-03-15"), law))).Told("publishedOn"));
        Assert.Equal("2014-12-10", Judged.Flag(Judged.OfPermit<OutOfSeason>(Judged.Case(Valid("2015-03-05", "2015-03-25"), law))).Told("publishedOn"));
    }

    [Fact]
    public void R01_ChangedByAVersionSinceReplaced_StillNamesIt()
    {
        var law = A.Law().With(A.Concession()
            .Season("2014-01-01", "2014-01-10", A.Yearly("--02-01", "--03-31"))
            .Season("2014-12-20", "2014-12-10", A.Yearly("--02-01", "--03-01"))
            .Season("2014-12-20", "2014-12-11", A.Yearly("--02-01", "--03-02"))).Build();
        var flagged = Judged.OfPermit<OutOfSeason>(Judged.Case(Valid("2015-02-20", "2015-03-14"), law)).Is(Severity.Notice, FindingCause.LawChanged);
        Assert.Equal(["1", "3", "2"], flagged.Laws.Select(law => law.Path[^1..]));
    }

    [Fact]
    public void R01_IssueDateUnknown_IsToBeCheckedIfTheLawEverAllowedIt()
    {
        var flagged = Judged.OfPermit<OutOfSeason>(Judged.Case(Valid("2015-02-20", "2015-03-14", null), CutShort())).Is(Severity.Notice, FindingCause.AtIssue);
        Assert.Equal("unknown", flagged.Told("issueDate"));
        Judged.OfPermit<OutOfSeason>(Judged.Case(Valid("2015-04-01", "2015-04-02", null), CutShort())).Is(Severity.Violation, FindingCause.AtIssue);
    }

    [Theory]
    [InlineData("2014-09-01", null)]
    [InlineData("2015-03-01", null)]
    [InlineData("2014-08-31", "before-first")]
    [InlineData("2015-03-02", "after-last")]
    [InlineData("2015-01-10", "gap")]
    public void R02_TakeOnADay_IsJudgedByItsLocalDate(string on, string? kind)
    {
        var answer = Judged.OfTake<HarvestOutOfSeason>(Judged.Case(A.Permit(), null, A.Kill(on)));
        if (kind is null) answer.Passes();
        else Assert.Equal((kind, on), (answer.Is(Severity.Violation, FindingCause.Conduct).Told("kind"), Judged.Flag(answer).Told("on")));
    }

    [Theory]
    [InlineData(HarvestOutcome.Wounded, 1)]
    [InlineData(HarvestOutcome.Lost, 1)]
    [InlineData(HarvestOutcome.Unsuccessful, 0)]
    public void R02_Outcome_AsksOnlyOfTakes(HarvestOutcome outcome, int expected) => Assert.Equal(
        expected, Judged.By<HarvestOutOfSeason>(Judged.Case(A.Permit(), null, A.Kill("2015-05-01") with { Outcome = outcome })).Count);

    [Fact]
    public void R02_AnotherAnimal_IsHeldAgainstThePermitsSeason() =>
        Judged.OfTake<HarvestOutOfSeason>(Judged.Case(A.Permit(), null, A.Kill() with { Taxon = "ibex" })).Passes();

    [Fact]
    public void R02_OpenInOneOfTwoZones_DependsOnThePosition()
    {
        var north = Draw.Box(73, 38, 74, 39);
        var south = Draw.Box(73, 37, 74, 38);
        var law = A.Law().With(A.Concession().Season("n", "polii", "2014-01-01", null, "2014-01-10", ["north"], A.Yearly("--09-01", "--12-15")))
            .With(new ZoneMap([Draw.Hunting("demo-north", "north", north), Draw.Hunting("demo-north", "south", south)])).Build();
        var permit = A.Permit() with { Zones = ["north", "south"] };
        RuleAnswer At(GeoPosition? position) => Judged.OfTake<HarvestOutOfSeason>(Judged.Case(permit, law, A.Kill() with { Position = position }));
        At(null).Is(Severity.Notice, FindingCause.Conduct);
        At(new(73.5, 38.5, 5)).Passes();
        At(new(73.5, 37.5, 5)).Is(Severity.Violation, FindingCause.Conduct);
        At(new(80, 37.5, 5)).Is(Severity.Notice, FindingCause.Conduct);
    }

    [Fact]
    public void R02_ClosedByAnActPublishedAfterTheHunt_IsNoViolation()
    {
        var law = A.Law().With(A.Concession()
            .Season("2014-01-01", "2014-01-10", A.Yearly("--02-01", "--03-31"))
            .Season("2015-03-02", "2015-03-10", A.Yearly("--02-01", "--03-01"))).Build();
        Judged.OfTake<HarvestOutOfSeason>(Judged.Case(A.Permit(), law, A.Kill("2015-03-05"))).Is(Severity.Notice, FindingCause.LawChanged);
        Judged.OfTake<HarvestOutOfSeason>(Judged.Case(A.Permit(), law, A.Kill("2015-03-10"))).Is(Severity.Violation, FindingCause.Conduct);
    }
}
