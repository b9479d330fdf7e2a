using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Tests.Given;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Tests.Compliance;

/// <summary>R09, R10, R11, R12, R16, R36 and the ruling over all rules of issue.</summary>
public sealed class IssueRuleTests
{
    private static Permit Issued(string? on) => A.Permit() with { IssuedOn = on is null ? null : A.Date(on), FeePaidOn = A.Date("2014-05-01") };

    [Theory]
    [InlineData("2014-06-01", null)]
    [InlineData("2014-05-31", "2014-06-01")]
    public void R09_LinePublishedLater_IsFlagged(string issuedOn, string? published)
    {
        var answer = Judged.OfPermit<IssuedBeforeQuota>(Judged.Case(Issued(issuedOn)));
        if (published is null) answer.Passes();
        else Assert.Equal((published, "1"), (answer.Is(Severity.Violation, FindingCause.AtIssue).Told("quotaPublishedOn"), Judged.Flag(answer).Told("daysEarly")));
    }

    [Fact]
    public void R09_NationalQuotaOfAParentPublishedLater_IsFlagged()
    {
        var law = A.Law().NationalQuota("argali", ("2014-07-05", 70)).Build();
        Assert.Equal("2014-07-05", Judged.OfPermit<IssuedBeforeQuota>(Judged.Case(Issued("2014-07-01"), law)).Is(Severity.Violation, FindingCause.AtIssue).Told("quotaPublishedOn"));
        Judged.OfPermit<IssuedBeforeQuota>(Judged.Case(Issued("2014-07-05"), law)).Passes();
    }

    [Fact]
    public void R09_RaisedLater_CountsFromTheFirstAct()
    {
        var file = Judged.Case(Issued("2014-06-15")) with { Line = A.Revisions(("2014-06-01", A.Line(5)), ("2014-08-01", A.Line())) };
        Judged.OfPermit<IssuedBeforeQuota>(file).Passes();
    }

    [Fact]
    public void R09_MissingFacts_AreNotJudged()
    {
        Judged.OfPermit<IssuedBeforeQuota>(Judged.Case(Issued(null))).Misses("issue-date");
        Judged.OfPermit<IssuedBeforeQuota>(Judged.Case(Issued("2014-09-01")) with { Line = null }).Misses("line");
    }

    [Theory]
    [InlineData("2014-09-20", false)]
    [InlineData("2014-09-19", true)]
    public void R10_KillOnTheDayOfIssue_IsLawful(string killedOn, bool flagged)
    {
        var answer = Judged.OfPermit<IssuedAfterHunt>(Judged.Case(A.Permit(), null, A.Kill(killedOn)));
        if (flagged) Assert.Equal("1", answer.Is(Severity.Violation, FindingCause.AtIssue).Told("daysLate"));
        else answer.Passes();
    }

    [Fact]
    public void R10_WithoutTakesOrDate_SaysNothingOrWhatIsMissing()
    {
        Assert.Empty(Judged.By<IssuedAfterHunt>(Judged.Case(A.Permit(), null, A.Kill("2014-09-01") with { Outcome = HarvestOutcome.Unsuccessful })));
        Judged.OfPermit<IssuedAfterHunt>(Judged.Case(A.Permit() with { IssuedOn = null }, null, A.Kill())).Misses("issue-date");
    }

    [Theory]
    [InlineData("2014-09-19", false)]
    [InlineData("2014-09-20", false)]
    [InlineData("2014-09-21", true)]
    public void R11_FeeOnTheDayOfIssue_IsInTime(string paidOn, bool flagged)
    {
        var answer = Judged.OfPermit<FeeNotPaid>(Judged.Case(A.Permit() with { FeePaidOn = A.Date(paidOn) }));
        if (flagged) answer.Is(Severity.Violation, FindingCause.AtIssue);
        else answer.Passes();
    }

    [Fact]
    public void R11_MissingDates_AreNotJudged()
    {
        Judged.OfPermit<FeeNotPaid>(Judged.Case(A.Permit() with { FeePaidOn = null })).Misses("fee-date");
        Judged.OfPermit<FeeNotPaid>(Judged.Case(A.Permit() with { IssuedOn = null })).Misses("issue-date");
    }

    private static LawBook Concession(params (string PublishedOn, ConcessionTerms Terms)[] revisions)
    {
        var builder = A.Concession();
        foreach (var (publishedOn, terms) in revisions) builder.Says(terms, publishedOn);
        return A.Law().With(builder).Build();
    }

    [Theory]
    [InlineData("2014-10-20", null)]
    [InlineData("2014-10-19", "[2014-10-20/2014-10-20]")]
    public void R12_TenureEndsWithinTheRange_IsFlaggedForTheDaysAfter(string to, string? days)
    {
        var answer = Judged.OfPermit<ConcessionNotActive>(Judged.Case(A.Permit(), Concession(("2008-01-01", ConcessionBuilder.Terms(to: to)))));
        if (days is null) answer.Passes();
        else Assert.Equal((days, "ended"), (answer.Is(Severity.Violation, FindingCause.AtIssue).Told("inactiveDays"), Judged.Flag(answer).Told("kind")));
    }

    [Fact]
    public void R12_SuspendedByALaterAct_IsTheLawsChange()
    {
        var suspended = ConcessionBuilder.Terms(status: new ConcessionStatusChange(A.Date("2014-10-10"), ConcessionStatus.Suspended, null));
        var law = Concession(("2008-01-01", ConcessionBuilder.Terms()), ("2014-10-01", suspended));
        Assert.Equal("2014-10-01", Judged.OfPermit<ConcessionNotActive>(Judged.Case(A.Permit(), law)).Is(Severity.Notice, FindingCause.LawChanged).Told("publishedOn"));
        Judged.OfTake<ConcessionNotActive>(Judged.Case(A.Permit(), law, A.Kill("2014-10-10"))).Is(Severity.Violation, FindingCause.Conduct);
        Judged.OfTake<ConcessionNotActive>(Judged.Case(A.Permit(), law, A.Kill("2014-10-09"))).Passes();
    }

    [Fact]
    public void R12_ResumedAfterTheHunt_CitesTheSuspensionAndNotItsEnd()
    {
        var suspended = ConcessionBuilder.Terms(status: new ConcessionStatusChange(A.Date("2014-10-05"), ConcessionStatus.Suspended, null));
        var law = Concession(("2008-01-01", ConcessionBuilder.Terms()), ("2014-09-01", suspended), ("2014-12-01", suspended));
        var file = Judged.Case(A.Permit(), law, A.Kill("2014-10-10"));
        Assert.Equal(["2", "2"], new[] { Judged.OfPermit<ConcessionNotActive>(file), Judged.OfTake<ConcessionNotActive>(file) }.Select(a => Assert.Single(Judged.Flag(a).Laws).Path[^1..]));
    }

    [Fact]
    public void R12_NotBegun_IsFlagged() => Assert.Equal(
        "not-begun", Judged.OfPermit<ConcessionNotActive>(Judged.Case(A.Permit(), Concession(("2008-01-01", ConcessionBuilder.Terms(from: "2014-10-02"))))).Is(Severity.Violation, FindingCause.AtIssue).Told("kind"));

    [Fact]
    public void R16_PaperOrTagTwice_NamesTheOthers()
    {
        var permit = A.Permit() with { Paper = new("AB", "123"), Tag = "T-9" };
        Judged.OfPermit<NumberOrTagTwice>(Judged.Case(permit)).Passes();
        var both = Judged.OfPermit<NumberOrTagTwice>(Judged.Case(permit) with { SamePaper = ["P2"], SameTag = ["P2", "P1"] }).Is(Severity.Violation, FindingCause.AtIssue);
        Assert.Equal(("both", "AB-123", "T-9", "[P1 P2]"), (both.Told("kind"), both.Told("paper"), both.Told("tag"), both.Told("otherPermits")));
        Assert.Equal("tag", Judged.Flag(Judged.OfPermit<NumberOrTagTwice>(Judged.Case(permit) with { SameTag = ["P1"] })).Told("kind"));
        Assert.Equal("paper", Judged.Flag(Judged.OfPermit<NumberOrTagTwice>(Judged.Case(permit) with { SamePaper = ["P1"] })).Told("kind"));
    }

    private static RuleAnswer Zones(ConcessionBuilder concession, params string[] zones) =>
        Judged.OfPermit<ZoneNotOfConcession>(Judged.Case(A.Permit() with { Zones = [.. zones] }, A.Law().With(concession).Build()));

    [Fact]
    public void R36_InForceOnEveryDay_Passes() => Zones(A.Concession().Zone("north", from: "2014-10-01", to: "2014-10-20"), "north").Passes();

    [Theory]
    [InlineData("2014-10-02", null, "[[north 2014-10-01/2014-10-01]]")]
    [InlineData("2008-01-01", "2014-10-19", "[[north 2014-10-20/2014-10-20]]")]
    [InlineData("2014-10-05", "2014-10-15", "[[north 2014-10-01/2014-10-04 2014-10-16/2014-10-20]]")]
    public void R36_NotInForceOnSomeDays_ListsThem(string from, string? to, string expected)
    {
        var flagged = Zones(A.Concession().Zone("north", from: from, to: to), "north").Is(Severity.Violation, FindingCause.AtIssue);
        Assert.Equal(("not-in-force", expected), (flagged.Told("kind"), flagged.Told("daysWithoutZone")));
    }

    [Fact]
    public void R36_UnknownZone_IsFlagged() =>
        Assert.Equal(("unknown", "west"), (Judged.Flag(Zones(A.Concession(), "north", "west")).Told("kind"), Judged.Flag(Zones(A.Concession(), "north", "west")).Told("zone")));

    [Fact]
    public void R36_TwoZonesAtFault_NamesBothAndNotOne()
    {
        var flagged = Judged.Flag(Zones(A.Concession(), "east", "west"));
        Assert.Equal("[[east 2014-10-01/2014-10-20] [west 2014-10-01/2014-10-20]]", flagged.Told("daysWithoutZone"));
        Assert.False(flagged.Evidence.Values.ContainsKey("zone"));
    }

    [Fact]
    public void R36_ClosedKind_IsFlagged() =>
        Assert.Equal("closed", Zones(A.Concession().Zone("north", ZoneKind.Closed), "north").Is(Severity.Violation, FindingCause.AtIssue).Told("kind"));

    [Fact]
    public void R36_ClosedAfterIssue_IsTheLawsChange()
    {
        var concession = A.Concession().Zone("north").Zone("north", ZoneKind.Closed, "2014-10-10", publishedOn: "2014-10-05");
        var flagged = Zones(concession, "north").Is(Severity.Notice, FindingCause.LawChanged);
        Assert.Equal(("[[north 2014-10-10/2014-10-20]]", "concession/demo-north/zone/north@2"), (flagged.Told("daysWithoutZone"), flagged.Told("changedLaw")));
    }

    [Fact]
    public void R36_NoZonesNamed_IsNotJudged() => Zones(A.Concession()).Misses("zones");

    [Fact]
    public void Ruling_LawfulPermit_IsGranted()
    {
        var ruling = IssueRuling.Judge(Judged.Case(A.Permit()));
        Assert.True(ruling.Granted);
        Assert.Empty(ruling.Noted);
    }

    [Fact]
    public void Ruling_ManyFaults_AnswersAllOfThem()
    {
        var permit = A.Permit() with { Ranges = [A.Days("2015-03-01", "2015-03-05")], FeePaidOn = A.Date("2014-10-01"), Zones = ["west"] };
        var ruling = IssueRuling.Judge(Judged.Case(permit, A.Law().Closure("ban", "2015-01-01", null, "2014-01-01").Build()));
        Assert.Equal(["out-of-season", "under-moratorium", "fee-not-paid", "zone-not-of-concession"], ruling.Broken.Select(b => b.Rule.Code));
        Assert.False(ruling.Granted);
    }

    [Fact]
    public void Ruling_MissingFact_IsNotGranted()
    {
        var ruling = IssueRuling.Judge(Judged.Case(A.Permit() with { FeePaidOn = null }));
        Assert.Equal("fee-date", Assert.Single(ruling.Missing).Missing);
        Assert.False(ruling.Granted);
    }

    [Fact]
    public void Ruling_GapInTheRange_IsRefusedByDefaultOnly()
    {
        var permit = A.Permit() with { Ranges = [A.Days("2014-12-10", "2015-02-10")] };
        Assert.False(IssueRuling.Judge(Judged.Case(permit)).Granted);
        var lax = IssueRuling.Judge(Judged.Case(permit, A.Law().With(new RuleSettings(RefuseGapAtIssue: false)).Build()));
        Assert.True(lax.Granted);
        Assert.Equal("out-of-season", Assert.Single(lax.Noted).Rule.Code);
    }
}
