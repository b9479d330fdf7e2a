using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Surveys;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Compliance;

/// <summary>R27, of a national quota and of a concession's lines.</summary>
public sealed class SurveyRuleTests
{
    private static Dictionary<string, Revisions<Survey>> Surveys(int lowerBound, string date, string taxon = "argali", params SurveyClass[] classes) => new()
    {
        ["count"] = A.Revisions((date, new Survey("count", taxon, A.Date(date), "count", null, lowerBound, lowerBound, null, [.. classes]))),
    };

    private static RuleAnswer Nation(int animals, string? reason = null, int lowerBound = 17_616, string surveyed = "2014-02-01", params QuotaShare[] others)
    {
        var quota = A.Revisions(("2014-05-01", new NationalQuota("2014", "argali", animals, null, reason)));
        var law = A.Law().Build().National with { Surveys = Surveys(lowerBound, surveyed) };
        return Judge(new NationalCase("2014", "argali", quota, 0, LineTally.Empty, LawKnowledge.Everything)
        {
            Surveys = SurveyBook.Of(law, "2014", LawKnowledge.Everything),
            Shares = [QuotaShare.Of(quota.Latest), .. others],
        });
    }

    private static RuleAnswer Line(int animals, string? reason = null, string taxon = "polii", string surveyedTaxon = "argali", params QuotaShare[] others)
    {
        var lines = A.Revisions(("2014-06-01", A.Line(animals) with { Taxon = taxon, AboveCeilingReason = reason }));
        var law = A.Law().Build();
        var concession = law.Concession with { Surveys = Surveys(1000, "2013-11-10", surveyedTaxon) };
        return Judge(new LineCase(concession.Id, "2014", "rams", lines, LineTally.Empty, LawKnowledge.Everything)
        {
            Surveys = SurveyBook.Of(law.National, concession, "2014", LawKnowledge.Everything),
            Shares = [QuotaShare.Of("rams", lines.Latest), .. others],
        });
    }

    private static RuleAnswer Judge(NationalCase national) => Worded(new AboveSurveyCeilingNationally().Info, Assert.Single(new AboveSurveyCeilingNationally().Judge(national)));

    private static RuleAnswer Judge(LineCase line) => Worded(new AboveSurveyCeiling().Info, Assert.Single(new AboveSurveyCeiling().Judge(line)));

    private static RuleAnswer Worded(RuleInfo rule, RuleAnswer answer)
    {
        if (answer is RuleAnswer.Flagged flagged) Judged.AssertWorded(rule, flagged);
        return answer;
    }

    [Theory]
    [InlineData(90)]
    [InlineData(176)]
    public void R27_Kyrgyzstan2021_QuotaWithinTheCount_Passes(int animals) => Nation(animals).Passes();

    [Fact]
    public void R27_Kyrgyzstan2021_OneMore_IsAViolation_WithAReasonANotice()
    {
        var flagged = Nation(177).Is(Severity.Violation, FindingCause.Register);
        Assert.Equal(("176", "176", null, "1", "2014-02-01"), (flagged.Told("ceiling"), flagged.Told("byPercent"), flagged.Told("byOldMales"), flagged.Told("over"), flagged.Told("surveyedOn")));
        Assert.Equal(("quota/2014/argali@1", "survey/count@1"), (flagged.Laws[0].Path, flagged.Laws[1].Path));
        Assert.Equal("2014/argali", flagged.Subject.Id);

        Assert.Equal("By the ministry", Nation(177, "By the ministry").Is(Severity.Notice, FindingCause.Register).Told("accepted"));
    }

    [Fact]
    public void R27_OnAStaleSurvey_IsANoticeWhateverItCarries()
    {
        Assert.Equal("stale", Nation(1, surveyed: "2009-06-30").Is(Severity.Notice, FindingCause.Register).Told("kind"));
        Assert.Equal("stale", Nation(177, surveyed: "2009-06-30").Is(Severity.Notice, FindingCause.Register).Told("kind"));
        Nation(176, surveyed: "2009-07-01").Passes();
    }

    [Fact]
    public void R27_WithoutASurveyByTheDayOfTheAct_IsNotJudged()
    {
        Nation(1, surveyed: "2014-05-02").Misses("survey");
        Nation(0, surveyed: "2014-05-02").Passes();
        Line(1, taxon: "ibex").Misses("survey");
        Assert.IsType<RuleAnswer.NotJudged>(Assert.Single(new AboveSurveyCeiling().Judge(Judged.Line(LineTally.Empty))));
    }

    [Fact]
    public void R27_WithoutAQuota_IsSaidByR06() => Assert.Empty(new AboveSurveyCeilingNationally().Judge(Judged.National(null, LineTally.Empty)));

    [Fact]
    public void R27_LinesTogether_FlagsTheOneThatWentPast()
    {
        QuotaShare earlier = new("ewes", "argali", 6, Instant.MinValue), later = earlier with { Id = "more", RecordedAt = Instant.MaxValue };

        Line(4, others: earlier).Passes();
        Line(10, others: later).Passes();
        var flagged = Line(5, others: [earlier, later]).Is(Severity.Violation, FindingCause.Register);
        Assert.Equal(("5", "11", "10", "1"), (flagged.Told("animals"), flagged.Told("together"), flagged.Told("ceiling"), flagged.Told("over")));
        Assert.Equal(("demo-north/2014/rams", "concession/demo-north/survey/count@1"), (flagged.Subject.Id, flagged.Laws[1].Path));
        Line(5, "Predators were counted too", others: earlier).Is(Severity.Notice, FindingCause.Register);
    }

    [Fact]
    public void R27_LinesOfWhatTheSurveyDidNotCount_AreNoneOfItsShares()
    {
        QuotaShare ibex = new("ibex", "ibex", 100, Instant.MinValue), argali = ibex with { Id = "any", Taxon = "argali" };

        Line(10, others: ibex).Passes();
        Line(10, surveyedTaxon: "polii", others: argali).Passes();
        Line(10, others: argali).Is(Severity.Violation, FindingCause.Register);
    }

    [Fact]
    public void QuotasTogether_SumWhatStandsSideBySide_NotAPartWithItsWhole()
    {
        var taxa = new TaxonTree([new("argali", A.Name("a")), new("polii", A.Name("p"), null, "argali"), new("karelini", A.Name("k"), null, "argali")]);
        QuotaShare karelini = new("karelini", "karelini", 90, Instant.MinValue), whole = new("argali", "argali", 150, Instant.MinValue);
        var polii = new QuotaShare("polii", "polii", 100, Instant.MaxValue);

        Assert.Equal(190, polii.TogetherWithQuotas([karelini, polii], "argali", taxa));
        Assert.Equal(100, polii.TogetherWithQuotas([karelini, polii, whole], "argali", taxa));
        Assert.Equal(150, whole.TogetherWithQuotas([karelini, polii, whole], "argali", taxa));
        Assert.Equal(90, karelini.TogetherWithQuotas([karelini, polii], "argali", taxa));
        Assert.Equal(100, polii.TogetherWithQuotas([karelini, polii], "polii", taxa));
    }
}
