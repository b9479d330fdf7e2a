using ArgaliConcessions.Simulation.Oracles;
using ArgaliConcessions.Storage;

namespace ArgaliConcessions.Simulation.Engine;

/// <summary>One run: the store, the processes above it, and what is held against them after each step.</summary>
public sealed class World
{
    private readonly List<VirtualProcess> processes = [];
    private readonly Trace trace;
    private long hash = unchecked((long)0xcbf29ce484222325);

    /// <param name="start">What the register holds before the run; it is not changed.</param>
    /// <param name="random">Decides everything that is not decided by the plan.</param>
    /// <param name="processes">How many there are at a time.</param>
    /// <param name="weather">What may go wrong.</param>
    /// <param name="trace">Takes what happens, in words.</param>
    /// <param name="schedule">Says when calls are carried out; null for a random one.</param>
    public World(SimulatedStore start, Random random, int processes, Weather weather, Trace trace, Func<World, ISchedule>? schedule = null)
    {
        (Random, Weather, this.trace, Schedule) = (random, weather, trace, null!);
        Store = new SimulatedStore(start);
        Facts = new Facts(Store);
        Schedule = schedule is null ? new RandomSchedule(this) : schedule(this);
        foreach (var partition in Store.Partitions)
        {
            var name = Application.Records.KeyEncoder.Decode(partition);
            foreach (var record in Store.Rows(partition)) Register.Put(name, Application.Records.KeyEncoder.Decode(record.Row), record.Payload);
        }

        for (var number = 1; number <= processes; number++) this.processes.Add(new VirtualProcess(this, number, 1, ClockError()));
    }

    public Driver Driver { get; } = new();

    public SimulatedStore Store { get; }

    public Random Random { get; }

    public Weather Weather { get; private set; }

    public ISchedule Schedule { get; }

    /// <summary>The register as its rows say.</summary>
    public RegisterModel Register { get; } = new();

    public Facts Facts { get; }

    public Tally Tally { get; } = new() { Runs = 1 };

    /// <summary>What was found wrong first; null while nothing was.</summary>
    public Breach? Failure { get; private set; }

    /// <summary>Of all that happened, in its order: two runs that are the same have the same.</summary>
    public long Hash => hash;

    /// <summary>The processes as they live now, by number.</summary>
    public IReadOnlyList<VirtualProcess> Processes => processes;

    /// <summary>A process that is alive and serves nobody, chosen at random; null when there is none.</summary>
    public VirtualProcess? Idle()
    {
        var idle = processes.FindAll(p => p.IsIdle);
        return idle.Count == 0 ? null : idle[Random.Next(idle.Count)];
    }

    /// <summary>From now on nothing goes wrong.</summary>
    public void CalmDown()
    {
        if (Weather.Share > 0) Say("the weather is calm from here on");
        Weather = Weather.Calm;
    }

    /// <summary>Kills a process; another life of it begins a little later, with cold caches.</summary>
    public void Crash(VirtualProcess process)
    {
        if (!process.IsAlive) return;
        Tally.Crashes++;
        Say($"{process} dies{(process.Serving is { } what ? " while it serves " + what : "")}");
        process.Die();
        Driver.After(TimeSpan.FromMilliseconds(50 + Random.Next(3000)).Ticks, () => processes[process.Number - 1] = new VirtualProcess(this, process.Number, process.Life + 1, ClockError()));
    }

    /// <summary>Carries a commit out, and looks at once whether all is well.</summary>
    public RawCommitResult Commit(StoreCall call)
    {
        var changes = new List<RowChange>();
        var result = Store.Commit(call.Commit!, changes);
        if (changes.Count == 0) return result;
        Tally.Commits++;
        foreach (var change in changes) Register.Put(change.Partition, change.Row, change.After?.Payload);
        Check(changes);
        return result;
    }

    /// <summary>Something is wrong; the first that is found counts.</summary>
    public void Fail(Breach? breach)
    {
        if (breach is null || Failure is not null) return;
        Failure = breach;
        Say($"WRONG {breach}");
    }

    /// <summary>A call has arrived, and this befalls it.</summary>
    public void Met(Mishap mishap, StoreCall call)
    {
        Tally.Calls++;
        if (mishap == Mishap.None) return;
        Tally.Met(mishap);
        if (trace.IsWanted) Say($"{call.Process} {call.Process.Serving}: {mishap} befalls: {call}");
    }

    /// <summary>A call was carried out, or failed.</summary>
    public void Note(StoreCall call, string what)
    {
        Mix(call.Process.Number);
        Mix(call.Partition);
        Mix(call.Row);
        Mix(what);
        if (trace.IsWanted) Say($"{call.Process}{(call.Process.IsAlive ? "" : " (dead)")} {call.Process.Serving}: {call}: {what}{(call.IsOver && call.Process.IsAlive ? " (nobody waits for it any more)" : "")}");
    }

    public void Say(string what)
    {
        if (trace.IsWanted) trace.Add(Driver.Now, what);
    }

    /// <summary>Takes something into <see cref="Hash"/>.</summary>
    public void Mix(string text)
    {
        foreach (var c in text) hash = unchecked((hash ^ c) * 0x100000001b3);
        Mix(Driver.Now);
    }

    private void Mix(long number) => hash = unchecked((hash ^ number) * 0x100000001b3);

    private TimeSpan ClockError() => Weather.Share == 0 ? TimeSpan.Zero : RandomSchedule.ClockError(Random);

    private void Check(IReadOnlyList<RowChange> changes)
    {
        var partition = changes[0].Partition;
        Fail(CommitChecks.Of(changes, Register).FirstOrDefault());
        foreach (var change in changes) Fail(Facts.Check(change).FirstOrDefault());
        if (Register.Ledgers.TryGetValue(partition, out var ledger)) Fail(RegisterInvariants.Of(ledger).FirstOrDefault());
        // What lies in several partitions hangs on ledgers and law; claims by themselves make no tag live.
        if (ledger is not null || partition == Application.Records.Partitions.Law) Fail(RegisterInvariants.Across(Register).FirstOrDefault());
    }
}
