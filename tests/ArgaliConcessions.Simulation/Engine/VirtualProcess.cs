using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage;

namespace ArgaliConcessions.Simulation.Engine;

/// <summary>
/// One life of one instance of the program: its own services, caches and clock, above the one table that all share. It serves one
/// request at a time, so that nobody waits at a lock within it; that is how serverless instances race, and all that is simulated.
/// </summary>
public sealed class VirtualProcess
{
    public VirtualProcess(World world, int number, int life, TimeSpan clockError)
    {
        (Number, Life) = (number, life);
        Time = new VirtualTime(world.Driver, () => IsAlive) { Error = clockError };
        var seed = world.Random.Next();
        var store = new RecordStore(new SimulatedTable(world, this), new RecordStoreOptions(), Time, new SeededRandom(seed).Next);
        Services = new ServiceSet(
            (typeof(IRecordStore), store), (typeof(TimeProvider), Time), (typeof(IIdSource), new SeededIds(seed)), (typeof(LawLibraryOptions), new LawLibraryOptions()));
    }

    public int Number { get; }

    /// <summary>1 for the first; one more after each crash.</summary>
    public int Life { get; }

    public bool IsAlive { get; private set; } = true;

    /// <summary>What it is serving; null while it is idle.</summary>
    public string? Serving { get; private set; }

    /// <summary>Attempts at the store that it waits for.</summary>
    public int CallsUnderWay { get; set; }

    /// <summary>
    /// Whether it may be given a request. What one that failed has left running must have come to its end: two that meet at a lock
    /// would go on on a thread of the pool.
    /// </summary>
    public bool IsIdle => IsAlive && Serving is null && CallsUnderWay == 0 && Time.TimersSet == 0;

    public VirtualTime Time { get; }

    public ServiceSet Services { get; }

    /// <summary>Called when it dies.</summary>
    public event Action? Died;

    /// <summary>Serves a request to its end, unless it dies.</summary>
    /// <param name="then">Is given the task when it has ended; never called when the process died.</param>
    public void Serve<T>(string what, Func<ServiceSet, Task<T>> request, Action<Task<T>> then)
    {
        Serving = what;
        var task = Run(request);
        if (task.IsCompleted) End(task, then);
        else task.GetAwaiter().UnsafeOnCompleted(() => End(task, then));
    }

    public void Die()
    {
        IsAlive = false;
        Died?.Invoke();
    }

    public override string ToString() => FormattableString.Invariant($"P{Number}{(Life > 1 ? $".{Life}" : "")}");

    private async Task<T> Run<T>(Func<ServiceSet, Task<T>> request) => await request(Services);

    private void End<T>(Task<T> task, Action<Task<T>> then)
    {
        if (!IsAlive) return;
        Serving = null;
        then(task);
    }
}
