using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Compliance.Runs;

/// <summary>Finds runs. A run and its job have the same id; before it begins there is only the job.</summary>
public sealed class RunBook(IRecordStore store, JobStore jobs)
{
    /// <summary>The kind of a sweep's job.</summary>
    public const string JobKind = "sweep";

    /// <summary>A run by its id; null when there is none.</summary>
    public async Task<Run?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var run = (await store.ReadAsync<Run>(Partitions.Runs, RunRows.Run(id), cancellationToken))?.Value;
        if (run is { State: RunState.Complete or RunState.Failed }) return run;
        var job = await jobs.FindAsync(id, cancellationToken);
        return job is { Kind: JobKind } ? WithJob(run ?? Requested(job), job) : run;
    }

    /// <summary>The last complete run; null while there is none.</summary>
    public Task<Run?> LatestAsync(CancellationToken cancellationToken) => PointedAsync(RunRows.Latest, cancellationToken);

    /// <summary>The last run that began, complete or not; null while there is none.</summary>
    public Task<Run?> NewestAsync(CancellationToken cancellationToken) => PointedAsync(RunRows.Newest, cancellationToken);

    private async Task<Run?> PointedAsync(string row, CancellationToken cancellationToken) =>
        await store.ReadAsync<RunPointer>(Partitions.Runs, row, cancellationToken) is { } pointer ? await FindAsync(pointer.Value.Run, cancellationToken) : null;

    internal static Run Requested(JobRecord job) => new() { Id = job.Id, RequestedAt = job.CreatedAt, RequestedBy = job.CreatedBy };

    // A job that was given up says so itself; nobody is left to write it into the run.
    private static Run WithJob(Run run, JobRecord job) => job.State == JobState.Failed
        ? run with { State = RunState.Failed, FinishedAt = job.EndedAt, Fault = job.Error?.Code }
        : run;
}

/// <summary>Which run a row <c>latest</c> or <c>newest</c> points at.</summary>
public sealed record RunPointer(string Run);
