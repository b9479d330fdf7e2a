namespace ArgaliConcessions.Application.Jobs;

/// <summary>Knows how to do one kind of long work.</summary>
public interface IJobHandler
{
    /// <summary>The kind of the jobs it works at.</summary>
    string Kind { get; }

    /// <summary>
    /// Works at the job from its checkpoint on. After each part it calls <see cref="JobContext.CheckpointAsync"/>, and
    /// when that answers false it returns <see cref="JobEnd.Yielded"/>. A part may be done twice, when the one who did it
    /// crashed before the checkpoint: parts must be idempotent.
    /// </summary>
    /// <exception cref="LeaseLostException">Let it through: another runner has the job.</exception>
    Task<JobEnd> RunAsync(JobContext context, CancellationToken cancellationToken);
}

/// <summary>How a run of a handler ended.</summary>
public abstract record JobEnd
{
    private JobEnd() { }

    /// <summary>The job is done.</summary>
    /// <param name="Result">JSON for whoever asked.</param>
    public sealed record Done(string? Result = null) : JobEnd;

    /// <summary>Its time is up; the next firing goes on from the last checkpoint.</summary>
    public sealed record Yielded : JobEnd;

    /// <summary>The job cannot be done, and trying again would not help.</summary>
    public sealed record Failed(JobError Error) : JobEnd;
}

/// <summary>Another runner has taken the job since; whoever sees this stops at once and writes nothing more.</summary>
public sealed class LeaseLostException(string jobId) : Exception($"The lease of the job '{jobId}' is lost.")
{
    /// <summary>The job.</summary>
    public string JobId { get; } = jobId;
}
