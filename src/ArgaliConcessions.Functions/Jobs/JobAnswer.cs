using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Functions.Imports;
using ArgaliConcessions.Functions.Wording;
using NodaTime;

namespace ArgaliConcessions.Functions.Jobs;

/// <summary>Long work as its caller sees it.</summary>
/// <param name="Total">Null while not known.</param>
/// <param name="Error">A stable code: why it failed, or why its last attempt broke off.</param>
/// <param name="Changes">What an import did, and what its list no longer holds; null while it is not done, and for other work.</param>
/// <param name="Faults">What is wrong with an import's list that was sound when it was handed in; null for any other end.</param>
public sealed record JobAnswer(
    string Id, string Kind, JobState State, Instant CreatedAt, Instant? EndedAt, long Done, long? Total, string? Doing, string? Error,
    ImportCounts? Changes, IReadOnlyList<ListFaultView>? Faults)
{
    internal static JobAnswer Of(JobRecord job, Texts texts) => new(
        job.Id, job.Kind, job.State, job.CreatedAt, job.EndedAt, job.Progress.Done, job.Progress.Total, job.Progress.Text, job.Error?.Code,
        ImportJobs.ResultOf(job), ImportJobs.FaultsOf(job) is { } faults ? [.. faults.Select(f => ListFaultView.Of(f, texts))] : null);
}
