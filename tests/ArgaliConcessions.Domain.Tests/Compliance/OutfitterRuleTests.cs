using System.Collections.Immutable;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Compliance;

/// <summary>R14.</summary>
public sealed class OutfitterRuleTests
{
    private static readonly LineOutfitter Ours = new(
        "pamir-hunt", LocalizedNames.From([KeyValuePair.Create("en", "Pamir Hunt"), KeyValuePair.Create("ru", "ООО «Памирская охота»")]));

    private static QuotaLine Line(params LineOutfitter[] outfitters) => A.Line() with { Outfitters = [.. outfitters] };

    private static PermitCase Case(string? outfitter, QuotaLine? line = null, LawBook? law = null) =>
        Judged.Case(A.Permit() with { Outfitter = outfitter }, law) with { Line = A.Revisions(("2014-06-01", line ?? Line(Ours))) };

    private static LawBook Held(params (string From, string? To)[] periods) =>
        A.Law().With(A.Concession().Says(Terms([.. periods.Select(p => Firm(p.From, p.To))]))).Build();

    private static ConcessionTerms Terms(params Holder[] holders) => ConcessionBuilder.Terms() with { Holders = [.. holders] };

    private static Holder Firm(string from, string? to) => new("firm-a", A.Name("Firm A"), A.Date(from), to is null ? null : A.Date(to), null);

    private static RuleAnswer Answer(PermitCase file) => Judged.OfPermit<OutfitterWithoutAllocation>(file);

    [Theory]
    [InlineData("Pamir Hunt")]
    [InlineData("PAMIR-HUNT")]
    [InlineData("hunt, pamir")]
    [InlineData("pamir-hunt")]
    [InlineData("ООО Памирская Охота")]
    [InlineData("оoo \"ПАМИРСКАЯ  ОХОТА\"")]
    public void R14_ListedHoweverWritten_Passes(string outfitter) => Answer(Case(outfitter)).Passes();

    [Theory]
    [InlineData(null)]
    [InlineData("—")]
    public void R14_NoOutfitter_Passes(string? outfitter) => Answer(Case(outfitter)).Passes();

    [Fact]
    public void R14_NotListed_IsFlaggedWithThoseThatAre()
    {
        var flagged = Answer(Case("Pamir Hunters", law: Held(("2008-01-01", null)))).Is(Severity.Violation, FindingCause.AtIssue);
        Assert.Equal(("Pamir Hunters", "rams", "[Pamir Hunt Firm A]"), (flagged.Told("outfitter"), flagged.Told("line"), flagged.Told("allocatedTo")));
        Assert.Equal("ledger/demo-north/2014/line/rams@1", Assert.Single(flagged.Laws).Path);
    }

    [Fact]
    public void R14_EmptyList_IsNobodysButTheHolders()
    {
        Assert.Equal("nobody", Answer(Case("Pamir Hunt", Line())).Is(Severity.Violation, FindingCause.AtIssue).Told("kind"));
        Answer(Case("FIRM-A", Line(), Held(("2008-01-01", null)))).Passes();
    }

    [Fact]
    public void R14_LineThatDoesNotSay_JudgesHoldersOnly()
    {
        Answer(Case("Pamir Hunt", A.Line())).Misses("allocation");
        Answer(Case("Firm A", A.Line(), Held(("2008-01-01", null)))).Passes();
        Answer(Case("Pamir Hunt") with { Line = null }).Misses("line");
        Answer(Case("Firm A", null, Held(("2008-01-01", null))) with { Line = null }).Passes();
    }

    [Theory]
    [InlineData("2014-10-01", "2014-10-20", true)]
    [InlineData("2014-10-02", null, false)]
    [InlineData("2008-01-01", "2014-10-19", false)]
    public void R14_Holder_HoldsOnEveryDayOfThePermit(string from, string? to, bool passes)
    {
        var answer = Answer(Case("Firm A", null, Held((from, to))));
        if (passes) answer.Passes();
        else answer.Is(Severity.Violation, FindingCause.AtIssue);
    }

    [Fact]
    public void R14_HolderOfTwoPeriods_MayJoinThemWithoutADayBetween()
    {
        Answer(Case("Firm A", null, Held(("2008-01-01", "2014-10-09"), ("2014-10-10", null)))).Passes();
        Answer(Case("Firm A", null, Held(("2008-01-01", "2014-10-09"), ("2014-10-11", null)))).Is(Severity.Violation, FindingCause.AtIssue);
    }

    [Fact]
    public void R14_ShareTakenAwayAfterIssue_IsTheLawsChange()
    {
        var taken = Case("Pamir Hunt") with { Line = A.Revisions(("2014-06-01", Line(Ours)), ("2014-09-21", Line())) };
        Assert.Equal(("2014-09-21", "ledger/demo-north/2014/line/rams@2"), Told(Answer(taken).Is(Severity.Notice, FindingCause.LawChanged)));
        Answer(taken with { Line = A.Revisions(("2014-06-01", Line(Ours)), ("2014-09-20", Line())) }).Is(Severity.Violation, FindingCause.AtIssue);
    }

    [Fact]
    public void R14_ConcessionTransferredAfterIssue_IsTheLawsChange()
    {
        var concession = A.Concession().Says(Terms(Firm("2008-01-01", null))).Says(Terms(Firm("2008-01-01", "2014-10-09")), "2014-10-01");
        var flagged = Answer(Case("Firm A", null, A.Law().With(concession).Build())).Is(Severity.Notice, FindingCause.LawChanged);
        Assert.Equal(("2014-10-01", "concession/demo-north@2"), Told(flagged));
    }

    [Fact]
    public void R14_ShareGivenAfterIssue_Passes() =>
        Answer(Case("Pamir Hunt") with { Line = A.Revisions(("2014-06-01", Line()), ("2014-10-01", Line(Ours))) }).Passes();

    [Fact]
    public void R14_UnknownDayOfIssue_IsAViolationOnlyIfItNeverHadAShare()
    {
        var undated = A.Permit() with { Outfitter = "Pamir Hunt", IssuedOn = null };
        var lines = A.Revisions(("2014-06-01", Line(Ours)), ("2014-09-01", Line()));
        Answer(Judged.Case(undated) with { Line = lines }).Is(Severity.Notice, FindingCause.AtIssue);
        Answer(Judged.Case(undated) with { Line = A.Revisions(("2014-06-01", Line())) }).Is(Severity.Violation, FindingCause.AtIssue);
    }

    [Fact]
    public void Lines_SameOutfitters_AreTheSameLine()
    {
        Assert.Equal(Line(Ours), Line(Ours with { }));
        Assert.NotEqual(Line(), A.Line());
        Assert.Equal(Line(Ours).GetHashCode(), Line(Ours with { }).GetHashCode());
    }

    private static (string?, string?) Told(RuleAnswer.Flagged flagged) => (flagged.Told("publishedOn"), flagged.Told("changedLaw"));
}
