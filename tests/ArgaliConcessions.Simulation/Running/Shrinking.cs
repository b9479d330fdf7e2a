using System.Diagnostics;
using ArgaliConcessions.Simulation.Actors;
using ArgaliConcessions.Simulation.Engine;

namespace ArgaliConcessions.Simulation.Running;

/// <summary>Looks for a smaller run that fails in the same way: fewer operations, kinds of mishaps and processes, then fewer calls.</summary>
/// <param name="time">How long to look.</param>
public sealed class Shrinking(TimeSpan time)
{
    /// <summary>Other schedules of a smaller scenario that are tried before it counts as well.</summary>
    private const int Schedules = 12;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private string invariant = "";

    /// <summary>The smallest failing run that was found, with its trace.</summary>
    /// <param name="failed">A run that failed.</param>
    public RunResult Shrink(RunResult failed)
    {
        invariant = failed.Failure!.Invariant;
        var least = failed;
        for (var before = 0; before != Size(least.Scenario);)
        {
            before = Size(least.Scenario);
            least = LessWeather(FewerProcesses(Plainer(FewerOperations(least))));
        }

        least = Quickest(least);
        return Run.Of(least.Scenario, withTrace: true);
    }

    private static int Size(Scenario scenario) => (scenario.Plan.Count * 100) + (scenario.Weather.Kinds.Count * 10) + scenario.Processes;

    /// <summary>Leaves out ever smaller parts of the plan (ddmin).</summary>
    private RunResult FewerOperations(RunResult least)
    {
        for (var part = least.Scenario.Plan.Count / 2; part >= 1; part /= 2)
        {
            for (var at = 0; at < least.Scenario.Plan.Count;)
            {
                var plan = least.Scenario.Plan;
                var less = Try(least.Scenario with { Plan = [.. plan.Take(at), .. plan.Skip(at + part)] });
                if (less is null) at += part;
                else least = less;
            }
        }

        return least;
    }

    private RunResult Plainer(RunResult least)
    {
        for (var at = 0; at < least.Scenario.Plan.Count; at++)
        {
            Operation[] plan = [.. least.Scenario.Plan];
            if (plan[at].Habit == Habit.Plain) continue;
            plan[at] = plan[at] with { Habit = Habit.Plain };
            least = Try(least.Scenario with { Plan = plan }) ?? least;
        }

        return least;
    }

    private RunResult FewerProcesses(RunResult least)
    {
        while (least.Scenario.Processes > 1 && Try(least.Scenario with { Processes = least.Scenario.Processes - 1 }) is { } less) least = less;
        return least;
    }

    private RunResult LessWeather(RunResult least)
    {
        foreach (var kind in least.Scenario.Weather.Kinds)
        {
            var weather = least.Scenario.Weather;
            least = Try(least.Scenario with { Weather = weather with { Kinds = [.. weather.Kinds.Where(k => k != kind)] } }) ?? least;
        }

        return least;
    }

    private RunResult Quickest(RunResult least)
    {
        for (var schedule = 0; schedule < 4 * Schedules && clock.Elapsed < time; schedule++)
        {
            var other = Run.Of(least.Scenario with { Schedule = 1000 + schedule });
            if (other.Failure?.Invariant == invariant && other.Tally.Calls < least.Tally.Calls) least = other;
        }

        return least;
    }

    /// <summary>A run of the scenario that fails in the same way; null when none was found.</summary>
    private RunResult? Try(Scenario scenario)
    {
        for (var schedule = 0; schedule <= Schedules && clock.Elapsed < time; schedule++)
        {
            var run = Run.Of(schedule == 0 ? scenario : scenario with { Schedule = schedule });
            if (run.Failure?.Invariant == invariant) return run;
        }

        return null;
    }
}
