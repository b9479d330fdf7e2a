using ArgaliConcessions.Simulation.Running;

namespace ArgaliConcessions.Simulation;

/// <summary>scripts/simulate.</summary>
public static class Program
{
    public static int Main(string[] arguments)
    {
        var count = int.Parse(arguments[0]);
        var from = arguments.Length > 1 ? int.Parse(arguments[1]) : 1;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (var seed = from; seed < from + count; seed++)
        {
            var scenario = Scenario.Of(seed);
            var result = Run.OnLargeStack(() => Run.Of(scenario, withTrace: count == 1));
            if (count == 1) foreach (var line in result.Trace.ToList()) Console.WriteLine(line);
            if (result.Failure is not null) Console.WriteLine($"{seed}: {result.Failure} {result.Tally.Calls}");
        }
        Console.WriteLine($"{clock.ElapsedMilliseconds / (double)count} ms a seed");
        return 0;
    }
}
