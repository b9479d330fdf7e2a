using ArgaliConcessions.Application.Jobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ArgaliConcessions.Functions.Jobs;

/// <summary>Works at long jobs: imports, sweeps. What it leaves undone the next firing goes on with.</summary>
public sealed partial class JobFunctions(JobRunner runner, ILogger<JobFunctions> logger)
{
    /// <summary>The function's name, by which a host that hears of new work runs it at once.</summary>
    public const string RunJobsName = "RunJobs";

    /// <summary>The setting that holds the schedule.</summary>
    public const string ScheduleSetting = "JobsSchedule";

    [Function(RunJobsName)]
    public async Task RunJobs([TimerTrigger($"%{ScheduleSetting}%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var run in await runner.RunAsync(cancellationToken)) Log(run, timer.IsPastDue);
    }

    private void Log(JobRun run, bool isPastDue)
    {
        if (run.Fault is { } fault) LogCrash(logger, fault, run.Kind, run.JobId);
        else LogRun(logger, run.Kind, run.JobId, run.State, isPastDue);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Kind} {JobId} is now {State} (late: {IsPastDue})")]
    private static partial void LogRun(ILogger logger, string kind, string jobId, JobState? state, bool isPastDue);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Kind} {JobId} broke off")]
    private static partial void LogCrash(ILogger logger, Exception fault, string kind, string jobId);
}
