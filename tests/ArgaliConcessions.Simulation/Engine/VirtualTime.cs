namespace ArgaliConcessions.Simulation.Engine;

/// <summary>The clock of one virtual process: the driver's time and its own error. Its timers are the driver's events, and die with the process.</summary>
public sealed class VirtualTime(Driver driver, Func<bool> isAlive) : TimeProvider
{
    /// <summary>When every run begins: 1 September 2014, 06:00 UTC.</summary>
    public static readonly DateTimeOffset Start = new(2014, 9, 1, 6, 0, 0, TimeSpan.Zero);

    /// <summary>How far the wall clock is from the truth; pauses and budgets do not hang on it.</summary>
    public TimeSpan Error { get; set; }

    /// <summary>Timers that have not fired yet.</summary>
    public int TimersSet { get; private set; }

    /// <summary>Pauses (Task.Delay) that have not ended yet.</summary>
    private int PausesSet { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(driver.Now) + Error;

    public override long GetTimestamp() => driver.Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private Driver.Event Wait(TimeSpan span, Action run) => driver.After(span.Ticks, () =>
    {
        if (isAlive()) run();
    });

    private sealed class Timer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

        private Driver.Event? next;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Unset();
            if (dueTime == Timeout.InfiniteTimeSpan) return true;
            next = time.Wait(dueTime, () => Fire(period));
            time.TimersSet++;
            if (state is Task) time.PausesSet++;
            return true;
        }

        public void Dispose() => Unset();

        public ValueTask DisposeAsync()
        {
            Unset();
            return ValueTask.CompletedTask;
        }

        private void Fire(TimeSpan period)
        {
            Unset();
            if (state is CancellationTokenSource && time.PausesSet > 0)
            {
                // A pause that is cancelled goes on on a thread of the pool. Timers may be late: this one waits for the pause to end.
                Change(Moment, period);
                return;
            }

            if (period > TimeSpan.Zero) Change(period, period);
            callback(state);
        }

        private void Unset()
        {
            if (next is null) return;
            next.Cancel();
            next = null;
            time.TimersSet--;
            if (state is Task) time.PausesSet--;
        }
    }
}
