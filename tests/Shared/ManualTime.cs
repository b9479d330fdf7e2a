namespace ArgaliConcessions.Tests;

/// <summary>A clock that stands still until it is moved; its timers fire while it is moved, in their order.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock entry = new();
    private readonly List<Timer> timers = [];
    private DateTimeOffset now = start;

    /// <summary>Starts on 1 September 2015, 06:00 UTC.</summary>
    public ManualTime() : this(new DateTimeOffset(2015, 9, 1, 6, 0, 0, TimeSpan.Zero)) { }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (entry) return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits until someone has set a timer for this instant: then the clock may be moved to it.</summary>
    public async Task TimerSetForAsync(DateTimeOffset due)
    {
        while (!IsSetFor(due)) await Task.Delay(1);
    }

    private bool IsSetFor(DateTimeOffset due)
    {
        lock (entry) return timers.Exists(timer => timer.Due == due);
    }

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (NextDue(end) is { } timer) timer.Fire();
        lock (entry) now = end;
    }

    /// <summary>Moves the clock on, step by step, until the task has ended.</summary>
    public async Task<T> RunAsync<T>(Task<T> task, TimeSpan step)
    {
        while (!task.IsCompleted)
        {
            Advance(step);
            // Continuations run on the pool: let them get as far as their next timer.
            await Task.WhenAny(task, Task.Delay(1));
        }
        return await task;
    }

    private Timer? NextDue(DateTimeOffset end)
    {
        lock (entry)
        {
            var next = timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next is null) return null;
            if (next.Due > now) now = next.Due.Value;
            timers.Remove(next);
            return next;
        }
    }

    private sealed class Timer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (time.entry)
            {
                time.timers.Remove(this);
                period = newPeriod;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : time.now + dueTime;
                if (Due is not null) time.timers.Add(this);
            }
            return true;
        }

        public void Fire()
        {
            callback(state);
            if (period > TimeSpan.Zero) Change(period, period);
        }

        public void Dispose()
        {
            lock (time.entry) time.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
