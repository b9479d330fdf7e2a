using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Tests.Given;
using ArgaliConcessions.Domain.Tests.Zones;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Tests.Compliance;

/// <summary>
/// R03, R04, R13 and R32 as they wire the map's answers; the map's own edges are tested beside it. North of 38.5 lies <c>north</c>, with a hole; south of it
/// <c>south</c> of the same concession; east of 74 another concession; in the west of <c>north</c> a closed zone.
/// </summary>
public sealed class PlaceRuleTests
{
    private static readonly ZoneMap Map = new(
    [
        Draw.Hunting("demo-north", "north", Draw.Shape(Draw.Ring(73, 38.5, 74, 39), Draw.Ring(73.6, 38.7, 73.7, 38.8))),
        Draw.Hunting("demo-north", "south", Draw.Box(73, 38, 74, 38.5)),
        Draw.Hunting("demo-east", "west", Draw.Box(74, 38, 75, 39)),
        Draw.Closed("demo-east", "reserve", Draw.Box(73.1, 38.7, 73.2, 38.8)),
    ]);

    private static readonly LawBook Law = A.Law().With(Map).Build();

    private static RuleAnswer Judge<T>(double lon, double lat, double? accuracy = 5, Permit? permit = null)
        where T : IPermitRule, new() =>
        Judged.OfTake<T>(Judged.Case(permit ?? A.Permit(), Law, A.Kill() with { Position = new GeoPosition(lon, lat, accuracy) }));

    [Fact]
    public void R03_WellInside_Passes() => Judge<OutsideZone>(73.5, 38.6).Passes();

    [Fact]
    public void R03_WellOutside_IsAViolationInMetres()
    {
        var flagged = Judge<OutsideZone>(73.5, 38.4).Is(Severity.Violation, FindingCause.Conduct);
        Assert.Equal(("[north]", "10"), (flagged.Told("zones"), flagged.Told("radiusMetres")));
        Assert.InRange(double.Parse(flagged.Told("metresOutside")!, System.Globalization.CultureInfo.InvariantCulture), 11_000, 11_200);
        Assert.Equal("concession/demo-north/zone/north@1", Assert.Single(flagged.Laws).Path);
        Assert.NotNull(Assert.Single(flagged.Laws).Basis);
    }

    [Fact]
    public void R03_CircleOverTheEdge_IsToBeChecked()
    {
        var flagged = Judge<OutsideZone>(73.5, 38.5 - Draw.North(40), accuracy: null).Is(Severity.Notice, FindingCause.Conduct);
        Assert.Equal(("50", "50"), (flagged.Told("radiusMetres"), flagged.Told("accuracyAssumed")));
    }

    [Fact]
    public void R03_SharedLineOfBothZonesOnThePermit_IsInside() =>
        Judge<OutsideZone>(73.5, 38.5, 20, A.Permit() with { Zones = ["north", "south"] }).Passes();

    [Fact]
    public void R03_NoZonesNamed_IsHeldAgainstAllOfTheConcession()
    {
        var permit = A.Permit() with { Zones = [] };
        Judge<OutsideZone>(73.5, 38.3, 5, permit).Passes();
        Judge<OutsideZone>(74.5, 38.3, 5, permit).Is(Severity.Violation, FindingCause.Conduct);
    }

    [Fact]
    public void R03_NoZoneInForce_IsLeftToR36() => Judge<OutsideZone>(73.5, 38.6, 5, A.Permit() with { Zones = ["gone"] }).Misses("zone-in-force");

    [Fact]
    public void PlaceRules_WithoutPosition_AreNotJudged()
    {
        var file = Judged.Case(A.Permit(), Law, A.Kill());
        Judged.OfTake<OutsideZone>(file).Misses("position");
        Judged.OfTake<InClosedArea>(file).Misses("position");
        Judged.OfTake<InOtherConcession>(file).Misses("position");
        Judge<OutsideZone>(double.NaN, 38).Misses("position");
    }

    [Fact]
    public void PlaceRules_Unsuccessful_SayNothing()
    {
        var file = Judged.Case(A.Permit(), Law, A.Kill() with { Outcome = HarvestOutcome.Unsuccessful, Position = new(80, 38, 5) });
        Assert.Empty(Judged.By<OutsideZone>(file));
        Assert.Empty(Judged.By<InClosedArea>(file));
        Assert.Empty(Judged.By<InOtherConcession>(file));
    }

    [Fact]
    public void R04_ClosedZoneOfAnyConcession_IsAViolation()
    {
        var flagged = Judge<InClosedArea>(73.15, 38.75).Is(Severity.Violation, FindingCause.Conduct);
        Assert.Equal(("closed-zone", "demo-east/reserve", "demo-east/reserve"), (flagged.Told("kind"), flagged.Told("closedZone"), flagged.Zone));
    }

    [Fact]
    public void R04_Hole_IsAViolation() => Assert.Equal("hole", Judge<InClosedArea>(73.65, 38.75).Is(Severity.Violation, FindingCause.Conduct).Told("kind"));

    [Fact]
    public void R04_CircleOverItsEdge_IsToBeChecked() =>
        Judge<InClosedArea>(73.15, 38.7 - Draw.North(5)).Is(Severity.Notice, FindingCause.Conduct);

    [Fact]
    public void R04_Beside_Passes() => Judge<InClosedArea>(73.15, 38.7 - Draw.North(15)).Passes();

    [Fact]
    public void R13_DeepInAnothersZone_IsAViolation()
    {
        var flagged = Judge<InOtherConcession>(74.5, 38.75).Is(Severity.Violation, FindingCause.Conduct);
        Assert.Equal(("demo-east", "west", "demo-east/west"), (flagged.Told("otherConcession"), flagged.Told("otherZone"), flagged.Zone));
    }

    [Fact]
    public void R13_AtTheSharedBorder_IsLeftToR03()
    {
        Judge<InOtherConcession>(74 + Draw.East(5), 38.75).Passes();
        Judge<OutsideZone>(74 + Draw.East(5), 38.75).Is(Severity.Notice, FindingCause.Conduct);
    }

    [Fact]
    public void R13_JustOverAnothersBorderFarFromTheOwn_IsToBeChecked() =>
        Judge<InOtherConcession>(74 + Draw.East(5), 38.2).Is(Severity.Notice, FindingCause.Conduct);

    private static List<RuleAnswer> Overlaps(double east, string? accepted = null, RuleSettings? settings = null, string today = "2014-10-10")
    {
        var map = new ZoneMap([
            Draw.Hunting("demo-north", "north", Draw.Box(73, 38, 74, 38.1)) with { ValidFrom = A.Date("2011-01-01") },
            Draw.Hunting("demo-east", "west", Draw.Box(74 - east, 38, 75, 38.1)), Draw.Closed("demo-east", "reserve", Draw.Box(73.1, 38, 73.2, 38.1))]);
        var law = A.Law().With(settings ?? new RuleSettings()).With(A.Concession().Zone("north", acceptedOverlap: accepted)).With(map).Build();
        var answers = new Domain.Compliance.Rules.ZoneOverlap().Judge(law, "north", A.Date(today), LawKnowledge.Everything).ToList();
        foreach (var flagged in answers.OfType<RuleAnswer.Flagged>()) Judged.AssertWorded(new Domain.Compliance.Rules.ZoneOverlap().Info, flagged);
        return answers;
    }

    [Fact]
    public void R32_SharedBorder_Passes() => Assert.Single(Overlaps(0)).Passes();

    [Fact]
    public void R32_BeyondTolerance_IsFlaggedForTheLaterZone()
    {
        var flagged = Assert.Single(Overlaps(0.01)).Is(Severity.Violation, FindingCause.Register);
        Assert.Equal(("demo-east", "west", "demo-east/west", "demo-north/north"), (flagged.Told("otherConcession"), flagged.Told("otherZone"), flagged.Zone, flagged.Subject.Id));
        Assert.InRange(double.Parse(flagged.Told("hectares")!, System.Globalization.CultureInfo.InvariantCulture), 900, 1000);
    }

    [Fact]
    public void R32_WithinTheAuthoritysTolerance_Passes() => Assert.Single(Overlaps(0.01, settings: new RuleSettings(OverlapToleranceHectares: 2000))).Passes();

    [Fact]
    public void R32_Accepted_IsStillFlagged() =>
        Assert.Equal("court order", Assert.Single(Overlaps(0.01, "court order")).Is(Severity.Notice, FindingCause.Register).Told("accepted"));

    [Fact]
    public void R32_FromTheEarlierZone_IsNotSaidAgain()
    {
        var map = new ZoneMap([
            Draw.Hunting("demo-north", "north", Draw.Box(73, 38, 74, 38.1)), Draw.Hunting("demo-zest", "west", Draw.Box(73.9, 38, 75, 38.1))]);
        var answer = Assert.Single(new Domain.Compliance.Rules.ZoneOverlap().Judge(A.Law().With(map).Build(), "north", A.Date("2014-10-10"), LawKnowledge.Everything));
        answer.Passes();
    }

    [Fact]
    public void R32_ClosedOrEndedZone_SaysNothing()
    {
        Assert.Empty(Overlaps(0.01, today: "2007-12-31"));
        var closed = A.Law().With(A.Concession().Zone("north", ZoneKind.Closed)).Build();
        Assert.Empty(new Domain.Compliance.Rules.ZoneOverlap().Judge(closed, "north", A.Date("2014-10-10"), LawKnowledge.Everything));
    }

    [Fact]
    public void R32_ZoneWithoutBoundaryOnTheMap_IsNotJudged() =>
        Assert.Single(new Domain.Compliance.Rules.ZoneOverlap().Judge(A.Law().Build(), "north", A.Date("2014-10-10"), LawKnowledge.Everything)).Misses("boundary");
}
