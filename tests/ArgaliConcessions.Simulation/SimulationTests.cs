using ArgaliConcessions.Simulation.Running;

namespace ArgaliConcessions.Simulation;

/// <summary>The register under the simulator. A failure says its seed and the shortest way to it.</summary>
public sealed class SimulationTests
{
    private const int Slice = 500;

    [Theory]
    [InlineData(1)]
    [InlineData(501)]
    [InlineData(1001)]
    [InlineData(1501)]
    public void Seeds_OfASlice_KeepEveryInvariant(int from)
    {
        var simulator = new Simulator(workers: 2);

        var failed = simulator.Run(from, Slice);

        Assert.True(failed is null, failed is null ? "" : Run.OnLargeStack(() => Report.Of(failed, new Shrinking(TimeSpan.FromSeconds(20)).Shrink(failed))));
        Assert.Equal(Slice, simulator.Tally.Runs);
        // It was no idle run: much was done, refused and broken.
        Assert.True(simulator.Tally is { Done: > Slice, Refused: > Slice, Crashes: > Slice / 10, Facts: > Slice }, Report.Of(simulator.Tally, TimeSpan.Zero));
    }

    [Fact]
    public void Seed_RunTwice_IsTheSameRun()
    {
        foreach (var seed in Enumerable.Range(1, 40))
        {
            var (one, two) = Run.OnLargeStack(() => (Run.Of(Scenario.Of(seed)), Run.Of(Scenario.Of(seed), withTrace: true)));
            Assert.Equal((seed, one.Hash, one.Tally.Calls), (seed, two.Hash, two.Tally.Calls));
        }
    }
}
