using ArgaliConcessions.Functions.Tests.Docs;

namespace ArgaliConcessions.Functions.Tests.Costs;

/// <summary>Figures that other pages quote are those of the book, which the counts are held to.</summary>
public sealed class QuotedCostTests
{
    [Fact]
    public void Readme_CostsThatItQuotes_AreThoseOfTheBook()
    {
        var rows = Page.Readme.Rows("What it costs to ask");
        Assert.Equal(5, rows.Count);
        Assert.All(rows, row => Assert.Equal(Told(Page.Code(row[1]).Single()), row[2]));
    }

    [Fact]
    public void Infra_CostsThatItQuotes_AreThoseOfTheBook()
    {
        var rows = Page.Infra.Rows("What it costs a month").Where(row => Page.Code(row[0]).Any(IsTold)).ToList();
        Assert.Equal(6, rows.Count);
        Assert.All(rows, row => Assert.Equal(Told(Page.Code(row[0]).Single()), row[2].Split(':')[0]));
    }

    private static bool IsTold(string of) => CostBook.Told.ContainsKey((of, ""));

    private static string Told(string of) => CostBook.Told[of == "sweep" ? ("sweep", "a later one, nothing has changed") : (of, "")];
}
