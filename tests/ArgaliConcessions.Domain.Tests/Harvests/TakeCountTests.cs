using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Harvests;

public sealed class TakeCountTests
{
    private static Harvest Lost(string on, string id) => A.Kill(on, id) with { Outcome = HarvestOutcome.Lost };

    private static Harvest Nothing(string on, string id) => A.Kill(on, id) with { Outcome = HarvestOutcome.Unsuccessful };

    private static (int Killed, int Lost, int Wounded, int Certain, int Possible) Count(params Harvest[] harvests)
    {
        var count = TakeCount.Of(harvests);
        return (count.Killed, count.Lost, count.WoundedOpen, count.Certain, count.Possible);
    }

    [Fact]
    public void Of_NothingOrUnsuccessful_TakesNone()
    {
        Assert.Equal((0, 0, 0, 0, 0), Count());
        Assert.Equal((0, 0, 0, 0, 0), Count(Nothing("2014-10-10", "h1")));
    }

    [Fact]
    public void Of_WoundedThenFoundByLink_IsOne() =>
        Assert.Equal((1, 0, 0, 1, 1), Count(A.Wounding("2014-10-10", "z"), A.Kill("2014-10-10", "a") with { FollowsUp = "z" }));

    [Fact]
    public void Of_WoundedAndUnlinkedKill_IsOneOrTwo() => Assert.Equal((1, 0, 1, 1, 2), Count(A.Wounding("2014-10-10"), A.Kill("2014-10-11")));

    [Fact]
    public void Of_WoundedAfterTheKill_IsAnotherAnimal() => Assert.Equal((1, 0, 1, 2, 2), Count(A.Kill("2014-10-10"), A.Wounding("2014-10-11")));

    [Fact]
    public void Of_TwoWoundings_AreAtLeastOne() =>
        Assert.Equal((0, 0, 2, 1, 2), Count(A.Wounding("2014-10-10", "w1"), A.Wounding("2014-10-11", "w2")));

    [Fact]
    public void Of_WoundedThenGivenUpByLink_IsOneLost() =>
        Assert.Equal((0, 1, 0, 1, 1), Count(A.Wounding("2014-10-10"), Lost("2014-10-12", "l1") with { FollowsUp = "w1" }));

    [Fact]
    public void Of_LostThenFoundByLink_IsOneKilled() =>
        Assert.Equal((1, 0, 0, 1, 1), Count(Lost("2014-10-10", "l1"), A.Kill("2014-10-12") with { FollowsUp = "l1" }));

    [Fact]
    public void Of_SecondKillNamingTheSameWounding_IsASecondAnimal() => Assert.Equal(
        (2, 0, 0, 2, 2), Count(A.Wounding(), A.Kill("2014-10-11", "h1") with { FollowsUp = "w1" }, A.Kill("2014-10-12", "h2") with { FollowsUp = "w1" }));

    [Fact]
    public void Of_KillFollowingAKill_IsASecondAnimal() =>
        Assert.Equal((2, 0, 0, 2, 2), Count(A.Kill("2014-10-10", "h1"), A.Kill("2014-10-11", "h2") with { FollowsUp = "h1" }));

    [Fact]
    public void Of_FollowUpBeforeTheWoundingOrOfNothing_LinksNothing()
    {
        Assert.Equal((1, 0, 1, 2, 2), Count(A.Wounding("2014-10-12"), A.Kill("2014-10-11") with { FollowsUp = "w1" }));
        Assert.Equal((1, 0, 0, 1, 1), Count(A.Kill() with { FollowsUp = "gone" }));
        Assert.Equal((1, 0, 0, 1, 1), Count(A.Kill() with { FollowsUp = "h1" }));
    }

    [Fact]
    public void Of_ChainsAndCycles_NeverCountTwiceNorNever()
    {
        Assert.Equal((1, 0, 0, 1, 1), Count(
            A.Wounding("2014-10-10", "w1"), A.Wounding("2014-10-11", "w2") with { FollowsUp = "w1" }, A.Kill("2014-10-12") with { FollowsUp = "w2" }));
        Assert.Equal((0, 0, 1, 1, 1), Count(A.Wounding(id: "w1") with { FollowsUp = "w2" }, A.Wounding(id: "w2") with { FollowsUp = "w1" }));
    }

    [Fact]
    public void Of_Summaries_CountsTheSame()
    {
        TakeSummary[] takes = [new("w1", A.Date("2014-10-10"), HarvestOutcome.Wounded, "polii", null), new("h1", A.Date("2014-10-11"), HarvestOutcome.Killed, "polii", "w1")];
        Assert.True(TakeCount.Of([A.Wounding(), A.Kill("2014-10-11") with { FollowsUp = "w1" }]).Equals(TakeCount.Of(takes)));
        Assert.Equal("h1", Assert.Single(TakeCount.Of(takes).Counted));
    }
}
