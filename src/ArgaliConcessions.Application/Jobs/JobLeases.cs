using ArgaliConcessions.Application.Records;
using NodaTime;

namespace ArgaliConcessions.Application.Jobs;

/// <summary>
/// Takes jobs under a lease and changes them while it is held. Every change names its fencing number: when another
/// holder has taken the job since, the number has moved and the change is refused with null.
/// </summary>
/// <exception cref="RecordStoreException">From every member: the store is broken, or did not say whether a change landed.</exception>
public sealed class JobLeases(IRecordStore store, TimeProvider time, IIdSource ids, JobsOptions options)
{
    /// <summary>Takes the oldest job that waits, or whose holder's lease has run out; null when there is none.</summary>
    /// <param name="owner">Who takes it.</param>
    /// <param name="wants">Whether the taker can work at this job now.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<JobRecord?> TakeNextAsync(string owner, Func<JobRecord, bool> wants, CancellationToken cancellationToken)
    {
        await foreach (var open in store.ListAsync(JobRows.Partition, new RowRange(JobRows.OpenPrefix), cancellationToken))
        {
            var found = await ReadAsync(JobRows.IdOf(open.Key.Row), cancellationToken);
            if (found is not { } job || !job.Record.CanBeTaken(Now) || !wants(job.Record)) continue;
            if (await TakeAsync(job, owner, cancellationToken) is { HasEnded: false } taken) return taken;
        }
        return null;
    }

    /// <summary>Keeps a checkpoint and renews the lease; null when the lease is lost.</summary>
    public Task<JobRecord?> CheckpointAsync(JobRecord held, string? checkpoint, JobProgress progress, CancellationToken cancellationToken) => ChangeAsync(
        held,
        job => job with { Checkpoint = checkpoint, Progress = progress, Attempts = 0, Error = null, Lease = job.Lease! with { Until = Now + LeaseTime } },
        cancellationToken);

    /// <summary>Ends the job with a result; null when the lease is lost.</summary>
    public Task<JobRecord?> CompleteAsync(JobRecord held, string? result, CancellationToken cancellationToken) => ChangeAsync(
        held, job => job with { State = JobState.Done, Result = result, Error = null, EndedAt = Now }, cancellationToken);

    /// <summary>Ends the job with an error; null when the lease is lost.</summary>
    public Task<JobRecord?> FailAsync(JobRecord held, JobError error, CancellationToken cancellationToken) => ChangeAsync(
        held, job => job with { State = JobState.Failed, Error = error, EndedAt = Now }, cancellationToken);

    /// <summary>Gives the job back to wait for the next firing; null when the lease is lost.</summary>
    /// <param name="held">The job.</param>
    /// <param name="error">Why it broke off; null when it merely ran out of time, and then the attempt does not count.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<JobRecord?> ReleaseAsync(JobRecord held, JobError? error, CancellationToken cancellationToken) => ChangeAsync(
        held,
        job => job with { State = JobState.Waiting, Error = error, Attempts = error is null ? 0 : job.Attempts },
        cancellationToken);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private Duration LeaseTime => Duration.FromTimeSpan(options.LeaseTime);

    /// <summary>The job with its lease, the job ended as abandoned, or null when another was faster.</summary>
    private async Task<JobRecord?> TakeAsync(Stored job, string owner, CancellationToken cancellationToken)
    {
        var record = job.Record;
        var changed = record.Attempts >= options.MaxAttempts
            ? record with { State = JobState.Failed, Error = new JobError(JobError.Abandoned, record.Error?.Detail), EndedAt = Now }
            : record with { State = JobState.Running, Attempts = record.Attempts + 1, Lease = new JobLease(owner, Now + LeaseTime, (record.Lease?.Fence ?? 0) + 1) };
        return await TryWriteAsync(job, changed, cancellationToken);
    }

    private async Task<JobRecord?> ChangeAsync(JobRecord held, Func<JobRecord, JobRecord> change, CancellationToken cancellationToken)
    {
        while (await ReadAsync(held.Id, cancellationToken) is { } job && job.Record.State == JobState.Running && job.Record.Lease!.Fence == held.Lease!.Fence)
        {
            if (await TryWriteAsync(job, change(job.Record), cancellationToken) is { } changed) return changed;
        }
        return null;
    }

    /// <summary>Replaces the job and its witness, and takes it from the open ones when it has ended; null on conflict.</summary>
    private async Task<JobRecord?> TryWriteAsync(Stored job, JobRecord changed, CancellationToken cancellationToken)
    {
        var next = changed with { Revision = job.Record.Revision + 1 };
        var changes = new List<RecordChange> { new RecordChange.Replace(JobRows.Job(next.Id), job.Version, RecordJson.Write(next)) };
        await AddDeleteAsync(changes, JobRows.Witness(next.Id, job.Record.Revision), cancellationToken);
        if (next.HasEnded) await AddDeleteAsync(changes, JobRows.Open(next), cancellationToken);
        var witness = new CommitWitness(JobRows.Witness(next.Id, next.Revision), ids.NewId(), ReadOnlyMemory<byte>.Empty);
        var commit = await store.CommitAsync(JobRows.Partition, changes, witness, cancellationToken);
        return commit.Outcome switch
        {
            CommitOutcome.Committed => next,
            CommitOutcome.Unknown => throw new RecordStoreException($"The store did not say whether a change of the job '{next.Id}' landed."),
            _ => null,
        };
    }

    private async Task AddDeleteAsync(List<RecordChange> changes, string row, CancellationToken cancellationToken)
    {
        var record = await store.FindAsync(new RecordKey(JobRows.Partition, row), cancellationToken);
        if (record is not null) changes.Add(new RecordChange.Delete(row, record.Version));
    }

    private async Task<Stored?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var record = await store.FindAsync(JobRows.KeyOf(id), cancellationToken);
        return record is null ? null : new Stored(RecordJson.Read<JobRecord>(record.Payload), record.Version);
    }

    private readonly record struct Stored(JobRecord Record, string Version);
}
