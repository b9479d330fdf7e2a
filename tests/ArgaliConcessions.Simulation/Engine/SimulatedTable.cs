using ArgaliConcessions.Storage;

namespace ArgaliConcessions.Simulation.Engine;

/// <summary>The table as one process has it: every attempt becomes a call that the schedule disposes of.</summary>
public sealed class SimulatedTable(World world, VirtualProcess process) : IRecordTable
{
    public Task<RawRecord?> FindAsync(string partition, string row, CancellationToken cancellationToken) =>
        Submit(new StoreCall<RawRecord?>(process, CallKind.Find, partition, row, world.Driver, _ => world.Store.Find(partition, row), cancellationToken));

    public Task<RawPage> ReadPageAsync(RawRange range, int limit, CancellationToken cancellationToken) =>
        Submit(new StoreCall<RawPage>(
            process, CallKind.Page, range.Partition, range.From, world.Driver, call => world.Store.ReadPage(range, Math.Min(limit, call.PageSize ?? limit)), cancellationToken));

    public Task<RawCommitResult> TryCommitAsync(RawCommit commit, CancellationToken cancellationToken) =>
        Submit(new StoreCall<RawCommitResult>(process, CallKind.Commit, commit.Partition, "", world.Driver, call => world.Commit(call), cancellationToken) { Commit = commit });

    private Task<T> Submit<T>(StoreCall<T> call)
    {
        world.Driver.CheckThread();
        if (process.IsAlive) world.Schedule.Arrive(call.Begin());
        return call.Task;
    }
}
