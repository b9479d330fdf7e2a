using ArgaliConcessions.Simulation.Actors;
using ArgaliConcessions.Simulation.Engine;

namespace ArgaliConcessions.Simulation.Running;

/// <summary>All that is decided before a run.</summary>
/// <param name="Seed">It was drawn from.</param>
/// <param name="Schedule">The seed of everything that is decided during the run.</param>
public sealed record Scenario(int Seed, int Schedule, int Processes, Weather Weather, IReadOnlyList<Operation> Plan)
{
    public static Scenario Of(int seed)
    {
        var random = new Random(seed);
        return new Scenario(seed, random.Next(), 3 + random.Next(4), Weather.Draw(random), Plans.Draw(random));
    }
}
