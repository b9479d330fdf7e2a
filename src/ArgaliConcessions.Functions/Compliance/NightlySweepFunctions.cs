using ArgaliConcessions.Application.Compliance.Runs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ArgaliConcessions.Functions.Compliance;

/// <summary>Starts the night's sweep. It fires every few minutes; whether the authority's night has come the use case decides.</summary>
public sealed partial class NightlySweepFunctions(NightlySweep nightly, SweepHealth health, ILogger<NightlySweepFunctions> logger)
{
    /// <summary>The setting that holds the schedule.</summary>
    public const string ScheduleSetting = "NightlySweepSchedule";

    [Function("NightlySweep")]
    public async Task NightlySweep([TimerTrigger($"%{ScheduleSetting}%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        if (await nightly.StartIfDueAsync(cancellationToken) is { } run) LogStarted(logger, run, timer.IsPastDue);
        else LogNothingDue(logger);
        await TellAsync(cancellationToken);
    }

    /// <summary>Says what is wrong at each firing, until it is right: the deployment's alerts go by these lines.</summary>
    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var standing = await health.ReadAsync(cancellationToken);
        if (standing.IsLate) LogLate(logger, standing.LastComplete?.Id ?? "none");
        if (standing.Failed is { } failed) LogFailed(logger, failed.Id);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sweep {Run} waits to be worked at (timer late: {IsPastDue})")]
    private static partial void LogStarted(ILogger logger, string run, bool isPastDue);

    [LoggerMessage(Level = LogLevel.Error, Message = "The night's sweep is late; the last complete one: {Run}")]
    private static partial void LogLate(ILogger logger, string run);

    [LoggerMessage(Level = LogLevel.Error, Message = "The night's sweep failed: {Run}")]
    private static partial void LogFailed(ILogger logger, string run);

    [LoggerMessage(Level = LogLevel.Debug, Message = "No sweep is due: this night's is done, under way or given up, or there is no authority yet")]
    private static partial void LogNothingDue(ILogger logger);
}
