using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Concessions;

public sealed class ConcessionTermsTests
{
    private static readonly ConcessionTerms Terms = ConcessionBuilder.Terms(
        from: "2010-01-01", to: "2014-12-31",
        status: [new(A.Date("2012-03-01"), ConcessionStatus.Suspended, null), new(A.Date("2012-06-01"), ConcessionStatus.Active, null)]);

    [Theory]
    [InlineData("2009-12-31", ConcessionStatus.NotBegun)]
    [InlineData("2010-01-01", ConcessionStatus.Active)]
    [InlineData("2012-02-29", ConcessionStatus.Active)]
    [InlineData("2012-03-01", ConcessionStatus.Suspended)]
    [InlineData("2012-05-31", ConcessionStatus.Suspended)]
    [InlineData("2012-06-01", ConcessionStatus.Active)]
    [InlineData("2014-12-31", ConcessionStatus.Active)]
    [InlineData("2015-01-01", ConcessionStatus.Ended)]
    public void On_EachEdge_IncludesFirstAndLastDay(string date, ConcessionStatus expected) => Assert.Equal(expected, Terms.On(A.Date(date)));

    [Fact]
    public void On_StatusesInAnyOrder_TakesTheLastByDate()
    {
        var shuffled = Terms with { Status = [.. Terms.Status.Reverse()] };
        Assert.Equal(ConcessionStatus.Suspended, shuffled.On(A.Date("2012-04-01")));
    }

    [Fact]
    public void InactiveDuring_WholeLife_NamesEachSpan() => Assert.Equal(
        [
            (A.Days("2009-12-01", "2009-12-31"), ConcessionStatus.NotBegun), (A.Days("2012-03-01", "2012-05-31"), ConcessionStatus.Suspended),
            (A.Days("2015-01-01", "2015-02-01"), ConcessionStatus.Ended),
        ],
        Terms.InactiveDuring(A.Days("2009-12-01", "2015-02-01")));

    [Fact]
    public void InactiveDuring_SuspendedThenEnded_AreTwoSpans() => Assert.Equal(
        [ConcessionStatus.Suspended, ConcessionStatus.Ended],
        ConcessionBuilder.Terms(status: [new(A.Date("2012-03-01"), ConcessionStatus.Suspended, null), new(A.Date("2012-04-01"), ConcessionStatus.Ended, null)])
            .InactiveDuring(A.Days("2012-03-15", "2012-05-01")).Select(i => i.Status));

    [Fact]
    public void InactiveDuring_ActiveSpan_IsEmpty() => Assert.Empty(Terms.InactiveDuring(A.Days("2012-06-01", "2014-12-31")));

    [Fact]
    public void Equals_SameContent_IsEqual()
    {
        Assert.Equal(Terms, Terms with { Status = [.. Terms.Status] });
        Assert.NotEqual(Terms, Terms with { Status = [] });
    }
}
