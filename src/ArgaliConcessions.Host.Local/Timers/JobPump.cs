using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Functions;
using ArgaliConcessions.Functions.Jobs;
using ArgaliConcessions.Functions.Service;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Host.Local.Timers;

/// <summary>Runs the job timer as soon as someone has made a job, so that nobody at this machine waits for the clock.</summary>
internal sealed class JobPump(JobWaker waker, TimerRunner runner) : BackgroundService
{
    private static readonly FunctionEntry RunJobs =
        FunctionList.In(typeof(Registration).Assembly).Single(f => f.Name == JobFunctions.RunJobsName);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await waker.WaitAsync(stoppingToken);
                await runner.RunAsync(RunJobs, new TimerInfo(), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping.
        }
    }
}
