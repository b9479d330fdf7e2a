using ArgaliConcessions.Simulation.Running;

namespace ArgaliConcessions.Simulation.Exploring;

/// <summary>Every order of the steps of an allocation and of what is near it, with a crash in each.</summary>
public sealed class ExplorerTests
{
    public static TheoryData<int, bool> Cases()
    {
        var data = new TheoryData<int, bool>();
        for (var at = 0; at < Case.All.Count; at++)
        {
            data.Add(at, false);
            data.Add(at, true);
        }

        return data;
    }

    /// <summary>With one crash anywhere; <c>scripts/simulate --explore --crashes 2</c> goes further.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Orders_OfACase_KeepEveryInvariant(int at, bool readsEarly)
    {
        var explored = Run.OnLargeStack(() => new Explorer(Case.All[at], readsEarly, crashes: 1).Run());

        Assert.True(explored.Failure is null, $"{explored.Case.Name}: {explored.Failure}\n{string.Join('\n', explored.Trace)}");
        Assert.True(explored.Orders > 20, $"{explored.Case.Name}: {explored.Orders} orders");
    }
}
