using ArgaliConcessions.Application.Jobs;
using NodaTime;

namespace ArgaliConcessions.Functions.Jobs;

/// <summary>Long work as its caller sees it.</summary>
/// <param name="Total">Null while not known.</param>
/// <param name="Error">A stable code: why it failed, or why its last attempt broke off.</param>
public sealed record JobAnswer(string Id, string Kind, JobState State, Instant CreatedAt, Instant? EndedAt, long Done, long? Total, string? Doing, string? Error)
{
    public static JobAnswer Of(JobRecord job) =>
        new(job.Id, job.Kind, job.State, job.CreatedAt, job.EndedAt, job.Progress.Done, job.Progress.Total, job.Progress.Text, job.Error?.Code);
}
