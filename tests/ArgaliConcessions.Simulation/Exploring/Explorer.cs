using System.Globalization;
using ArgaliConcessions.Simulation.Actors;
using ArgaliConcessions.Simulation.Engine;
using ArgaliConcessions.Simulation.Oracles;

namespace ArgaliConcessions.Simulation.Exploring;

/// <summary>What came of all orders of a case.</summary>
/// <param name="Orders">Runs, each with an order of its own.</param>
/// <param name="Failure">The first failure; null when there is none.</param>
/// <param name="Trace">Of the run that failed.</param>
public sealed record Explored(Case Case, long Orders, Breach? Failure, IReadOnlyList<string> Trace);

/// <summary>
/// Tries every order in which the commits of a few requests can come, and in each a crash before or after any of them. A choice is
/// whose turn it is; then his next commit is made. What he reads for it he reads either then or right after the commit before, so
/// that all that others do in between has passed him by.
/// </summary>
/// <param name="readsEarly">Right after the commit before.</param>
/// <param name="crashes">Processes that die in one run at most.</param>
public sealed class Explorer(Case what, bool readsEarly, int crashes)
{
    private readonly List<int> path = [];
    private readonly List<int> widths = [];
    private int depth;

    /// <summary>All orders, depth first, until one fails.</summary>
    public Explored Run()
    {
        for (var orders = 1L; ; orders++)
        {
            var trace = new Trace(isWanted: false);
            if (One(trace) is { } failure)
            {
                var told = new Trace(isWanted: true);
                One(told);
                return new Explored(what, orders, failure, told.Lines);
            }

            if (!Next()) return new Explored(what, orders, null, []);
        }
    }

    /// <summary>The next path: the last choice that has another option takes it, and what came after begins anew.</summary>
    private bool Next()
    {
        for (var at = depth - 1; at >= 0; at--)
        {
            if (path[at] + 1 >= widths[at]) continue;
            path[at]++;
            path.RemoveRange(at + 1, path.Count - at - 1);
            widths.RemoveRange(at + 1, widths.Count - at - 1);
            return true;
        }

        return false;
    }

    private int Choose(int width)
    {
        if (depth == path.Count)
        {
            path.Add(0);
            widths.Add(width);
        }

        return path[depth++];
    }

    private Breach? One(Trace trace)
    {
        depth = 0;
        var schedule = new ChosenSchedule();
        var world = new World(Setting.Start, new Random(1), what.Requests.Count + 1, Weather.Calm, trace, _ => schedule);
        var running = new List<VirtualProcess>();
        for (var i = 0; i < what.Requests.Count; i++) Begin(world, world.Processes[i], what.Requests[i], running);
        var died = 0;
        while (running.Count > 0 && world.Failure is null)
        {
            var process = running[Choose(running.Count)];
            var options = died < crashes ? 3 : 1;
            var how = (Turn)Choose(options);
            Take(world, schedule, process, how, running);
            if (how == Turn.Commit) continue;
            died++;
            process.Die();
            running.Remove(process);
            world.Say($"{process} dies");
        }

        if (world.Failure is null) Settle(world, schedule);
        return world.Failure;
    }

    private void Begin(World world, VirtualProcess process, Func<ServiceSet, Task> request, List<VirtualProcess> running)
    {
        running.Add(process);
        process.Serve(
            string.Create(CultureInfo.InvariantCulture, $"request {process.Number}"),
            async services =>
            {
                await request(services);
                return true;
            },
            task =>
            {
                running.Remove(process);
                if (task.Exception is { } fault) world.Fail(new Breach("unexpected-exception", fault.ToString()));
            });
        if (readsEarly) ReadOn(world, (ChosenSchedule)world.Schedule, process, running);
    }

    /// <summary>One turn of a process: up to and with its next commit, or until it has ended without one.</summary>
    private void Take(World world, ChosenSchedule schedule, VirtualProcess process, Turn turn, List<VirtualProcess> running)
    {
        if (!ReadOn(world, schedule, process, running)) return;
        var commit = schedule.Of(process)[0];
        schedule.Take(commit);
        if (turn == Turn.DieBefore) return;
        commit.Apply();
        world.Note(commit, commit.Result);
        if (turn == Turn.DieAfter) return;
        commit.Reply();
        if (readsEarly) ReadOn(world, schedule, process, running);
    }

    /// <summary>Carries out the process's reads until it waits with a commit; false when it has ended instead.</summary>
    private static bool ReadOn(World world, ChosenSchedule schedule, VirtualProcess process, List<VirtualProcess> running)
    {
        while (running.Contains(process))
        {
            while (world.Driver.StepNow()) { }
            var calls = schedule.Of(process);
            if (calls.Any(c => c.Kind == CallKind.Commit)) return true;
            foreach (var read in calls)
            {
                schedule.Take(read);
                read.Apply();
                world.Note(read, read.Result);
                read.Reply();
            }

            // It pauses after a conflict: nothing else happens meanwhile.
            if (calls.Count == 0 && running.Contains(process) && !world.Driver.Step()) throw new InvalidOperationException($"{process} waits for nothing.");
        }

        return false;
    }

    /// <summary>Minutes later the timer comes by; then nothing may be under way.</summary>
    private static void Settle(World world, ChosenSchedule schedule)
    {
        var later = world.Driver.DelayAsync(TimeSpan.FromMinutes(14));
        while (!later.IsCompleted) world.Driver.Step();
        var process = world.Processes[^1];
        var running = new List<VirtualProcess> { process };
        process.Serve("settle", new Settle { Number = -1 }.Fire, _ => running.Remove(process));
        while (ReadOn(world, schedule, process, running))
        {
            var commit = schedule.Of(process)[0];
            schedule.Take(commit);
            commit.Apply();
            world.Note(commit, commit.Result);
            commit.Reply();
        }

        world.Fail(RegisterInvariants.Of(world.Register).Concat(SettledInvariants.Of(world.Register)).FirstOrDefault());
    }

    private enum Turn { Commit, DieBefore, DieAfter }
}
