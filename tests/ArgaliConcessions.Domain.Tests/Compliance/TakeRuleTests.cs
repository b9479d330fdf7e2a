using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Inspections;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Compliance;

/// <summary>R15, R17, R18, R22, R37, R38.</summary>
public sealed class TakeRuleTests
{
    private static readonly LocalDate Due = A.Date("2014-11-19"); // 30 days after 20 Oct 2014

    private static RuleAnswer Second(Permit permit, params Harvest[] harvests) => Judged.OfPermit<SecondAnimal>(Judged.Case(permit, null, harvests));

    [Fact]
    public void R15_OneOrWoundedThenFound_Passes()
    {
        Second(A.Permit(), A.Kill()).Passes();
        Second(A.Permit(), A.Wounding(), A.Kill("2014-10-11") with { FollowsUp = "w1" }).Passes();
        Second(A.Permit() with { Animals = 2 }, A.Kill(), A.Kill("2014-10-11", "h2")).Passes();
    }

    [Fact]
    public void R15_SecondRam_IsAViolation()
    {
        var flagged = Second(A.Permit(), A.Kill(), A.Kill("2014-10-11", "h2")).Is(Severity.Violation, FindingCause.Conduct);
        Assert.Equal(("1", "2", "[h1 h2]"), (flagged.Told("allowed"), flagged.Told("taken"), flagged.Told("harvests")));
    }

    [Fact]
    public void R15_WoundedAndUnlinkedKill_IsToBeChecked() => Second(A.Permit(), A.Wounding(), A.Kill("2014-10-11")).Is(Severity.Notice, FindingCause.Conduct);

    [Fact]
    public void R15_WoundedAfterTheKill_IsAViolation() => Second(A.Permit(), A.Kill(), A.Wounding("2014-10-11")).Is(Severity.Violation, FindingCause.Conduct);

    [Fact]
    public void R15_Unsuccessful_SaysNothing() =>
        Assert.Empty(Judged.By<SecondAnimal>(Judged.Case(A.Permit(), null, A.Kill() with { Outcome = HarvestOutcome.Unsuccessful })));

    private static List<RuleAnswer> Animal(PermitAnimal animal, Harvest harvest) => Judged.By<OtherAnimal>(Judged.Case(A.Permit() with { Animal = animal }, null, harvest));

    [Fact]
    public void R17_PartOfThePermitsTaxon_Matches() => Assert.Single(Animal(new("argali", Sex.Male, 7), A.Kill())).Passes();

    [Fact]
    public void R17_OtherTaxon_IsFlagged()
    {
        var flagged = Assert.Single(Animal(new("polii", Sex.Male, 7), A.Kill() with { Taxon = "ibex" })).Is(Severity.Violation, FindingCause.Conduct);
        Assert.Equal(("taxon", "ibex", "Marco Polo sheep"), (flagged.Told("kind"), flagged.Told("taxon"), flagged.Told("permitTaxon")));
    }

    [Fact]
    public void R17_OtherSex_IsFlagged() =>
        Assert.Equal("sex", Assert.Single(Animal(new("polii", Sex.Male, 7), A.Kill() with { Sex = Sex.Female })).Is(Severity.Violation, FindingCause.Conduct).Told("kind"));

    [Fact]
    public void R17_AnySexOnThePermit_Matches() => Assert.Single(Animal(new("polii", Sex.Any, 7), A.Kill() with { Sex = Sex.Unknown })).Passes();

    [Theory]
    [InlineData(null, Sex.Male, "taxon")]
    [InlineData("argali", Sex.Male, "taxon")]
    [InlineData("polii", Sex.Unknown, "sex")]
    public void R17_Unknown_IsNotJudged(string? taxon, Sex sex, string missing) =>
        Assert.Single(Animal(new("polii", Sex.Male, 7), A.Kill() with { Taxon = taxon, Sex = sex })).Misses(missing);

    [Fact]
    public void R17_UnknownOfAnAnimalNotInHand_SaysNothing() =>
        Assert.Empty(Animal(new("polii", Sex.Male, 7), A.Wounding() with { Taxon = null, Sex = Sex.Unknown }));

    [Fact]
    public void R17_UnknownTaxonOfTheOtherSex_IsFlagged() =>
        Assert.Single(Animal(new("polii", Sex.Male, 7), A.Kill() with { Taxon = null, Sex = Sex.Female })).Is(Severity.Violation, FindingCause.Conduct);

    [Theory]
    [InlineData(7, 8, null)]
    [InlineData(6, 7, Severity.Notice)]
    [InlineData(5, 6, Severity.Violation)]
    public void R18_Age_IsHeldAgainstTheMinimum(int min, int max, Severity? expected)
    {
        var answer = Judged.OfTake<UnderAge>(Judged.Case(A.Permit(), null, A.Kill() with { AgeYears = new(min, max) }));
        if (expected is { } severity) Assert.Equal("7", answer.Is(severity, FindingCause.Conduct).Told("minimumAge"));
        else answer.Passes();
    }

    [Fact]
    public void R18_LinesMinimum_OutranksThePermits()
    {
        var file = Judged.Case(A.Permit(), null, A.Kill() with { AgeYears = new(7, 7) });
        Assert.Equal("8", Judged.OfTake<UnderAge>(file with { Line = A.Revisions(("2014-06-01", A.Line(minimumAge: 8))) }).Is(Severity.Violation, FindingCause.Conduct).Told("minimumAge"));
        Judged.OfTake<UnderAge>(file with { Line = null }).Passes();
    }

    [Fact]
    public void R18_MinimumRaisedAfterTheHunt_IsTheLawsChange()
    {
        var file = Judged.Case(A.Permit(), null, A.Kill("2014-10-10") with { AgeYears = new(7, 7) }) with
        {
            Line = A.Revisions(("2014-06-01", A.Line()), ("2014-10-11", A.Line(minimumAge: 8))),
        };
        Assert.Equal("2014-10-11", Judged.OfTake<UnderAge>(file).Is(Severity.Notice, FindingCause.LawChanged).Told("publishedOn"));
        Judged.OfTake<UnderAge>(file with { Line = A.Revisions(("2014-06-01", A.Line()), ("2014-10-10", A.Line(minimumAge: 8))) }).Is(Severity.Violation, FindingCause.Conduct);
    }

    [Fact]
    public void R18_UnknownAge_IsNotJudged() => Judged.OfTake<UnderAge>(Judged.Case(A.Permit(), null, A.Kill() with { AgeYears = null })).Misses("age");

    [Fact]
    public void R18_EweWoundedOrNoMinimum_SaysNothing()
    {
        Assert.Empty(Judged.By<UnderAge>(Judged.Case(A.Permit(), null, A.Kill() with { Sex = Sex.Female, AgeYears = new(1, 1) })));
        Assert.Empty(Judged.By<UnderAge>(Judged.Case(A.Permit(), null, A.Wounding())));
        var none = Judged.Case(A.Permit() with { Animal = new("polii", Sex.Male, null) }, null, A.Kill() with { AgeYears = new(1, 1) });
        Assert.Empty(Judged.By<UnderAge>(none with { Line = null }));
    }

    [Fact]
    public void R18_UnknownSexOnARamsPermit_CountsAsARam() =>
        Judged.OfTake<UnderAge>(Judged.Case(A.Permit(), null, A.Kill() with { Sex = Sex.Unknown, AgeYears = new(3, 4) })).Is(Severity.Violation, FindingCause.Conduct);

    private static List<RuleAnswer> Report(LocalDate today, Permit? permit = null, params Harvest[] harvests) =>
        Judged.By<NoReport>(Judged.Case(permit ?? A.Permit(), null, harvests) with { Today = today });

    [Fact]
    public void R22_DueDay_IsStillInTime()
    {
        Assert.Empty(Report(Due));
        Assert.Equal("2014-11-19", Assert.Single(Report(Due.PlusDays(1))).Is(Severity.Violation, FindingCause.Conduct).Told("dueBy"));
    }

    [Theory]
    [InlineData("2014-11-19", false)]
    [InlineData("2014-11-20", true)]
    public void R22_ReportedLate_IsToBeChecked(string reportedOn, bool late)
    {
        var answer = Assert.Single(Report(A.Date("2015-06-01"), null, A.Kill() with { ReportedOn = A.Date(reportedOn) }));
        if (late) Assert.Equal("1", answer.Is(Severity.Notice, FindingCause.Conduct).Told("daysLate"));
        else answer.Passes();
    }

    [Fact]
    public void R22_WithoutReportDate_CountsTheRecordingUnlessCorrectedOrImported()
    {
        // 19 Nov 20:30 UTC is 20 Nov, 01:30, in Dushanbe.
        var harvest = A.Kill() with { ReportedOn = null, RecordedAt = Instant.FromUtc(2014, 11, 19, 20, 30) };
        Assert.Single(Report(A.Date("2015-06-01"), null, harvest)).Is(Severity.Notice, FindingCause.Conduct);
        Assert.Single(Report(A.Date("2015-06-01"), null, harvest with { RecordedAt = Instant.FromUtc(2014, 11, 19, 18, 30) })).Passes();
        Assert.Single(Report(A.Date("2015-06-01"), null, harvest with { Version = 2 })).Passes();
        Assert.Single(Report(A.Date("2015-06-01"), A.Permit() with { Origin = PermitOrigin.Imported }, harvest)).Passes();
    }

    [Fact]
    public void R22_UnsuccessfulReport_IsAReport() =>
        Assert.Single(Report(A.Date("2015-06-01"), null, A.Kill() with { Outcome = HarvestOutcome.Unsuccessful })).Passes();

    [Fact]
    public void R22_Imported_IsJudgedOnlyWithCompleteOutcomes()
    {
        var imported = A.Permit() with { Origin = PermitOrigin.Imported };
        Assert.Single(Report(A.Date("2015-06-01"), imported)).Misses("outcome");
        Assert.Single(Report(A.Date("2015-06-01"), imported with { OutcomesComplete = true })).Is(Severity.Violation, FindingCause.Conduct);
    }

    [Theory]
    [InlineData(PermitStatus.Returned, 0)]
    [InlineData(PermitStatus.Revoked, 0)]
    [InlineData(PermitStatus.Suspended, 1)]
    public void R22_ReturnedOrRevoked_NeedsNoReport(PermitStatus status, int expected)
    {
        var permit = A.Permit() with { StatusChanges = [new(status, A.Date("2014-10-21"), A.Recorded, "reason", "officer")] };
        Assert.Equal(expected, Report(A.Date("2015-06-01"), permit).Count);
    }

    [Theory]
    [InlineData("2014-10-01", "0")]
    [InlineData("2014-10-20", "0")]
    [InlineData("2014-09-29", "2")]
    [InlineData("2014-10-21", "1")]
    [InlineData("2014-11-05", "0")]
    [InlineData("2014-10-30", "6")]
    public void R37_TwoRanges_AreHeldAgainstTheNearest(string on, string daysOutside)
    {
        var permit = A.Permit() with { Ranges = [A.Days("2014-10-01", "2014-10-20"), A.Days("2014-11-05", "2014-11-10")] };
        var answer = Judged.OfTake<OutsidePermitDates>(Judged.Case(permit, null, A.Kill(on)));
        if (daysOutside == "0") answer.Passes();
        else Assert.Equal(daysOutside, answer.Is(Severity.Violation, FindingCause.Conduct).Told("daysOutside"));
    }

    [Fact]
    public void R37_UnsuccessfulReturnAfterTheDates_IsNoTake() =>
        Assert.Empty(Judged.By<OutsidePermitDates>(Judged.Case(A.Permit(), null, A.Kill("2014-11-01") with { Outcome = HarvestOutcome.Unsuccessful })));

    private static Permit Suspended(PermitStatus status = PermitStatus.Suspended) => A.Permit() with
    {
        StatusChanges =
        [
            new(status, A.Date("2014-10-05"), A.Recorded, "complaint", "officer"), new(PermitStatus.Issued, A.Date("2014-10-12"), A.Recorded, "settled", "officer"),
        ],
    };

    [Theory]
    [InlineData("2014-10-04", false)]
    [InlineData("2014-10-05", true)]
    [InlineData("2014-10-11", true)]
    [InlineData("2014-10-12", false)]
    public void R38_Take_IsFlaggedFromTheDayOn(string on, bool flagged)
    {
        var answer = Judged.OfTake<WhileSuspendedOrRevoked>(Judged.Case(Suspended(), null, A.Kill(on)));
        if (flagged) Assert.Equal(("suspended", "2014-10-05", "complaint"), (answer.Is(Severity.Violation, FindingCause.Conduct).Told("kind"), Judged.Flag(answer).Told("since"), Judged.Flag(answer).Told("statusReason")));
        else answer.Passes();
    }

    [Theory]
    [InlineData(PermitStatus.Suspended, true)]
    [InlineData(PermitStatus.Revoked, true)]
    [InlineData(PermitStatus.Returned, false)]
    public void R38_Inspection_IsToBeChecked(PermitStatus status, bool flagged)
    {
        var inspection = new Inspection("i1", A.Recorded, A.Date("2014-10-06"), null, [], null, null, null, null, A.Recorded, "inspector");
        var answer = Assert.Single(Judged.By<WhileSuspendedOrRevoked>(Judged.Case(Suspended(status)) with { Inspections = [inspection] }));
        Assert.Equal($"{A.Permit().Number}/i1", answer.Subject.Id);
        if (flagged) answer.Is(Severity.Notice, FindingCause.Conduct);
        else answer.Passes();
    }
}
