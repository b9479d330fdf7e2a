using ArgaliConcessions.Functions.Service;
using NodaTime;

namespace ArgaliConcessions.Host.Local.Timers;

/// <summary>A timer function with its schedule.</summary>
/// <param name="Function">The function.</param>
/// <param name="Schedule">When it runs.</param>
/// <param name="IsMonitored">Whether its occurrences are kept, so that one missed while the host was down is made up for.</param>
internal sealed record LocalTimer(FunctionEntry Function, Cron Schedule, bool IsMonitored)
{
    /// <summary>The Functions host, too, keeps no state of timers that come more often than this.</summary>
    private static readonly Duration ShortestMonitored = Duration.FromMinutes(1);

    /// <exception cref="InvalidOperationException">The schedule names a setting that is not there, or cannot be read.</exception>
    public static LocalTimer Of(FunctionEntry function, IConfiguration settings)
    {
        var text = Resolve(function, settings);
        try
        {
            var schedule = Cron.Parse(text);
            return new LocalTimer(function, schedule, function.Timer!.UseMonitor && !IsFrequent(schedule));
        }
        catch (FormatException fault)
        {
            throw new InvalidOperationException($"The schedule of {function.Name} cannot be read: {fault.Message}", fault);
        }
    }

    private static string Resolve(FunctionEntry function, IConfiguration settings)
    {
        var text = function.Timer!.Schedule;
        if (text is not ['%', .. var name, '%']) return text;
        return settings[name] ?? throw new InvalidOperationException($"The setting {name}, the schedule of {function.Name}, is missing.");
    }

    private static bool IsFrequent(Cron schedule)
    {
        var first = schedule.Next(Instant.FromUnixTimeTicks(0));
        return first is { } one && schedule.Next(one) is { } two && two - one < ShortestMonitored;
    }
}
