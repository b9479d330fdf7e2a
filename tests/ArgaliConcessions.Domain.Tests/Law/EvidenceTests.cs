using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Law;

public sealed class EvidenceTests
{
    [Fact]
    public void Of_NothingKnown_LeavesTheNameOut()
    {
        string? text = null;
        LocalizedNames? names = null;
        Assert.Equal(["days"], Evidence.Of(("text", text), ("names", names), ("value", null), ("days", 3)).Values.Keys);
    }

    [Fact]
    public void Equals_SameFiguresInAnotherOrder_IsEqual()
    {
        var one = Evidence.Of(("b", A.Date("2015-03-01")), ("a", EvidenceValue.List([1, "x"])));
        Assert.Equal(one, Evidence.Of(("a", EvidenceValue.List([1, "x"])), ("b", A.Date("2015-03-01"))));
        Assert.NotEqual(one, one.With("a", 1));
    }

    [Fact]
    public void And_SharedName_TakesTheOthers() => Assert.Equal(
        Evidence.Of(("a", 2), ("b", 1)), Evidence.Of(("a", 1), ("b", 1)).And(Evidence.Of(("a", 2))));

    [Theory]
    [InlineData(12.349, 12.3)]
    [InlineData(double.PositiveInfinity, 1e9)]
    public void Metres_AnyNumber_IsRoundedToATenth(double metres, double expected) =>
        Assert.Equal(new EvidenceValue.Number((decimal)expected), EvidenceValue.Metres(metres));
}
