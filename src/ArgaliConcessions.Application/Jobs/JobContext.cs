namespace ArgaliConcessions.Application.Jobs;

/// <summary>A job as its handler sees it.</summary>
public sealed class JobContext
{
    private readonly JobLeases leases;
    private readonly Func<bool> isTimeUp;

    internal JobContext(JobRecord job, JobLeases leases, Func<bool> isTimeUp)
    {
        Job = job;
        this.leases = leases;
        this.isTimeUp = isTimeUp;
    }

    /// <summary>The job as of its last checkpoint.</summary>
    public JobRecord Job { get; private set; }

    /// <summary>The firing's time is up.</summary>
    public bool ShouldYield => isTimeUp();

    /// <summary>Keeps where the work stands and renews the lease.</summary>
    /// <param name="checkpoint">JSON from which the next run goes on.</param>
    /// <param name="progress">How far it has come.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>True to go on; false when the time is up and the handler shall return <see cref="JobEnd.Yielded"/>.</returns>
    /// <exception cref="LeaseLostException">Another runner has the job; the checkpoint was not kept.</exception>
    public async Task<bool> CheckpointAsync(string? checkpoint, JobProgress progress, CancellationToken cancellationToken)
    {
        Job = await leases.CheckpointAsync(Job, checkpoint, progress, cancellationToken) ?? throw new LeaseLostException(Job.Id);
        return !ShouldYield;
    }
}
