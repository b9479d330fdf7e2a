using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Compliance;

/// <summary>R05: the permit's range is 1 to 20 Oct 2014, issued on 20 Sep.</summary>
public sealed class ClosureRuleTests
{
    private static LawBuilder Ban(string from, string? to, string publishedOn = "2014-01-01", params string[] zones) =>
        A.Law().Closure("ban", from, to, publishedOn, zones: zones);

    [Theory]
    [InlineData("2014-09-01", "2014-09-30", null)]
    [InlineData("2014-09-01", "2014-10-01", "[[north 2014-10-01/2014-10-01]]")]
    [InlineData("2014-10-20", null, "[[north 2014-10-20/2014-10-20]]")]
    [InlineData("2014-10-21", null, null)]
    public void R05_EdgesOfTheRange_AreCovered(string from, string? to, string? days)
    {
        var answer = Judged.OfPermit<UnderMoratorium>(Judged.Case(A.Permit(), Ban(from, to).Build()));
        if (days is null) answer.Passes();
        else Assert.Equal(days, answer.Is(Severity.Violation, FindingCause.AtIssue).Told("bannedDays"));
    }

    [Fact]
    public void R05_PublishedAfterIssue_IsTheLawsChange()
    {
        var flagged = Judged.OfPermit<UnderMoratorium>(Judged.Case(A.Permit(), Ban("2014-10-10", null, "2014-09-21").Build()))
            .Is(Severity.Notice, FindingCause.LawChanged);
        Assert.Equal(("2014-09-21", "closure/ban@1", "11"), (flagged.Told("publishedOn"), flagged.Told("changedLaw"), flagged.Told("days")));
    }

    [Fact]
    public void R05_LiftedEarlyBeforeIssue_Passes()
    {
        var law = Ban("2013-01-01", "2015-12-31").Closure("ban", "2013-01-01", "2014-09-10", "2014-09-10").Build();
        Judged.OfPermit<UnderMoratorium>(Judged.Case(A.Permit(), law)).Passes();
    }

    [Fact]
    public void R05_LiftedAfterTheHunt_CitesTheBanAndNotItsEnd()
    {
        var law = Ban("2013-01-01", "2015-12-31").Closure("ban", "2013-01-01", "2014-10-31", "2014-10-30").Build();
        var file = Judged.Case(A.Permit(), law, A.Kill("2014-10-10"));
        Assert.Equal("closure/ban@1", Assert.Single(Judged.Flag(Judged.OfPermit<UnderMoratorium>(file)).Laws).Path);
        Assert.Equal("closure/ban@1", Assert.Single(Judged.Flag(Judged.OfTake<UnderMoratorium>(file)).Laws).Path);
    }

    [Fact]
    public void R05_OneZoneOfTwo_IsFlaggedForItsDays()
    {
        var permit = A.Permit() with { Zones = ["north", "south"] };
        var flagged = Judged.OfPermit<UnderMoratorium>(Judged.Case(permit, Ban("2014-01-01", null, "2014-01-01", "demo-north/south").Build()))
            .Is(Severity.Violation, FindingCause.AtIssue);
        Assert.Equal("[[south 2014-10-01/2014-10-20]]", flagged.Told("bannedDays"));
    }

    [Fact]
    public void R05_IssueDateUnknown_IsToBeCheckedIfItWasOnceLifted()
    {
        var permit = A.Permit() with { IssuedOn = null };
        var lifted = Ban("2014-01-01", "2014-09-30", "2013-12-01").Closure("ban", "2014-01-01", "2014-12-31", "2014-09-25").Build();
        Judged.OfPermit<UnderMoratorium>(Judged.Case(permit, lifted)).Is(Severity.Notice, FindingCause.AtIssue);
        Judged.OfPermit<UnderMoratorium>(Judged.Case(permit, Ban("2014-01-01", null).Build())).Is(Severity.Violation, FindingCause.AtIssue);
    }

    [Fact]
    public void R05_Take_IsConduct()
    {
        var law = Ban("2014-10-10", "2014-10-10").Build();
        Judged.OfTake<UnderMoratorium>(Judged.Case(A.Permit(), law, A.Kill("2014-10-10"))).Is(Severity.Violation, FindingCause.Conduct);
        Judged.OfTake<UnderMoratorium>(Judged.Case(A.Permit(), law, A.Kill("2014-10-11"))).Passes();
        Assert.Single(Judged.By<UnderMoratorium>(Judged.Case(A.Permit(), law, A.Kill("2014-10-10") with { Outcome = HarvestOutcome.Unsuccessful })));
    }

    [Fact]
    public void R05_TakeOfABannedAnimalOnAnotherPermit_IsFlagged()
    {
        var law = A.Law().Closure("ban", "2014-01-01", null, "2014-01-01", taxa: ["ibex"]).Build();
        Judged.OfPermit<UnderMoratorium>(Judged.Case(A.Permit(), law)).Passes();
        Judged.OfTake<UnderMoratorium>(Judged.Case(A.Permit(), law, A.Kill() with { Taxon = "ibex" })).Is(Severity.Violation, FindingCause.Conduct);
    }

    [Fact]
    public void R05_TakeSomewhereInZonesBannedInPart_IsToBeChecked()
    {
        var permit = A.Permit() with { Zones = ["north", "south"] };
        var law = Ban("2014-01-01", null, "2014-01-01", "demo-north/south").Build();
        Judged.OfTake<UnderMoratorium>(Judged.Case(permit, law, A.Kill())).Is(Severity.Notice, FindingCause.Conduct);
    }

    [Fact]
    public void R05_TakeBeforeTheActWasPublished_IsNoViolation() =>
        Judged.OfTake<UnderMoratorium>(Judged.Case(A.Permit(), Ban("2014-10-01", null, "2014-10-15").Build(), A.Kill("2014-10-14")))
            .Is(Severity.Notice, FindingCause.LawChanged);
}
