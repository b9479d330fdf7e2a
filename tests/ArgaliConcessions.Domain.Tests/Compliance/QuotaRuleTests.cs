using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Compliance;

/// <summary>R06, R07, R08 by line and by country.</summary>
public sealed class QuotaRuleTests
{
    private static LineTally Issued(int animals, params string[] issuedOn) =>
        new(animals, 0, 0, [.. issuedOn.Select((day, i) => new IssuedPermit($"P{i + 1}", day == "" ? null : A.Date(day), 1))]);

    private static RuleAnswer Judge<T>(LineCase line)
        where T : ILineRule, new()
    {
        var answer = Assert.Single(new T().Judge(line));
        if (answer is RuleAnswer.Flagged flagged) Judged.AssertWorded(new T().Info, flagged);
        return answer;
    }

    private static RuleAnswer Judge<T>(NationalCase national)
        where T : INationalRule, new()
    {
        var answer = Assert.Single(new T().Judge(national));
        if (answer is RuleAnswer.Flagged flagged) Judged.AssertWorded(new T().Info, flagged);
        return answer;
    }

    [Fact]
    public void R06_LastAnimalOfTheLine_Passes() => Judge<OversoldLine>(Judged.Line(Issued(10, "2014-09-01"))).Passes();

    [Fact]
    public void R06_OneTooMany_NamesThePermitsPastTheQuota()
    {
        var flagged = Judge<OversoldLine>(Judged.Line(Issued(12, "2014-09-01", "2014-09-02", "2014-09-03"))).Is(Severity.Violation, FindingCause.AtIssue);
        Assert.Equal(("10", "12", "2", "[P2 P3]"), (flagged.Told("animals"), flagged.Told("issued"), flagged.Told("over"), flagged.Told("permits")));
        Assert.Equal("ledger/demo-north/2014/line/rams@1", Assert.Single(flagged.Laws).Path);
        Assert.Equal("demo-north/2014/rams", flagged.Subject.Id);
    }

    [Fact]
    public void R06_PermitOfTwoAnimals_IsPastTheQuotaAsAWhole()
    {
        var tally = new LineTally(11, 0, 0, [new("P1", A.Date("2014-09-01"), 1), new("P2", A.Date("2014-09-02"), 2)]);
        Assert.Equal("[P2]", Judged.Flag(Judge<OversoldLine>(Judged.Line(tally))).Told("permits"));
    }

    [Theory]
    [InlineData("2014-09-30", FindingCause.LawChanged, Severity.Notice)]
    [InlineData("2014-10-01", FindingCause.AtIssue, Severity.Violation)]
    [InlineData("", FindingCause.AtIssue, Severity.Violation)]
    public void R06_LineLoweredByALaterAct_IsTheLawsChange(string lastIssued, FindingCause cause, Severity severity)
    {
        var line = Judged.Line(Issued(10, "2014-09-01", lastIssued), ("2014-06-01", A.Line()), ("2014-10-01", A.Line(9)));
        Judge<OversoldLine>(line).Is(severity, cause);
    }

    [Fact]
    public void R06_OversoldBeforeTheLineWasLowered_IsAtIssue()
    {
        var line = Judged.Line(Issued(11, "2014-09-01", "2014-09-02"), ("2014-06-01", A.Line()), ("2014-10-01", A.Line(9)));
        Judge<OversoldLine>(line).Is(Severity.Violation, FindingCause.AtIssue);
    }

    [Fact]
    public void R06_NationalQuota_IsOfTheRegister()
    {
        Judge<OversoldNationally>(Judged.National(70, Issued(70))).Passes();
        var flagged = Judge<OversoldNationally>(Judged.National(70, Issued(71, "2014-09-01"))).Is(Severity.Violation, FindingCause.Register);
        Assert.Equal(("2014/argali", "1"), (flagged.Subject.Id, flagged.Told("over")));
    }

    [Fact]
    public void R06_YearWithoutQuota_IsNotJudgedAndSaidOnce()
    {
        var without = Judged.National(null, Issued(5, "2014-09-01"), 5);
        Judge<OversoldNationally>(without).Misses("national-quota");
        Assert.Empty(new OverAllocated().Judge(without));
        Assert.Empty(new OvertakenNationally().Judge(without));
    }

    [Fact]
    public void R07_LinesAboveTheQuota_AreFlaggedEvenIfAccepted()
    {
        Judge<OverAllocated>(Judged.National(70, LineTally.Empty, 70)).Passes();
        Assert.Equal("1", Judge<OverAllocated>(Judged.National(70, LineTally.Empty, 71)).Is(Severity.Violation, FindingCause.Register).Told("over"));
        Assert.Equal("court order", Judge<OverAllocated>(Judged.National(70, LineTally.Empty, 71, "court order")).Is(Severity.Notice, FindingCause.Register).Told("accepted"));
    }

    [Theory]
    [InlineData(9, 1, false)]
    [InlineData(9, 2, true)]
    [InlineData(11, 0, true)]
    public void R08_KilledAndWounded_CountTogether(int killed, int wounded, bool flagged)
    {
        var line = Judge<OvertakenLine>(Judged.Line(new LineTally(10, killed, wounded, [])));
        var national = Judge<OvertakenNationally>(Judged.National(10, new LineTally(10, killed, wounded, [])));
        if (flagged)
        {
            line.Is(Severity.Violation, FindingCause.Conduct);
            national.Is(Severity.Violation, FindingCause.Register);
        }
        else
        {
            line.Passes();
            national.Passes();
        }
    }
}
