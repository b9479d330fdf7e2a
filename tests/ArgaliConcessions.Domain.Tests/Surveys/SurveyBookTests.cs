using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Surveys;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Surveys;

/// <summary>On which survey a quota rests, and whether it is too old to carry one. The hunting year begins on 1 July 2014.</summary>
public sealed class SurveyBookTests
{
    private static SurveyBook Book(params (string Id, string Taxon, string Date)[] surveys) => Book(new RuleSettings(), surveys);

    private static SurveyBook Book(RuleSettings settings, params (string Id, string Taxon, string Date)[] surveys)
    {
        var law = A.Law().With(settings).Build().National with
        {
            Surveys = surveys.ToDictionary(s => s.Id, s => A.Revisions((s.Date, new Survey(s.Id, s.Taxon, A.Date(s.Date), "count", null, 1000, 1000, null, [])))),
        };
        return SurveyBook.Of(law, "2014", LawKnowledge.Everything);
    }

    private static string? Chosen(SurveyBook book, string taxon, string publishedOn = "2014-05-01") => book.For(taxon, A.Date(publishedOn))?.Survey.Id;

    [Fact]
    public void Survey_OfSeveral_IsTheLatestByTheDayOfTheAct()
    {
        var book = Book(("a", "argali", "2012-03-01"), ("b", "argali", "2014-05-01"), ("c", "argali", "2014-05-02"));

        Assert.Equal(("b", "a", null), (Chosen(book, "argali"), Chosen(book, "argali", "2014-04-30"), Chosen(book, "argali", "2012-02-29")));
    }

    [Fact]
    public void Survey_OfTheTaxonItself_GoesBeforeALaterOneOfTheWhole()
    {
        var book = Book(("own", "polii", "2010-03-01"), ("whole", "argali", "2013-03-01"));

        Assert.Equal(("own", "whole"), (Chosen(book, "polii"), Chosen(book, "argali")));
        Assert.Equal("whole", Chosen(Book(("own", "polii", "2014-06-01"), ("whole", "argali", "2013-03-01")), "polii"));
    }

    [Fact]
    public void Survey_OfAPartOrOfAnother_CarriesNoQuotaOfTheWhole() => Assert.Null(Chosen(Book(("p", "polii", "2013-03-01"), ("i", "ibex", "2013-03-01")), "argali"));

    [Fact]
    public void Survey_OfOneDay_IsTheLastById() => Assert.Equal("b", Chosen(Book(("b", "argali", "2013-03-01"), ("a", "argali", "2013-03-01")), "argali"));

    [Theory]
    [InlineData("2009-07-01", 5, false)]
    [InlineData("2009-06-30", 5, true)]
    [InlineData("2013-06-30", 1, true)]
    [InlineData("2013-07-01", 1, false)]
    public void Survey_OlderThanTheAuthorityAllows_IsStale(string date, int years, bool stale) =>
        Assert.Equal(stale, Book(new RuleSettings(SurveyMaxYears: years), ("a", "argali", date)).For("argali", A.Date("2014-05-01"))!.Stale);

    [Fact]
    public void Survey_Corrected_CountsAsItWasKnown()
    {
        var first = A.Revisions(("2013-03-02", new Survey("a", "argali", A.Date("2013-03-01"), "count", null, 1000, 1000, null, [])));
        var both = first.With(new Revision<Survey>(2, first.Latest.RecordedAt + Duration.FromDays(30), first.Latest.Basis, first.Latest.Value with { LowerBound = 500 }));
        var law = A.Law().Build().National with { Surveys = new Dictionary<string, Revisions<Survey>> { ["a"] = both } };

        int? Ceiling(Instant knownAt) => SurveyBook.Of(law, "2014", new LawKnowledge(knownAt)).For("argali", null)?.Ceiling.Animals;

        Assert.Equal((10, 5), (Ceiling(first.Latest.RecordedAt), Ceiling(both.Latest.RecordedAt)));
        Assert.Null(Ceiling(first.Latest.RecordedAt - Duration.FromSeconds(1)));
    }
}
