using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Jobs;

/// <summary>What became of one job in one firing.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="State">Where it stands now; null when its lease was lost or the store did not say.</param>
/// <param name="Fault">What the handler threw, for the log.</param>
public sealed record JobRun(string JobId, string Kind, JobState? State, Exception? Fault = null);

/// <summary>
/// Works at jobs, oldest first, until none is left or the firing's time is up. Any number of runners may run at once,
/// in one process or many.
/// </summary>
public sealed class JobRunner(JobLeases leases, IEnumerable<IJobHandler> handlers, TimeProvider time, IIdSource ids, JobsOptions options)
{
    private readonly Dictionary<string, IJobHandler> handlers = handlers.ToDictionary(handler => handler.Kind, StringComparer.Ordinal);
    private readonly string owner = ids.NewId();

    /// <summary>One firing. Jobs whose kind has no handler here are left to others.</summary>
    /// <returns>What became of each job taken.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the job under way was given back.</exception>
    /// <exception cref="RecordStoreException">The store is broken: no job could be taken.</exception>
    public async Task<IReadOnlyList<JobRun>> RunAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        bool IsTimeUp() => time.GetElapsedTime(started) >= options.WorkTime;

        var runs = new Dictionary<string, JobRun>(StringComparer.Ordinal);
        // A job that yielded or broke off waits for the next firing, which may find the world changed.
        bool Wants(JobRecord job) => handlers.ContainsKey(job.Kind) && !runs.ContainsKey(job.Id);
        while (!IsTimeUp() && await leases.TakeNextAsync(owner, Wants, cancellationToken) is { } job)
        {
            runs[job.Id] = await WorkAsync(job, IsTimeUp, cancellationToken);
        }
        return runs.Values.ToList();
    }

    private async Task<JobRun> WorkAsync(JobRecord job, Func<bool> isTimeUp, CancellationToken cancellationToken)
    {
        var context = new JobContext(job, leases, isTimeUp);
        try
        {
            var end = await handlers[job.Kind].RunAsync(context, cancellationToken);
            var ended = await EndAsync(context.Job, end, cancellationToken);
            return new JobRun(job.Id, job.Kind, ended?.State);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await GiveBackAsync(context.Job, error: null);
            throw;
        }
        catch (LeaseLostException)
        {
            return new JobRun(job.Id, job.Kind, State: null);
        }
        catch (Exception fault)
        {
            // Whatever a handler throws ends its job's attempt, not the other jobs'.
            var state = await GiveBackAsync(context.Job, new JobError(JobError.Crashed, fault.GetType().Name));
            return new JobRun(job.Id, job.Kind, state, fault);
        }
    }

    private Task<JobRecord?> EndAsync(JobRecord job, JobEnd end, CancellationToken cancellationToken) => end switch
    {
        JobEnd.Done done => leases.CompleteAsync(job, done.Result, cancellationToken),
        JobEnd.Failed failed => leases.FailAsync(job, failed.Error, cancellationToken),
        _ => leases.ReleaseAsync(job, error: null, cancellationToken),
    };

    /// <summary>Gives a job back, cancelled or not; where the store fails, the lease runs out by itself.</summary>
    private async Task<JobState?> GiveBackAsync(JobRecord job, JobError? error)
    {
        try
        {
            return (await leases.ReleaseAsync(job, error, CancellationToken.None))?.State;
        }
        catch (RecordStoreException)
        {
            return null;
        }
    }
}
