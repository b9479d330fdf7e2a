using ArgaliConcessions.Application.Jobs;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>Keeps a sweep's lease alive: at each checkpoint, and within a long part every half minute.</summary>
public sealed class SweepBeat(JobContext context, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private JobProgress progress = context.Job.Progress;
    private long last = time.GetTimestamp();

    /// <summary>Renews the lease if it was not renewed for half a minute.</summary>
    /// <exception cref="LeaseLostException">Another runner has the job.</exception>
    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(last) >= Every) await RenewAsync(cancellationToken);
    }

    /// <summary>A part is done; false when the firing's time is up.</summary>
    /// <exception cref="LeaseLostException">Another runner has the job.</exception>
    public Task<bool> CheckpointAsync(int done, int total, CancellationToken cancellationToken)
    {
        progress = new JobProgress(done, total, "sweeping");
        return RenewAsync(cancellationToken);
    }

    private Task<bool> RenewAsync(CancellationToken cancellationToken)
    {
        last = time.GetTimestamp();
        return context.CheckpointAsync(null, progress, cancellationToken);
    }
}
