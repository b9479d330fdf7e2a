using ArgaliConcessions.Application.Records;
using NodaTime;

namespace ArgaliConcessions.Application.Jobs;

/// <summary>Creates jobs and finds them. Whoever works at them does so through <see cref="JobLeases"/>.</summary>
public sealed class JobStore(IRecordStore store, TimeProvider time, IIdSource ids, JobWaker waker)
{
    /// <summary>An id for a job whose input is written before the job itself.</summary>
    public string NewId() => ids.NewId();

    /// <summary>The job; null when there is none.</summary>
    public async Task<JobRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var record = await store.FindAsync(JobRows.KeyOf(id), cancellationToken);
        return record is null ? null : RecordJson.Read<JobRecord>(record.Payload);
    }

    /// <summary>What the same request was answered before; null when it is new. Worth asking before a large input is written.</summary>
    public async Task<JobCreation?> FindByKeyAsync(JobKey key, CancellationToken cancellationToken)
    {
        var record = await store.FindAsync(new RecordKey(JobRows.Partition, JobRows.IdempotencyKey(key)), cancellationToken);
        if (record is null) return null;
        var answer = RecordJson.Read<KeyAnswer>(record.Payload);
        return answer.BodySha256 == key.BodySha256
            ? new JobCreation(JobCreationStatus.Existing, answer.JobId)
            : new JobCreation(JobCreationStatus.OtherRequest, null);
    }

    /// <summary>Creates the job and the answer to its idempotency key in one commit, and wakes the runner.</summary>
    public async Task<JobCreation> CreateAsync(NewJob request, CancellationToken cancellationToken)
    {
        if (request.Key is { } key && await FindByKeyAsync(key, cancellationToken) is { } known) return known;
        var job = JobOf(request);
        var commit = await store.CommitAsync(JobRows.Partition, RowsOf(job, request.Key), WitnessOf(job), cancellationToken);
        if (commit.Outcome == CommitOutcome.Unknown) return new JobCreation(JobCreationStatus.Unknown, null);
        if (commit.Outcome == CommitOutcome.Committed)
        {
            waker.Wake();
            return new JobCreation(JobCreationStatus.Created, job.Id);
        }
        // Someone with the same key was faster: whatever is there now is the answer.
        var other = request.Key is null ? null : await FindByKeyAsync(request.Key, cancellationToken);
        return other ?? throw new ArgumentException($"The job '{job.Id}' exists already.", nameof(request));
    }

    private JobRecord JobOf(NewJob request) => new(
        request.Id ?? ids.NewId(), request.Kind, JobState.Waiting, Instant.FromDateTimeOffset(time.GetUtcNow()), request.CreatedBy, request.Arguments,
        Lease: null, Checkpoint: null, new JobProgress(), Result: null, Error: null, Attempts: 0, Revision: 0, EndedAt: null);

    private static List<RecordChange> RowsOf(JobRecord job, JobKey? key)
    {
        var rows = new List<RecordChange>
        {
            new RecordChange.Insert(JobRows.Job(job.Id), RecordJson.Write(job)),
            new RecordChange.Insert(JobRows.Open(job), ReadOnlyMemory<byte>.Empty),
        };
        if (key is not null) rows.Add(new RecordChange.Insert(JobRows.IdempotencyKey(key), RecordJson.Write(new KeyAnswer(job.Id, key.BodySha256))));
        return rows;
    }

    private CommitWitness WitnessOf(JobRecord job) => new(JobRows.Witness(job.Id, job.Revision), ids.NewId(), ReadOnlyMemory<byte>.Empty);

    private sealed record KeyAnswer(string JobId, string BodySha256);
}
