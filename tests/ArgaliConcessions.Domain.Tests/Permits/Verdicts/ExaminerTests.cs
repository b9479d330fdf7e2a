using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Permits.Verdicts;
using ArgaliConcessions.Domain.Tests.Given;
using ArgaliConcessions.Domain.Tests.Zones;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Tests.Permits.Verdicts;

/// <summary>The permit is for <c>north</c>, 1 to 20 Oct 2014; the question is asked on 10 Oct unless a test says otherwise.</summary>
public sealed class ExaminerTests
{
    private static readonly GeoPosition Inside = new(73.5, 38.6, 5);

    private static readonly ZoneMap Map = new(
    [
        Draw.Hunting("demo-north", "north", Draw.Box(73, 38.5, 74, 39)), Draw.Hunting("demo-north", "south", Draw.Box(73, 38, 74, 38.5)),
        Draw.Hunting("demo-east", "west", Draw.Box(74, 38, 75, 39)), Draw.Closed("demo-east", "reserve", Draw.Box(73.1, 38.7, 73.2, 38.8)),
    ]);

    private static Verdict Ask(Permit? permit = null, string on = "2014-10-10", GeoPosition? position = null, LawBuilder? law = null)
    {
        var file = Judged.Case(permit ?? A.Permit(), (law ?? A.Law()).With(Map).Build());
        var verdict = Examiner.Examine(new VerdictQuestion(file, A.Date(on).AtMidnight().InUtc().ToInstant(), A.Date(on), position));
        foreach (var check in verdict.Checks) Wordings.AssertFilled("verdict", VerdictTexts.CheckKeys(check), check.Evidence);
        Wordings.AssertFilled("verdict", [$"nextStep.{verdict.NextStep}"], Evidence.None);
        return verdict;
    }

    private static VerdictCheck The(Verdict verdict, string check) => verdict.Checks.Single(c => c.Check == check);

    private static void AssertIs(Verdict verdict, VerdictKind kind, string check, CheckResult result, string? code, string nextStep)
    {
        Assert.Equal((kind, result, code, nextStep), (verdict.Kind, The(verdict, check).Result, The(verdict, check).Code, verdict.NextStep));
    }

    private static Permit Took(params TakeSummary[] takes) => A.Permit() with { Takes = [.. takes] };

    private static TakeSummary Take(string id, string on, HarvestOutcome outcome = HarvestOutcome.Killed, string? followsUp = null) =>
        new(id, A.Date(on), outcome, "polii", followsUp);

    [Fact]
    public void Examine_LawfulWithoutPosition_IsValidForThePapers()
    {
        var verdict = Ask();
        Assert.Equal((VerdictKind.Valid, VerdictScope.Papers, "papers-in-order"), (verdict.Kind, verdict.Scope, verdict.NextStep));
        Assert.Equal(
            ["status", "dates", "season", "closure", "concession", "zones", "zone", "closedArea", "otherConcession", "animalsLeft", "fee"],
            verdict.Checks.Select(check => check.Check));
        Assert.Equal(["zone", "closedArea", "otherConcession"], verdict.Checks.Where(c => c.Result == CheckResult.NotAsked).Select(c => c.Check));
    }

    [Fact]
    public void Examine_LawfulInsideTheZone_IsValidForHuntingWithItsLaws()
    {
        var verdict = Ask(position: Inside);
        Assert.Equal((VerdictKind.Valid, VerdictScope.Hunting, "may-hunt"), (verdict.Kind, verdict.Scope, verdict.NextStep));
        Assert.Equal("concession/demo-north/season/polii@1", The(verdict, "season").Law?.Path);
        Assert.Equal("concession/demo-north/zone/north@1", The(verdict, "zone").Law?.Path);
        Assert.Equal("2014-12-15", The(verdict, "season").Evidence.Told("openUntil"));
    }

    [Theory]
    [InlineData("2014-09-30", CheckResult.Fail)]
    [InlineData("2014-10-01", CheckResult.Pass)]
    [InlineData("2014-10-20", CheckResult.Pass)]
    [InlineData("2014-10-21", CheckResult.Fail)]
    public void Examine_EdgesOfTheDates_AreIncluded(string on, CheckResult expected)
    {
        var check = The(Ask(on: on), "dates");
        Assert.Equal((expected, expected == CheckResult.Fail ? OutsidePermitDates.Code : null), (check.Result, check.Code));
    }

    [Fact]
    public void Examine_AfterTheSeason_SaysTheLastOpenDay()
    {
        var permit = A.Permit() with { Ranges = [A.Days("2015-02-20", "2015-03-20")] };
        var verdict = Ask(permit, "2015-03-14");
        AssertIs(verdict, VerdictKind.NotValid, "season", CheckResult.Fail, OutOfSeason.Code, "no-hunting");
        Assert.Equal(("2015-03-01", "13"), (The(verdict, "season").Evidence.Told("lastOpenDay"), The(verdict, "season").Evidence.Told("daysOutside")));
        Assert.Equal(CheckResult.Pass, The(Ask(permit, "2015-03-01"), "season").Result);
    }

    [Theory]
    [InlineData("2015-01-10")]
    [InlineData("2014-08-20")]
    public void Examine_OtherClosedDays_HaveTheirWords(string on) =>
        Assert.Equal(OutOfSeason.Code, The(Ask(A.Permit() with { Ranges = [A.Days("2014-08-01", "2015-03-31")], IssuedOn = A.Date("2014-07-01") }, on), "season").Code);

    [Fact]
    public void Examine_OpenInOneZoneOfTwo_CannotTellWithoutAPosition()
    {
        var law = A.Law().With(A.Concession().Season("n", "polii", "2014-01-01", null, "2014-01-10", ["north"], A.Yearly("--09-01", "--12-15")));
        var permit = A.Permit() with { Zones = ["north", "south"] };
        AssertIs(Ask(permit, law: law), VerdictKind.CannotTell, "season", CheckResult.CannotTell, "season-depends-on-zone", "ask-office");
        Assert.Equal(VerdictKind.Valid, Ask(permit, position: Inside, law: law).Kind);
        Assert.Equal(VerdictKind.NotValid, Ask(permit, position: new(73.5, 38.3, 5), law: law).Kind);
    }

    [Fact]
    public void Examine_UnknownYear_CannotTell() => AssertIs(
        Ask(A.Permit() with { Year = "1999" }), VerdictKind.CannotTell, "season", CheckResult.CannotTell, "year", "ask-office");

    [Fact]
    public void Examine_Closure_FailsOrDependsOnTheZone()
    {
        AssertIs(Ask(law: A.Law().Closure("ban", "2014-10-10", null, "2014-10-01")), VerdictKind.NotValid, "closure", CheckResult.Fail, UnderMoratorium.Code, "no-hunting");
        var part = A.Law().Closure("ban", "2014-10-10", null, "2014-10-01", zones: ["demo-north/south"]);
        Assert.Equal(CheckResult.CannotTell, The(Ask(A.Permit() with { Zones = ["north", "south"] }, law: part), "closure").Result);
    }

    [Fact]
    public void Examine_ConcessionSuspended_Fails()
    {
        var terms = ConcessionBuilder.Terms(status: new ConcessionStatusChange(A.Date("2014-10-10"), ConcessionStatus.Suspended, null));
        AssertIs(Ask(law: A.Law().With(A.Concession().Says(terms))), VerdictKind.NotValid, "concession", CheckResult.Fail, ConcessionNotActive.Code, "no-hunting");
    }

    [Fact]
    public void Examine_ZonesOfThePermit_FailWhenNoneIsInForce()
    {
        var law = A.Law().With(A.Concession().Zone("north").Zone("south", ZoneKind.Closed));
        AssertIs(Ask(A.Permit() with { Zones = ["south"] }, law: law), VerdictKind.NotValid, "zones", CheckResult.Fail, ZoneNotOfConcession.Code, "no-hunting");
        var part = The(Ask(A.Permit() with { Zones = ["north", "south"] }, law: law), "zones");
        Assert.Equal((CheckResult.Pass, "[south]"), (part.Result, part.Evidence.Told("zonesNotInForce")));
        Assert.Equal(CheckResult.NotAsked, The(Ask(A.Permit() with { Zones = [] }, law: law), "zones").Result);
    }

    [Fact]
    public void Examine_OutsideTheZone_TellsToLeave() => AssertIs(
        Ask(position: new(73.5, 38.3, 5)), VerdictKind.NotValid, "zone", CheckResult.Fail, OutsideZone.Code, "leave-area");

    [Fact]
    public void Examine_CircleOverTheEdge_CannotTell() => AssertIs(
        Ask(position: new(73.5, 38.5 + Draw.North(5), 5)), VerdictKind.CannotTell, "zone", CheckResult.CannotTell, OutsideZone.Code, "measure-again");

    [Fact]
    public void Examine_InClosedGround_Fails()
    {
        AssertIs(Ask(position: new(73.15, 38.75, 5)), VerdictKind.NotValid, "closedArea", CheckResult.Fail, InClosedArea.Code, "leave-area");
        Assert.Equal(CheckResult.CannotTell, The(Ask(position: new(73.15, 38.7 - Draw.North(5), 5)), "closedArea").Result);
    }

    [Fact]
    public void Examine_InAnotherConcession_FailsOrCannotTell()
    {
        AssertIs(Ask(position: new(74.5, 38.75, 5)), VerdictKind.NotValid, "otherConcession", CheckResult.Fail, InOtherConcession.Code, "leave-area");
        Assert.Equal(CheckResult.CannotTell, The(Ask(position: new(74 + Draw.East(5), 38.2, 5)), "otherConcession").Result);
    }

    [Fact]
    public void Examine_NoZoneOnTheMap_CannotTellWhere() =>
        Assert.Equal("zone-in-force", The(Ask(A.Permit() with { Zones = ["gone"] }, position: Inside), "zone").Code);

    [Theory]
    [InlineData("2014-10-10", true)]
    [InlineData("2014-10-11", false)]
    public void Examine_TakenByTheDayAsked_IsUsed(string takenOn, bool used)
    {
        var verdict = Ask(Took(Take("h1", takenOn)));
        Assert.Equal(used ? (VerdictKind.NotValid, "carry-trophy") : (VerdictKind.Valid, "papers-in-order"), (verdict.Kind, verdict.NextStep));
    }

    [Fact]
    public void Examine_UsedAndAfterItsDates_MayStillCarryTheTrophy() =>
        AssertIs(Ask(Took(Take("h1", "2014-10-10")), "2014-10-25"), VerdictKind.NotValid, "animalsLeft", CheckResult.Fail, SecondAnimal.Code, "carry-trophy");

    [Fact]
    public void Examine_WoundedOpen_AllowsTheFollowUpOnly() =>
        AssertIs(Ask(Took(Take("w1", "2014-10-09", HarvestOutcome.Wounded))), VerdictKind.NotValid, "animalsLeft", CheckResult.Fail, SecondAnimal.Code, "follow-up-only");

    [Fact]
    public void Examine_WoundedThenFound_IsOneAnimal()
    {
        var permit = Took(Take("w1", "2014-10-08", HarvestOutcome.Wounded), Take("h1", "2014-10-09", followsUp: "w1")) with { Animals = 2 };
        Assert.Equal("1", The(Ask(permit), "animalsLeft").Evidence.Told("animalsLeft"));
        var unlinked = Took(Take("w1", "2014-10-08", HarvestOutcome.Wounded), Take("h1", "2014-10-09")) with { Animals = 2 };
        AssertIs(Ask(unlinked), VerdictKind.CannotTell, "animalsLeft", CheckResult.CannotTell, SecondAnimal.Code, "ask-office");
    }

    [Theory]
    [InlineData(PermitStatus.Suspended, "while-suspended-or-revoked")]
    [InlineData(PermitStatus.Revoked, "while-suspended-or-revoked")]
    [InlineData(PermitStatus.Returned, "permit-returned")]
    public void Examine_Status_OutranksTheTrophy(PermitStatus status, string code)
    {
        var permit = Took(Take("h1", "2014-10-09")) with { StatusChanges = [new(status, A.Date("2014-10-10"), A.Recorded, "reason", "officer")] };
        AssertIs(Ask(permit), VerdictKind.NotValid, "status", CheckResult.Fail, code, "no-hunting");
        Assert.Equal(CheckResult.Pass, The(Ask(permit, "2014-10-09"), "status").Result);
    }

    [Fact]
    public void Examine_NotYetIssued_Fails()
    {
        var permit = A.Permit() with { IssuedOn = A.Date("2014-10-11") };
        AssertIs(Ask(permit), VerdictKind.NotValid, "status", CheckResult.Fail, IssuedAfterHunt.Code, "no-hunting");
        Assert.Equal(VerdictKind.Valid, Ask(permit, "2014-10-11").Kind);
    }

    [Theory]
    [InlineData("2014-10-10", CheckResult.Pass)]
    [InlineData("2014-10-11", CheckResult.Fail)]
    [InlineData(null, CheckResult.NotAsked)]
    public void Examine_Fee_CountsWhenItIsPaid(string? paidOn, CheckResult expected) =>
        Assert.Equal(expected, The(Ask(A.Permit() with { FeePaidOn = paidOn is null ? null : A.Date(paidOn) }), "fee").Result);

    [Fact]
    public void Examine_FailAndCannotTell_IsNotValid()
    {
        var verdict = Ask(on: "2014-10-21", position: new(73.5, 38.5 + Draw.North(5), 5));
        Assert.Equal((VerdictKind.NotValid, CheckResult.CannotTell), (verdict.Kind, The(verdict, "zone").Result));
    }

    [Fact]
    public void Examine_FailedCode_IsThatOfTheSweepsRule()
    {
        string[] others = ["permit-returned"];
        var codes = RuleBook.Infos.Select(info => info.Code).Concat(others).ToHashSet();
        var permit = Took(Take("h1", "2014-10-09")) with { Zones = ["gone"], FeePaidOn = A.Date("2015-05-01") };
        var verdict = Ask(permit, "2015-04-01", new(74.5, 38.75, 5), A.Law().Closure("ban", "2015-01-01", null, "2014-10-01"));
        Assert.All(verdict.Checks.Where(check => check.Result == CheckResult.Fail), check => Assert.Contains(check.Code!, codes));
        Assert.Equal(7, verdict.Checks.Count(check => check.Result == CheckResult.Fail));
    }

    [Fact]
    public void Examine_SameQuestion_GivesAnEqualAnswer() => Assert.Equal(Ask(position: Inside), Ask(position: Inside));
}
