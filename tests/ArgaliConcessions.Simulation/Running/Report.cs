using System.Globalization;
using System.Text;
using ArgaliConcessions.Simulation.Oracles;

namespace ArgaliConcessions.Simulation.Running;

/// <summary>Words for people.</summary>
public static class Report
{
    /// <summary>A failure: its seed, what is wrong, and the shortest way to it that was found.</summary>
    /// <param name="failed">The run that failed.</param>
    /// <param name="least">The smallest that fails in the same way, with its trace.</param>
    public static string Of(RunResult failed, RunResult least)
    {
        var text = new StringBuilder();
        Line($"Seed {failed.Scenario.Seed}: {failed.Failure}");
        Line($"Again, with its trace: scripts/simulate --seed {failed.Scenario.Seed}");
        Line($"The smallest run that fails in the same way: {least.Scenario.Plan.Count} operations of {failed.Scenario.Plan.Count}, {least.Scenario.Processes} processes, schedule {least.Scenario.Schedule}, mishaps: {(least.Scenario.Weather.Kinds.Count == 0 ? "none" : string.Join(", ", least.Scenario.Weather.Kinds))}");
        foreach (var operation in least.Scenario.Plan) Line($"  client {operation.Client} after {operation.Pause.TotalSeconds} s: {operation}");
        foreach (var line in least.Trace) Line($"{line}");
        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What happened in many runs.</summary>
    public static string Of(Tally tally, TimeSpan time)
    {
        var mishaps = string.Join(", ", tally.Mishaps.Select(m => FormattableString.Invariant($"{m.Kind} {m.Count:N0}")));
        return string.Create(CultureInfo.InvariantCulture, $"""
            {tally.Runs:N0} seeds in {time.TotalSeconds:N1} s: {tally.Runs / Math.Max(0.001, time.TotalSeconds):N1} a second
            {tally.Operations:N0} operations in {tally.Attempts:N0} attempts: {tally.Done:N0} done, {tally.Refused:N0} refused
            {tally.Calls:N0} calls of the store, {tally.Commits:N0} commits applied, {tally.Facts:N0} acknowledged facts held to
            mishaps: {(mishaps.Length == 0 ? "none" : mishaps)}
            crashes: {tally.Crashes:N0}
            """);
    }
}
