using ArgaliConcessions.Simulation.Actors;
using ArgaliConcessions.Simulation.Engine;
using ArgaliConcessions.Simulation.Oracles;

namespace ArgaliConcessions.Simulation.Running;

/// <summary>What a run came to.</summary>
/// <param name="Failure">Null when all was well.</param>
/// <param name="Trace">Lines, where a trace was wanted.</param>
public sealed record RunResult(Scenario Scenario, Breach? Failure, long Hash, Tally Tally, IReadOnlyList<string> Trace);

/// <summary>Runs a scenario from its beginning to the end, when everybody is answered and all timers have run.</summary>
public static class Run
{
    /// <summary>Continuations go on within the event that lets them: one inside the other, often deep.</summary>
    private const int StackBytes = 64 * 1024 * 1024;

    /// <summary>Calls of the store for each operation after which nothing more goes wrong.</summary>
    private const int CallsBeforeCalm = 120;

    /// <summary>Events past which a run does not come to its end.</summary>
    private const long MostSteps = 400_000;

    /// <summary>Firings of the timers at the end; each a while after the one before.</summary>
    private const int Firings = 3;

    /// <summary>Past the last day of every reservation that a plan makes.</summary>
    private static readonly TimeSpan UntilReservationsEnd = TimeSpan.FromDays(3);

    private static readonly TimeSpan BetweenFirings = TimeSpan.FromMinutes(13);

    /// <summary>Runs something on a thread with a stack that is large enough, and waits.</summary>
    public static T OnLargeStack<T>(Func<T> run)
    {
        T result = default!;
        Exception? fault = null;
        Start(() =>
        {
            try
            {
                result = run();
            }
            catch (Exception thrown)
            {
                fault = thrown;
            }
        }).Join();
        return fault is null ? result : throw new InvalidOperationException(fault.Message, fault);
    }

    /// <summary>A thread with such a stack, at work.</summary>
    public static Thread Start(Action work)
    {
        var thread = new Thread(() => work(), StackBytes) { IsBackground = true };
        thread.Start();
        return thread;
    }

    /// <summary>One run, on the caller's thread.</summary>
    public static RunResult Of(Scenario scenario, bool withTrace = false)
    {
        var trace = new Trace(withTrace);
        var world = new World(Setting.Start, new Random(scenario.Schedule), scenario.Processes, scenario.Weather, trace);
        var known = new Known();
        known.AddLine("demo-north", "rams");
        known.AddLine("demo-south", "rams");
        var clients = scenario.Plan.GroupBy(o => o.Client).OrderBy(g => g.Key).Select(g => (Client: new Client(world, known, $"client {g.Key}"), Plan: g.ToList())).ToList();
        var everybody = Task.WhenAll(clients.Select(c => c.Client.RunAsync(c.Plan)));
        Drive(world, everybody, calmAfter: CallsBeforeCalm * scenario.Plan.Count);
        world.CalmDown();
        if (world.Failure is null) Drive(world, SettleAsync(new Client(world, known, "timer")), calmAfter: 0);
        if (world.Failure is null) CheckEnd(world);
        world.Tally.Facts = world.Facts.Count;
        return new RunResult(scenario, world.Failure, world.Hash, world.Tally, trace.Lines);
    }

    private static void Drive(World world, Task until, long calmAfter)
    {
        while (!until.IsCompleted && world.Failure is null)
        {
            if (world.Tally.Calls >= calmAfter) world.CalmDown();
            if (!world.Driver.Step()) world.Fail(new Breach("stuck", "somebody waits for something that will never come"));
            else if (world.Driver.Steps > MostSteps) world.Fail(new Breach("endless", $"{MostSteps} events, and no end"));
        }

        if (until.Exception is { } fault) world.Fail(new Breach("unexpected-exception", fault.ToString()));
    }

    private static async Task SettleAsync(Client timer)
    {
        for (var firing = 1; firing <= Firings; firing++)
        {
            await timer.World.Driver.DelayAsync(firing == 1 ? UntilReservationsEnd : BetweenFirings);
            await new Settle { Number = -firing }.RunAsync(timer);
        }
    }

    private static readonly LocalDate LastDay = new(2014, 9, 4);

    private static void CheckEnd(World world)
    {
        world.Fail(RegisterInvariants.Of(world.Register).FirstOrDefault());
        world.Fail(SettledInvariants.Of(world.Register, LastDay).FirstOrDefault());
        if (world.Register.Notes.FirstOrDefault() is { } note) world.Fail(new Breach("note-left", note));
        world.Fail(world.Facts.CheckAll().FirstOrDefault());
        var partitions = world.Store.Partitions.Select(Application.Records.KeyEncoder.Decode);
        var chains = SettledInvariants.OfChainsAsync(Setting.Plain(world.Store), partitions);
        world.Fail(chains.GetAwaiter().GetResult().FirstOrDefault());
    }
}
