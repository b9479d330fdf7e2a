using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Compliance.Runs;

/// <summary>Begins and ends runs, one at a time.</summary>
public sealed class RunLife(ChainWriter chain, IRecordStore store, RunBook book)
{
    /// <summary>Begins the run of a job, or finds it begun; null while another run is under way.</summary>
    /// <exception cref="RecordStoreException">The store is busy: try again.</exception>
    public async Task<Run?> BeginAsync(JobRecord job, Instant now, CancellationToken cancellationToken)
    {
        var result = await chain.DecideAsync<Run?>(Partitions.Runs, ActorOf(job.Id), (_, token) => BeginningAsync(job, now, token), cancellationToken);
        return result.OrThrow();
    }

    /// <summary>Ends a run: from now on it is the latest.</summary>
    /// <exception cref="RecordStoreException">The store is busy: try again.</exception>
    public async Task CompleteAsync(Run run, CancellationToken cancellationToken)
    {
        var result = await chain.DecideAsync<int>(Partitions.Runs, ActorOf(run.Id), (_, token) => EndingAsync(run, token), cancellationToken);
        result.OrThrow();
    }

    private async Task<ChainDecision<Run?>> BeginningAsync(JobRecord job, Instant now, CancellationToken cancellationToken)
    {
        var begun = await ReadAsync<Run>(RunRows.Run(job.Id), cancellationToken);
        if (begun is not null) return new ChainDecision<Run?>.Nothing(begun.Value);
        var changes = new List<ChainChange>();
        var newest = await ReadAsync<RunPointer>(RunRows.Newest, cancellationToken);
        var other = newest is null ? null : await ReadAsync<Run>(RunRows.Run(newest.Value.Run), cancellationToken);
        if (other is { Value.State: RunState.Running })
        {
            if (await book.FindAsync(other.Value.Id, cancellationToken) is not { State: RunState.Failed } failed) return new ChainDecision<Run?>.Nothing(null);
            changes.Add(new ChainChange(TypedRecords.Put(RunRows.Run(failed.Id), other, failed)));
        }
        var latest = await ReadAsync<RunPointer>(RunRows.Latest, cancellationToken);
        var run = RunBook.Requested(job) with { State = RunState.Running, StartedAt = now, Previous = latest?.Value.Run };
        changes.Add(new ChainChange(new RecordChange.Insert(RunRows.Run(run.Id), RecordJson.Write(run))));
        changes.Add(new ChainChange(TypedRecords.Put(RunRows.Newest, newest, new RunPointer(run.Id))));
        return new ChainDecision<Run?>.Write("run-begun", changes, run);
    }

    private async Task<ChainDecision<int>> EndingAsync(Run run, CancellationToken cancellationToken)
    {
        var current = await ReadAsync<Run>(RunRows.Run(run.Id), cancellationToken);
        if (current is { Value.State: RunState.Complete }) return new ChainDecision<int>.Nothing(0);
        var latest = await ReadAsync<RunPointer>(RunRows.Latest, cancellationToken);
        return new ChainDecision<int>.Write(
            "run-complete",
            [new ChainChange(TypedRecords.Put(RunRows.Run(run.Id), current, run)), new ChainChange(TypedRecords.Put(RunRows.Latest, latest, new RunPointer(run.Id)))],
            0);
    }

    private Task<Stored<T>?> ReadAsync<T>(string row, CancellationToken cancellationToken) => store.ReadAsync<T>(Partitions.Runs, row, cancellationToken);

    private static Actor ActorOf(string run) => new("sweep", "timer", run);
}
