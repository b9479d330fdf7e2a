using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Seasons;

public sealed class ClosureBookTests
{
    private static string Covering(LawBuilder law, string taxon = "polii", string? zone = "north", string from = "2014-10-01", string? to = null, LawKnowledge? knowledge = null) =>
        string.Join(' ', law.Build().Closures.Covering(taxon, zone, A.Days(from, to ?? from), knowledge ?? LawKnowledge.Everything).Select(c => c.Value.Id));

    [Fact]
    public void Covering_EmptyLists_MeanAll() => Assert.Equal("all", Covering(A.Law().Closure("all", "2014-01-01", null, "2014-01-01")));

    [Theory]
    [InlineData("2013-12-31", "")]
    [InlineData("2014-01-01", "ban")]
    [InlineData("2014-12-31", "ban")]
    [InlineData("2015-01-01", "")]
    public void Covering_BothEnds_AreClosed(string date, string expected) =>
        Assert.Equal(expected, Covering(A.Law().Closure("ban", "2014-01-01", "2014-12-31", "2013-12-01"), from: date));

    [Theory]
    [InlineData("argali", "polii", "ban")]
    [InlineData("polii", "argali", "")]
    [InlineData("ibex", "polii", "")]
    public void Covering_Taxon_CoversItsParts(string banned, string taxon, string expected) =>
        Assert.Equal(expected, Covering(A.Law().Closure("ban", "2014-01-01", null, "2014-01-01", taxa: [banned]), taxon));

    [Theory]
    [InlineData("gbao", "ban")]
    [InlineData("sughd", "")]
    public void Covering_Region_IsTheConcessions(string region, string expected) =>
        Assert.Equal(expected, Covering(A.Law().Closure("ban", "2014-01-01", null, "2014-01-01", regions: [region])));

    [Theory]
    [InlineData("demo-north/north", "north", "ban")]
    [InlineData("demo-north/north", "south", "")]
    [InlineData("demo-south/north", "north", "")]
    [InlineData("demo-north/north", null, "")]
    public void Covering_Zone_IsTheConcessionsOwn(string banned, string? zone, string expected) =>
        Assert.Equal(expected, Covering(A.Law().Closure("ban", "2014-01-01", null, "2014-01-01", zones: [banned]), zone: zone));

    [Fact]
    public void Covering_ListsTogether_NarrowEachOther()
    {
        var law = A.Law().Closure("ban", "2014-01-01", null, "2014-01-01", concessions: ["demo-north"], regions: ["sughd"]);
        Assert.Equal("", Covering(law));
    }

    [Fact]
    public void Covering_LiftedEarly_EndsWithTheNewRevisionOnly()
    {
        var law = A.Law().Closure("ban", "2014-01-01", "2015-12-31", "2013-12-01").Closure("ban", "2014-01-01", "2014-09-24", "2014-09-25");
        Assert.Equal("", Covering(law));
        Assert.Equal("ban", Covering(law, knowledge: LawKnowledge.Everything.AsPublishedBy(A.Date("2014-09-24"))));
    }

    [Fact]
    public void Covering_SpanTouchingByOneDay_IsCovered()
    {
        var law = A.Law().Closure("ban", "2014-10-10", "2014-10-12", "2014-01-01");
        Assert.Equal("ban", Covering(law, from: "2014-10-12", to: "2014-10-20"));
        Assert.Equal("", Covering(law, from: "2014-10-13", to: "2014-10-20"));
    }
}
