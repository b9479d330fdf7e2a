using System.Text;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Application.Tests.Records;

public sealed class DomainJsonTests
{
    private static readonly LocalizedNames Names = LocalizedNames.From([new("ru", "Мургаб"), new("en", "Murghab"), new("tg", "Мурғоб")]);
    private static readonly LegalBasis Act = new("Resolution", "№ 41", new LocalDate(2014, 3, 13), "https://example.org/41");

    [Fact]
    public void Names_AnyScripts_AreReadableAndComeBack()
    {
        Assert.Equal("""{"en":"Murghab","ru":"Мургаб","tg":"Мурғоб"}""", Text(Names));
        Assert.Equal(Names, Again(Names));
    }

    [Fact]
    public void Windows_BothKinds_ComeBack()
    {
        SeasonWindow[] windows = [new SeasonWindow.Yearly(new(9, 1), new(2, 29)), new SeasonWindow.Once(new(2015, 2, 1), new(2015, 3, 1))];

        Assert.Equal("""[{"from":"--09-01","to":"--02-29"},{"from":"2015-02-01","to":"2015-03-01"}]""", Text(windows));
        Assert.Equal(windows, Again(windows));
    }

    [Fact]
    public void Evidence_EveryKindOfValue_ComesBack()
    {
        var evidence = Evidence.Of(
            ("text", "season"), ("figure", 12.5m), ("day", new LocalDate(2015, 3, 1)), ("span", new DateInterval(new(2015, 2, 1), new(2015, 3, 1))),
            ("names", Names), ("many", EvidenceValue.List(["a", 1, new LocalDate(2015, 3, 1)])));

        Assert.Equal(evidence, Again(evidence));
    }

    [Fact]
    public void Authority_WithTaxa_ComesBackWithItsTree()
    {
        var terms = new AuthorityTerms(Names, "TJ", "Asia/Dushanbe", [new Taxon("argali", Names), new Taxon("polii", Names, "Ovis ammon polii", "argali")], new RuleSettings());
        var revision = new Revision<AuthorityTerms>(1, Instant.FromUtc(2015, 1, 1, 0, 0), Act, terms);

        var again = Again(revision);

        Assert.Equal(revision, again);
        Assert.True(again.Value.TaxonTree.Covers("argali", "polii"));
        Assert.DoesNotContain("taxonTree", Text(revision), StringComparison.Ordinal);
    }

    [Fact]
    public void Concession_OfAnOlderRecordWithoutALaterList_HasItEmpty()
    {
        var terms = new ConcessionTerms("KT7", Names, "gbao", [], new Tenure(new(2008, 1, 1), null), [], ["before"]);
        var older = Text(terms).Replace(""","succeeds":["before"]""", "", StringComparison.Ordinal);

        var read = RecordJson.Read<ConcessionTerms>(Encoding.UTF8.GetBytes(older));

        Assert.False(read.Succeeds.IsDefault);
        Assert.Empty(read.Succeeds);
    }

    [Fact]
    public void Settings_OfAnOlderRecord_HaveTheDefaults()
    {
        var settings = RecordJson.Read<RuleSettings>("""{"gapInPermit":"violation","refuseGapAtIssue":false,"harvestReportDays":10,"zoneToleranceMetres":5,"overlapToleranceHectares":2}"""u8.ToArray());

        Assert.Equal(new RuleSettings(GapAnswer.Violation, false, 10, 5, 2, SurveyPercent: 1m, SurveyOldMaleShare: 20m, SurveyOldMaleAge: 8, SurveyMaxYears: 5), settings);
    }

    [Fact]
    public void Quotas_OfOlderRecords_GiveNoReason()
    {
        Assert.Null(RecordJson.Read<QuotaLine>("""{"taxon":"polii","sex":"male","purpose":"trophy","animals":5}"""u8.ToArray()).AboveCeilingReason);
        Assert.Null(RecordJson.Read<NationalQuota>("""{"year":"2014","taxon":"polii","animals":5}"""u8.ToArray()).AboveCeilingReason);
    }

    [Fact]
    public void Survey_WithClasses_ComesBack()
    {
        var survey = new Survey(
            "count", "argali", new(2014, 2, 10), "Block count", 812.5m, 5000, 4200, 4300,
            [new SurveyClass(SurveySex.Male, new AgeRange(8, null), 130), new SurveyClass(SurveySex.Unknown, null, 400)]);

        Assert.Equal(survey, Again(survey));
        Assert.Equal(survey with { Classes = [] }, RecordJson.Read<Survey>(Encoding.UTF8.GetBytes(Text(survey with { Classes = [] }).Replace(""","classes":[]""", "", StringComparison.Ordinal))));
    }

    [Fact]
    public void Season_Version_ComesBack()
    {
        var version = new LawVersion<SeasonTerms>(
            2, new(2014, 1, 1), null, Act, Instant.FromUtc(2014, 1, 2, 3, 4), new SeasonTerms("polii", ["a"], [new SeasonWindow.Yearly(new(9, 1), new(12, 15))]), 1, "typo");

        Assert.Equal(version, Again(version));
    }

    [Fact]
    public void PermitStatus_Change_ComesBack()
    {
        var change = new PermitStatusChange(PermitStatus.Suspended, new(2015, 2, 3), Instant.FromUtc(2015, 2, 3, 4, 5), "lost", "clerk");

        Assert.Equal(change, Again(change));
    }

    [Theory]
    [InlineData("""{"from":"--02-30","to":"--03-01"}""")]
    [InlineData("""{"from":"2015-03-02","to":"--03-01"}""")]
    public void Window_NotOurs_IsRefused(string json) =>
        Assert.ThrowsAny<Exception>(() => RecordJson.Read<SeasonWindow>(Encoding.UTF8.GetBytes(json)));

    private static string Text<T>(T value) => Encoding.UTF8.GetString(RecordJson.Write(value));

    private static T Again<T>(T value) => RecordJson.Read<T>(RecordJson.Write(value));
}
