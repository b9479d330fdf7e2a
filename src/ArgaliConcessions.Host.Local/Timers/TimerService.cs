using ArgaliConcessions.Functions;
using ArgaliConcessions.Functions.Service;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace ArgaliConcessions.Host.Local.Timers;

/// <summary>Runs each timer function by its schedule while the host is up.</summary>
internal sealed partial class TimerService(
    TimerRunner runner, TimerStates states, IConfiguration settings, TimeProvider time, ILogger<TimerService> logger,
    IReadOnlyList<FunctionEntry>? functions = null) : BackgroundService
{
    // A machine may sleep, and its clock be set: no wait is longer than this before the clock is looked at again.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly LocalTimer[] _timers =
        [.. (functions ?? FunctionList.In(typeof(Registration).Assembly)).Where(f => f.Timer is not null).Select(f => LocalTimer.Of(f, settings))];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(_timers.Select(t => ServeAsync(t, stoppingToken)));

    private async Task ServeAsync(LocalTimer timer, CancellationToken stopping)
    {
        try
        {
            var state = await StartAsync(timer, stopping);
            while (timer.Schedule.Next(state.Last) is { } next)
            {
                await WaitUntilAsync(next, stopping);
                state = await RunAsync(timer, state, next, isPastDue: false, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host is stopping.
        }
    }

    private async Task<TimerState> StartAsync(LocalTimer timer, CancellationToken stopping)
    {
        var now = Now();
        var kept = timer.IsMonitored ? await ReadAsync(timer, stopping) : null;
        var state = kept ?? new TimerState(now, timer.Schedule.Next(now) ?? Instant.MaxValue);
        var isPastDue = kept is not null && kept.Next < now;
        if (!isPastDue && !timer.Function.Timer!.RunOnStartup) return state with { Last = Instant.Max(state.Last, now) };
        if (isPastDue) LogPastDue(logger, timer.Function.Name, kept!.Next);
        return await RunAsync(timer, state, now, isPastDue, stopping);
    }

    private async Task<TimerState> RunAsync(LocalTimer timer, TimerState before, Instant due, bool isPastDue, CancellationToken stopping)
    {
        await runner.RunAsync(timer.Function, Info(timer, before, isPastDue), stopping);
        // Occurrences that passed while it ran are not made up for one by one: one run does the work of all.
        var last = Instant.Max(due, Now());
        var state = new TimerState(last, timer.Schedule.Next(last) ?? Instant.MaxValue);
        if (timer.IsMonitored) await WriteAsync(timer, state, stopping);
        return state;
    }

    private async Task<TimerState?> ReadAsync(LocalTimer timer, CancellationToken stopping)
    {
        try
        {
            return await states.FindAsync(timer.Function.Name, stopping);
        }
        catch (Application.Records.RecordStoreException fault)
        {
            LogStateFault(logger, fault, timer.Function.Name);
            return null;
        }
    }

    private async Task WriteAsync(LocalTimer timer, TimerState state, CancellationToken stopping)
    {
        try
        {
            await states.WriteAsync(timer.Function.Name, state, stopping);
        }
        catch (Application.Records.RecordStoreException fault)
        {
            LogStateFault(logger, fault, timer.Function.Name);
        }
    }

    private async Task WaitUntilAsync(Instant due, CancellationToken stopping)
    {
        for (var left = due - Now(); left > Duration.Zero; left = due - Now())
        {
            var wait = left.ToTimeSpan() < LongestWait ? left.ToTimeSpan() : LongestWait;
            await Task.Delay(wait, time, stopping);
        }
    }

    private static TimerInfo Info(LocalTimer timer, TimerState state, bool isPastDue) => new()
    {
        IsPastDue = isPastDue,
        ScheduleStatus = timer.IsMonitored ? new ScheduleStatus { Last = state.Last.ToDateTimeUtc(), Next = state.Next.ToDateTimeUtc(), LastUpdated = state.Last.ToDateTimeUtc() } : null,
    };

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());

    [LoggerMessage(Level = LogLevel.Warning, Message = "Timer {Timer} was due at {Due} and runs now")]
    private static partial void LogPastDue(ILogger logger, string timer, Instant due);

    [LoggerMessage(Level = LogLevel.Error, Message = "The state of timer {Timer} could not be read or kept")]
    private static partial void LogStateFault(ILogger logger, Exception fault, string timer);
}
