using ArgaliConcessions.Application.Compliance.Runs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ArgaliConcessions.Functions.Compliance;

/// <summary>Starts the night's sweep. It fires every few minutes; whether the authority's night has come the use case decides.</summary>
public sealed partial class NightlySweepFunctions(NightlySweep nightly, ILogger<NightlySweepFunctions> logger)
{
    /// <summary>The setting that holds the schedule.</summary>
    public const string ScheduleSetting = "NightlySweepSchedule";

    [Function("NightlySweep")]
    public async Task NightlySweep([TimerTrigger($"%{ScheduleSetting}%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        if (await nightly.StartIfDueAsync(cancellationToken) is { } run) LogStarted(logger, run, timer.IsPastDue);
        else LogNothingDue(logger);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep {Run} waits to be worked at (timer late: {IsPastDue})")]
    private static partial void LogStarted(ILogger logger, string run, bool isPastDue);

    [LoggerMessage(Level = LogLevel.Debug, Message = "No sweep is due: this night's is done, under way or given up, or there is no authority yet")]
    private static partial void LogNothingDue(ILogger logger);
}
