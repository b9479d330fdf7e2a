using ArgaliConcessions.Simulation.Oracles;

namespace ArgaliConcessions.Simulation.Running;

/// <summary>Runs many seeds, on a thread for each worker.</summary>
/// <param name="workers">Threads; each runs whole seeds by itself.</param>
public sealed class Simulator(int workers)
{
    private readonly Lock entry = new();
    private RunResult? failed;

    /// <summary>What happened so far.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Runs seeds from the first on, until all are done, one fails or it is stopped.</summary>
    /// <returns>The failing run with the least seed of those that ran; null when none failed.</returns>
    public RunResult? Run(int from, int count, CancellationToken stop = default)
    {
        var next = from - 1;
        var threads = new List<Thread>();
        for (var i = 0; i < workers; i++) threads.Add(Running.Run.Start(Work));
        foreach (var thread in threads) thread.Join();
        return failed;

        void Work()
        {
            while (Interlocked.Increment(ref next) is var seed && seed - from < count && failed is null && !stop.IsCancellationRequested) Take(Running.Run.Of(Scenario.Of(seed)));
        }
    }

    private void Take(RunResult result)
    {
        lock (entry)
        {
            Tally.Add(result.Tally);
            if (result.Failure is not null && !(failed?.Scenario.Seed < result.Scenario.Seed)) failed = result;
        }
    }
}
