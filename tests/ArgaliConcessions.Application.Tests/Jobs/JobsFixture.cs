using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Application.Tests.Jobs;

/// <summary>Jobs on a store in memory and a clock that stands still.</summary>
public abstract class JobsFixture
{
    protected JobsFixture()
    {
        Store = TestStores.Above(Table);
        Jobs = new JobStore(Store, Time, Ids, Waker);
        Leases = new JobLeases(Store, Time, Ids, Options);
    }

    protected InMemoryTable Table { get; } = new();

    protected RecordStore Store { get; }

    protected ManualTime Time { get; } = new();

    protected SeededIds Ids { get; } = new(1);

    protected JobsOptions Options { get; } = new();

    protected JobWaker Waker { get; } = new();

    protected JobStore Jobs { get; }

    protected JobLeases Leases { get; }

    protected async Task<string> CreateAsync(string kind = "sweep", JobKey? key = null)
    {
        var created = await Jobs.CreateAsync(new NewJob(kind, "clerk", "{}", Key: key), default);
        Assert.Equal(JobCreationStatus.Created, created.Status);
        Time.Advance(TimeSpan.FromSeconds(1));
        return created.JobId!;
    }

    protected Task<JobRecord?> TakeAsync(string owner = "one") => Leases.TakeNextAsync(owner, _ => true, default);

    protected async Task<JobRecord> JobAsync(string id) => (await Jobs.FindAsync(id, default))!;

    protected async Task<List<string>> RowsAsync(string prefix)
    {
        var rows = new List<string>();
        await foreach (var record in Store.ListAsync("jobs", new RowRange(prefix), default)) rows.Add(record.Key.Row);
        return rows;
    }

    protected JobRunner Runner(params IJobHandler[] handlers) => new(Leases, handlers, Time, Ids, Options);

    /// <summary>A handler that does what the test says.</summary>
    protected sealed class Handler(string kind, Func<JobContext, CancellationToken, Task<JobEnd>> run) : IJobHandler
    {
        public string Kind => kind;

        public Task<JobEnd> RunAsync(JobContext context, CancellationToken cancellationToken) => run(context, cancellationToken);
    }
}
