using ArgaliConcessions.Application.Jobs;

namespace ArgaliConcessions.Application.Compliance.Runs;

/// <summary>Asks for a sweep now. It runs as a job, after the one that may be under way.</summary>
public sealed class RequestRun(JobStore jobs, RunBook runs, TimeProvider time)
{
    /// <param name="subject">The caller.</param>
    /// <param name="idempotencyKey">The caller's key.</param>
    /// <param name="bodySha256">Of the request's body.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The run, or <c>idempotency-key-reused</c> or <c>busy</c>.</returns>
    public async Task<Outcome<Run>> RunAsync(string subject, string idempotencyKey, string bodySha256, CancellationToken cancellationToken)
    {
        var key = new JobKey($"{subject} POST compliance/runs", idempotencyKey, bodySha256);
        var id = RunIds.New(Instant.FromDateTimeOffset(time.GetUtcNow()), jobs.NewId());
        var job = await jobs.CreateAsync(new NewJob(RunBook.JobKind, subject, Id: id, Key: key), cancellationToken);
        return job switch
        {
            { Status: JobCreationStatus.OtherRequest } => Refusal.Because(RefusalKind.KeyReused, "idempotency-key-reused"),
            { JobId: { } created } when await runs.FindAsync(created, cancellationToken) is { } run => new Outcome<Run>.Done(run, Created: true),
            _ => Refusal.Busy,
        };
    }
}
