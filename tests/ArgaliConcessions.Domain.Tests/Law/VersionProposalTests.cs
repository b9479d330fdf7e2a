using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Law;

public sealed class VersionProposalTests
{
    private static readonly LocalDate Today = A.Date("2015-03-10");
    private static readonly LegalBasis Act = A.Act("2015-03-01");

    private static LawSeries<string> Series(params (string From, string? To, string Value)[] versions) =>
        new(versions.Select((v, i) =>
            new LawVersion<string>(i + 1, A.Date(v.From), v.To is null ? null : A.Date(v.To), Act, A.Recorded, v.Value)));

    private static VersionProposal<string> Propose(LawSeries<string> to, string from, string? until, string value = "new", string? reason = null) =>
        to.Propose(new VersionDraft<string>(A.Date(from), until is null ? null : A.Date(until), Act, value, reason), Today, A.Recorded);

    [Fact]
    public void Propose_EmptySeries_AddsTheFirst()
    {
        var added = Assert.IsType<VersionProposal<string>.Added>(Propose(Series(), "2010-01-01", null));
        Assert.Equal((1, null), (added.Version.Number, added.Version.Corrects));
        Assert.Null(added.Ends);
    }

    [Fact]
    public void Propose_LaterStart_EndsTheRunningOneTheDayBefore()
    {
        var series = Series(("2014-01-01", null, "old"));
        var added = Assert.IsType<VersionProposal<string>.Added>(Propose(series, "2015-04-01", null));
        Assert.Equal(1, added.Ends?.Number);
        Assert.Equal(A.Date("2015-03-31"), series.With(added.Version).InForce(LawKnowledge.Everything)[0].ValidTo);
    }

    [Fact]
    public void Propose_AfterAStatedEnd_IsNoGap()
    {
        var added = Assert.IsType<VersionProposal<string>.Added>(Propose(Series(("2014-01-01", "2014-12-31", "old")), "2015-09-01", null));
        Assert.Null(added.Ends);
    }

    [Fact]
    public void Propose_SameStartOtherValue_NeedsAReason()
    {
        var missing = Assert.IsType<VersionProposal<string>.ReasonMissing>(Propose(Series(("2014-01-01", null, "old")), "2014-01-01", null, reason: " "));
        Assert.Equal(1, missing.Replaced.Number);
    }

    [Fact]
    public void Propose_SameStartWithReason_CorrectsAndKeepsBoth()
    {
        var series = Series(("2014-01-01", null, "old"));
        var corrected = Assert.IsType<VersionProposal<string>.Corrected>(Propose(series, "2014-01-01", null, reason: "typing error"));
        Assert.Equal((2, 1, "typing error"), (corrected.Version.Number, corrected.Version.Corrects, corrected.Version.Reason));
        Assert.Equal(["old", "new"], series.With(corrected.Version).All.Select(v => v.Value));
        Assert.Equal("new", series.With(corrected.Version).On(Today, LawKnowledge.Everything)?.Value);
    }

    [Fact]
    public void Propose_CorrectionOfACorrection_CorrectsTheNewest()
    {
        var series = Series(("2014-01-01", null, "old"), ("2014-01-01", null, "less old"));
        var corrected = Assert.IsType<VersionProposal<string>.Corrected>(Propose(series, "2014-01-01", null, reason: "again"));
        Assert.Equal((3, 2), (corrected.Version.Number, corrected.Version.Corrects));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2015-03-31")]
    public void Propose_SameAgainByStatedOrEffectiveEnd_IsUnchanged(string? until)
    {
        var series = Series(("2014-01-01", null, "old"), ("2015-04-01", null, "planned"));
        var unchanged = Assert.IsType<VersionProposal<string>.Unchanged>(Propose(series, "2014-01-01", until, "old"));
        Assert.Equal(1, unchanged.Version.Number);
    }

    [Fact]
    public void Propose_SameWindowsInAnotherList_IsUnchanged()
    {
        static SeasonTerms Terms() => new("polii", ["north"], [A.Yearly("--09-01", "--12-15")]);
        var series = new LawSeries<SeasonTerms>([new(1, A.Date("2014-01-01"), null, Act, A.Recorded, Terms())]);
        var proposal = series.Propose(new VersionDraft<SeasonTerms>(A.Date("2014-01-01"), null, Act, Terms()), Today, A.Recorded);
        Assert.IsType<VersionProposal<SeasonTerms>.Unchanged>(proposal);
    }

    [Fact]
    public void Propose_EarlierThanTheRunningOne_ConflictsWithAllAfterIt()
    {
        var series = Series(("2012-01-01", null, "a"), ("2014-01-01", null, "b"), ("2016-01-01", null, "c"));
        var conflict = Assert.IsType<VersionProposal<string>.Conflict>(Propose(series, "2013-01-01", "2013-12-31"));
        Assert.Equal(VersionConflict.Earlier, conflict.Kind);
        Assert.Equal(["b", "c"], conflict.With.Select(v => v.Value));
    }

    [Theory]
    [InlineData(null, "c,d")]
    [InlineData("2016-01-01", "c")]
    [InlineData("2018-01-01", "c,d")]
    public void Propose_IntoPlannedVersions_ConflictsWithThem(string? until, string expected)
    {
        var series = Series(("2014-01-01", null, "b"), ("2016-01-01", null, "c"), ("2018-01-01", null, "d"));
        var conflict = Assert.IsType<VersionProposal<string>.Conflict>(Propose(series, "2015-06-01", until));
        Assert.Equal(VersionConflict.Overlap, conflict.Kind);
        Assert.Equal(expected, string.Join(',', conflict.With.Select(v => v.Value)));
    }

    [Fact]
    public void Propose_UpToThePlannedVersion_IsAdded() =>
        Assert.IsType<VersionProposal<string>.Added>(
            Propose(Series(("2014-01-01", null, "b"), ("2016-01-01", null, "c")), "2015-06-01", "2015-12-31"));

    [Fact]
    public void Propose_EndBeforeThePlannedVersion_IsAGap()
    {
        var conflict = Assert.IsType<VersionProposal<string>.Conflict>(
            Propose(Series(("2014-01-01", null, "b"), ("2016-01-01", null, "c")), "2015-06-01", "2015-12-30"));
        Assert.Equal(VersionConflict.Gap, conflict.Kind);
        Assert.Equal("c", Assert.Single(conflict.With).Value);
    }

    [Fact]
    public void Propose_CorrectionWithoutEnd_KeepsTheEndThatTheNextOneGives() =>
        Assert.IsType<VersionProposal<string>.Corrected>(
            Propose(Series(("2014-01-01", null, "b"), ("2016-01-01", null, "c")), "2014-01-01", null, reason: "typing error"));

    [Fact]
    public void Propose_EndBeforeStart_Throws() =>
        Assert.Throws<ArgumentException>(() => Propose(Series(), "2015-06-01", "2015-05-31"));
}
