namespace ArgaliConcessions.Simulation.Engine;

/// <summary>
/// Virtual time and the one thread on which everything runs: events wait in the order of their instants, and each runs to its
/// end, with all continuations that it lets go on, before the next one begins. So the order of events is the whole schedule.
/// </summary>
public sealed class Driver
{
    private readonly PriorityQueue<Event, (long At, long Turn)> waiting = new();
    private readonly int thread = Environment.CurrentManagedThreadId;
    private long turns;

    /// <summary>Ticks since the start.</summary>
    public long Now { get; private set; }

    /// <summary>Events that ran.</summary>
    public long Steps { get; private set; }

    /// <summary>Runs something after a while.</summary>
    /// <param name="ticks">Ticks from now; below 0 counts as 0.</param>
    public Event After(long ticks, Action run)
    {
        CheckThread();
        var due = new Event(run);
        waiting.Enqueue(due, (Now + Math.Max(0, ticks), turns++));
        return due;
    }

    /// <summary>A task that ends after a while; whoever awaits it goes on within the event.</summary>
    public Task DelayAsync(TimeSpan span)
    {
        var end = new TaskCompletionSource();
        After(span.Ticks, end.SetResult);
        return end.Task;
    }

    /// <summary>Runs the next event that is due at this very instant; false when none is.</summary>
    public bool StepNow()
    {
        while (waiting.TryPeek(out var next, out _) && next.IsVoid) waiting.Dequeue();
        return waiting.TryPeek(out _, out var when) && when.At == Now && Step();
    }

    /// <summary>Runs the next event; false when nothing waits.</summary>
    public bool Step()
    {
        while (waiting.TryDequeue(out var next, out var when))
        {
            if (next.IsVoid) continue;
            Now = when.At;
            Steps++;
            next.Run();
            return true;
        }

        return false;
    }

    /// <summary>Whatever runs on another thread would run at an instant of its own: then a seed would say nothing.</summary>
    /// <exception cref="InvalidOperationException">The caller is on another thread.</exception>
    public void CheckThread()
    {
        if (Environment.CurrentManagedThreadId != thread)
            throw new InvalidOperationException("Something of the program has gone on on another thread: runs cannot be repeated. Look for Task.Run, a semaphore that was waited for, or RunContinuationsAsynchronously.");
    }

    /// <summary>Something that is to happen.</summary>
    public sealed class Event(Action run)
    {
        /// <summary>It will not happen after all.</summary>
        public bool IsVoid { get; private set; }

        public void Cancel() => IsVoid = true;

        internal void Run() => run();
    }
}
