using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Law;

public sealed class TaxonTreeTests
{
    private static readonly TaxonTree Tree = new([
        new("argali", A.Name("argali")), new("polii", A.Name("polii"), PartOf: "argali"), new("ibex", A.Name("ibex")),
        new("a", A.Name("a"), PartOf: "b"), new("b", A.Name("b"), PartOf: "a")]);

    [Theory]
    [InlineData("argali", "polii", true)]
    [InlineData("polii", "polii", true)]
    [InlineData("polii", "argali", false)]
    [InlineData("argali", "ibex", false)]
    [InlineData("unknown", "unknown", true)]
    [InlineData("Argali", "polii", false)]
    public void Covers_ByParents_AnswersAsTheLawDoes(string ruled, string taxon, bool expected) => Assert.Equal(expected, Tree.Covers(ruled, taxon));

    [Fact]
    public void SelfAndAncestors_Cycle_Ends() => Assert.Equal(["a", "b"], Tree.SelfAndAncestors("a"));

    [Fact]
    public void TaxonTree_OfChangedTerms_IsRebuilt()
    {
        var terms = new AuthorityTerms(A.Name("x"), "TJ", "Asia/Dushanbe", [new("polii", A.Name("polii"))], new RuleSettings());
        var changed = terms with { Taxa = [new("polii", A.Name("polii"), PartOf: "argali")] };
        Assert.False(terms.TaxonTree.Covers("argali", "polii"));
        Assert.True(changed.TaxonTree.Covers("argali", "polii"));
    }

    [Fact]
    public void Equals_SameTaxaInAnotherList_IsEqual()
    {
        static AuthorityTerms Terms() => new(A.Name("x"), "TJ", "Asia/Dushanbe", [new("polii", A.Name("polii"))], new RuleSettings());
        Assert.Equal(Terms(), Terms());
        Assert.NotEqual(Terms(), Terms() with { Taxa = [] });
    }
}
