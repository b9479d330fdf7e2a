using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Compliance;

/// <summary>R23 and R24: what is owed after the hunt.</summary>
public sealed class AfterHuntRuleTests
{
    private static readonly Permit Imported = A.Permit() with { Origin = PermitOrigin.Imported };

    private static readonly Harvest Nothing = A.Kill() with { Outcome = HarvestOutcome.Unsuccessful };

    private static List<RuleAnswer> Wounded(params Harvest[] harvests) => Judged.By<WoundedWithoutFollowUp>(Judged.Case(A.Permit(), null, harvests));

    private static Harvest FollowUp(string on, HarvestOutcome outcome = HarvestOutcome.Killed) => A.Kill(on) with { FollowsUp = "w1", Outcome = outcome };

    [Theory]
    [InlineData("2014-10-10", null)]
    [InlineData("2014-10-11", null)]
    [InlineData("2014-10-12", "1")]
    public void R23_FollowUp_CountsByItsDay(string on, string? daysLate)
    {
        var answer = Assert.Single(Wounded(A.Wounding(), FollowUp(on) with { ReportedOn = A.Date("2015-01-01") }));
        Assert.Equal("w1", answer.Subject.Id.Split('/')[1]);
        if (daysLate is null) answer.Passes();
        else Assert.Equal((daysLate, "late"), (answer.Is(Severity.Notice, FindingCause.Conduct).Told("daysLate"), Judged.Flag(answer).Told("kind")));
    }

    [Theory]
    [InlineData("2014-10-11", false)]
    [InlineData("2014-10-12", true)]
    public void R23_Open_IsFlaggedFromTheDayAfterTheLast(string today, bool flagged)
    {
        var answers = Judged.By<WoundedWithoutFollowUp>(Judged.Case(A.Permit(), null, A.Wounding()) with { Today = A.Date(today) });
        if (flagged) Assert.Equal(("open", "2014-10-11"), Told(Assert.Single(answers).Is(Severity.Violation, FindingCause.Conduct)));
        else Assert.Empty(answers);
    }

    [Fact]
    public void R23_AuthoritysDays_Count()
    {
        var file = Judged.Case(A.Permit(), A.Law().With(new RuleSettings(WoundedFollowUpDays: 3)).Build(), A.Wounding());
        Assert.Empty(Judged.By<WoundedWithoutFollowUp>(file with { Today = A.Date("2014-10-13") }));
        Judged.OfTake<WoundedWithoutFollowUp>(file with { Today = A.Date("2014-10-14") }).Is(Severity.Violation, FindingCause.Conduct);
    }

    [Fact]
    public void R23_SearchGivenUp_IsAnOutcome()
    {
        Assert.Single(Wounded(A.Wounding(), FollowUp("2014-10-11", HarvestOutcome.Lost))).Passes();
        Assert.Empty(Wounded(A.Kill() with { Outcome = HarvestOutcome.Lost }));
        Assert.Empty(Wounded(A.Kill()));
    }

    [Theory]
    [InlineData("2014-10-10", Severity.Notice)]
    [InlineData("2014-10-15", Severity.Notice)]
    [InlineData("2014-10-09", Severity.Violation)]
    public void R23_UnlinkedKillThatDayOrLater_IsToBeChecked(string on, Severity severity) =>
        Assert.Single(Wounded(A.Wounding(), A.Kill(on))).Is(severity, FindingCause.Conduct);

    [Fact]
    public void R23_KillThatSettlesAnotherWounding_IsNotThisOnesEnd()
    {
        var answers = Wounded(A.Wounding(), A.Wounding(id: "w2"), FollowUp("2014-10-10"));
        Assert.Single(answers, a => a.Subject.Id.EndsWith("/w1", StringComparison.Ordinal)).Passes();
        Assert.Single(answers, a => a.Subject.Id.EndsWith("/w2", StringComparison.Ordinal)).Is(Severity.Violation, FindingCause.Conduct);
    }

    [Fact]
    public void R23_Imported_IsJudgedOnlyWithCompleteOutcomes()
    {
        Judged.OfTake<WoundedWithoutFollowUp>(Judged.Case(Imported, null, A.Wounding())).Misses("outcome");
        Judged.OfTake<WoundedWithoutFollowUp>(Judged.Case(Imported with { OutcomesComplete = true }, null, A.Wounding())).Is(Severity.Violation, FindingCause.Conduct);
    }

    private static List<RuleAnswer> Unused(string today, Permit? permit = null, params Harvest[] harvests) =>
        Judged.By<UnusedNotReturned>(Judged.Case(permit ?? A.Permit(), null, harvests) with { Today = A.Date(today) });

    [Fact]
    public void R24_LastDayForReturns_IsStillInTime()
    {
        Assert.Empty(Unused("2014-11-19", null, Nothing));
        var flagged = Assert.Single(Unused("2014-11-20", null, Nothing)).Is(Severity.Violation, FindingCause.Conduct);
        Assert.Equal(("2014-10-20", "2014-11-19", "1"), (flagged.Told("lastDay"), flagged.Told("dueBy"), flagged.Told("animals")));
    }

    [Fact]
    public void R24_AuthoritysDays_CountFromTheLastOfAllRanges()
    {
        var permit = A.Permit() with { Ranges = [A.Days("2014-10-01", "2014-10-20"), A.Days("2014-11-01", "2014-11-10")] };
        var file = Judged.Case(permit, A.Law().With(new RuleSettings(ReturnDays: 0)).Build(), Nothing);
        Assert.Empty(Judged.By<UnusedNotReturned>(file with { Today = A.Date("2014-11-10") }));
        Judged.OfPermit<UnusedNotReturned>(file with { Today = A.Date("2014-11-11") }).Is(Severity.Violation, FindingCause.Conduct);
    }

    [Theory]
    [InlineData(PermitStatus.Returned, true)]
    [InlineData(PermitStatus.Revoked, true)]
    [InlineData(PermitStatus.Suspended, false)]
    public void R24_Returned_IsSettledHoweverLate(PermitStatus status, bool passes)
    {
        var permit = A.Permit() with { StatusChanges = [new(status, A.Date("2015-03-01"), A.Recorded, "reason", "officer")] };
        var answer = Assert.Single(Unused("2015-06-01", permit, Nothing));
        if (passes) answer.Passes();
        else answer.Is(Severity.Violation, FindingCause.Conduct);
    }

    [Fact]
    public void R24_TakenOrSilent_IsNotItsMatter()
    {
        Assert.Empty(Unused("2015-06-01", null, Nothing, A.Kill(id: "h2")));
        Assert.Empty(Unused("2015-06-01", null, A.Wounding()));
        Assert.Empty(Unused("2015-06-01"));
        Assert.Single(Judged.By<NoReport>(Judged.Case(A.Permit()))).Is(Severity.Violation, FindingCause.Conduct);
    }

    [Fact]
    public void R24_Imported_IsJudgedOnlyWithCompleteOutcomes()
    {
        Assert.Single(Unused("2015-06-01", Imported, Nothing)).Misses("outcome");
        Assert.Single(Unused("2015-06-01", Imported with { OutcomesComplete = true }, Nothing)).Is(Severity.Violation, FindingCause.Conduct);
    }

    private static (string?, string?) Told(RuleAnswer.Flagged flagged) => (flagged.Told("kind"), flagged.Told("dueBy"));
}
