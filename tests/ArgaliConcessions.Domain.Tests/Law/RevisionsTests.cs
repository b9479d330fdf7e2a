using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Law;

public sealed class RevisionsTests
{
    [Fact]
    public void New_GapOrEmpty_Throws()
    {
        Assert.Throws<ArgumentException>(() => new Revisions<int>([]));
        Assert.Throws<ArgumentException>(() => new Revisions<int>([new(2, A.Recorded, null, 1)]));
        Assert.Throws<ArgumentException>(() => new Revisions<int>([new(1, A.Recorded, null, 1), new(1, A.Recorded, null, 2)]));
    }

    [Fact]
    public void As_ByPublication_TakesTheNewestThatCounts()
    {
        var revisions = A.Revisions(("2014-01-01", 80), ("2014-06-01", 70));
        Assert.Equal([null, 80, 80, 70], new[] { "2013-12-31", "2014-01-01", "2014-05-31", "2014-06-01" }
            .Select(d => revisions.As(LawKnowledge.Everything.AsPublishedBy(A.Date(d)))?.Value));
    }

    [Fact]
    public void As_WithoutBasis_CountsWhateverWasPublished()
    {
        var revisions = new Revisions<int>([new(1, A.Recorded, null, 5)]);
        Assert.Equal(5, revisions.As(LawKnowledge.Everything.AsPublishedBy(A.Date("1990-01-01")))?.Value);
        Assert.Null(revisions.As(new LawKnowledge(A.Recorded - Duration.Epsilon)));
    }
}
