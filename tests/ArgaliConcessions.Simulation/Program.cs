using System.Diagnostics;
using System.Globalization;
using ArgaliConcessions.Simulation.Exploring;
using ArgaliConcessions.Simulation.Running;

namespace ArgaliConcessions.Simulation;

/// <summary>The command line behind scripts/simulate and scripts/check-mutations.</summary>
public static class Program
{
    private const string Usage = "simulate --seeds N [--from S] [--workers W] [--quick] | --seed S | --explore [--crashes N] [--case N]";

    /// <returns>0 when all was well, 1 when something was found, 2 for arguments that cannot be read.</returns>
    public static int Main(string[] arguments)
    {
        var options = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i++)
        {
            var hasValue = i + 1 < arguments.Length && int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out _);
            options[arguments[i]] = hasValue ? int.Parse(arguments[++i], CultureInfo.InvariantCulture) : 1;
        }

        if (options.Keys.Except(["--seeds", "--from", "--seed", "--workers", "--quick", "--explore", "--crashes", "--case"]).Any() || options.Count == 0) return Misread();
        if (options.TryGetValue("--seed", out var seed)) return Running.Run.OnLargeStack(() => Replay(seed));
        if (options.ContainsKey("--explore")) return Running.Run.OnLargeStack(() => Explore(options.GetValueOrDefault("--crashes", 2), options.GetValueOrDefault("--case", 0)));
        if (!options.TryGetValue("--seeds", out var count)) return Misread();
        return Many(options.GetValueOrDefault("--from", 1), count, options.GetValueOrDefault("--workers", 2), isQuick: options.ContainsKey("--quick"));
    }

    private static int Misread()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }

    /// <param name="isQuick">Says only which seed failed, and looks for no smaller run.</param>
    private static int Many(int from, int count, int workers, bool isQuick)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) => (key.Cancel, _) = (true, stop.CancelAsync());
        var (simulator, clock) = (new Simulator(workers), Stopwatch.StartNew());
        using var progress = new Timer(
            _ => Console.Error.WriteLine(FormattableString.Invariant($"{simulator.Tally.Runs:N0} of {count:N0} seeds, {simulator.Tally.Runs / clock.Elapsed.TotalSeconds:N1} a second, {simulator.Tally.Commits:N0} commits, {simulator.Tally.Crashes:N0} crashes")),
            null, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
        var failed = simulator.Run(from, count, stop.Token);
        Console.WriteLine(Report.Of(simulator.Tally, clock.Elapsed));
        if (stop.IsCancellationRequested) Console.WriteLine("Stopped.");
        if (failed is null) return 0;
        Console.WriteLine(FormattableString.Invariant($"FOUND {failed.Failure!.Invariant} seed {failed.Scenario.Seed} runs {simulator.Tally.Runs}"));
        if (!isQuick) Console.WriteLine(Running.Run.OnLargeStack(() => Report.Of(failed, new Shrinking(TimeSpan.FromSeconds(20)).Shrink(failed))));
        return 1;
    }

    private static int Replay(int seed)
    {
        var run = Running.Run.Of(Scenario.Of(seed), withTrace: true);
        foreach (var operation in run.Scenario.Plan) Console.WriteLine($"client {operation.Client}: {operation}");
        foreach (var line in run.Trace) Console.WriteLine(line);
        Console.WriteLine(FormattableString.Invariant($"hash {run.Hash:x16}"));
        if (run.Failure is null) return 0;
        Console.WriteLine(Report.Of(run, new Shrinking(TimeSpan.FromSeconds(20)).Shrink(run)));
        return 1;
    }

    /// <param name="only">The number of one case, from 1; 0 for all.</param>
    private static int Explore(int crashes, int only)
    {
        foreach (var (what, readsEarly) in Case.All.Where((_, at) => only == 0 || only == at + 1).SelectMany(c => new[] { (c, false), (c, true) }))
        {
            var explored = new Explorer(what, readsEarly, crashes).Run();
            Console.WriteLine(FormattableString.Invariant($"{what.Name}, {(readsEarly ? "reading early" : "reading late")}: {explored.Orders:N0} orders, {explored.Failure?.ToString() ?? "all well"}"));
            foreach (var line in explored.Trace) Console.WriteLine(line);
            if (explored.Failure is not null) return 1;
        }

        return 0;
    }
}
