using System.Text;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Storage.Tests.Contract;

/// <summary>
/// Every guarantee of the storage port, as tests that each adapter passes: an adapter adds one sealed subclass that
/// opens it. Each test works in partitions of its own names, so that adapters may share one table for all.
/// </summary>
public abstract partial class RecordStoreContract : IAsyncLifetime
{
    private readonly string mine = $"test/{Guid.NewGuid():N}";
    private int commits;
    private IRecordTable? table;

    protected IRecordTable Table => table!;

    protected RecordStore Store { get; private set; } = null!;

    /// <summary>A partition of this test alone.</summary>
    protected string Partition => mine;

    /// <summary>Payload bytes of the largest record that the store itself takes.</summary>
    protected virtual int LargestRecord => RecordLimits.MaxRecordBytes;

    /// <summary>Opens the adapter under test.</summary>
    protected abstract Task<IRecordTable> OpenAsync();

    /// <summary>Closes what <see cref="OpenAsync"/> opened.</summary>
    protected virtual Task CloseAsync() => Task.CompletedTask;

    public async Task InitializeAsync()
    {
        table = await OpenAsync();
        Store = TestStores.Above(table);
    }

    public Task DisposeAsync() => CloseAsync();

    protected static ReadOnlyMemory<byte> Text(string text) => Encoding.UTF8.GetBytes(text);

    protected static RecordChange.Insert Insert(string row, string payload = "{}") => new(row, Text(payload));

    protected CommitWitness Witness(string payload = "w") => NumberedWitness(Interlocked.Increment(ref commits), payload);

    protected Task<CommitResult> CommitAsync(params RecordChange[] changes) => Store.CommitAsync(Partition, changes, Witness(), default);

    protected async Task CommittedAsync(params RecordChange[] changes) =>
        Assert.Equal(new CommitResult(CommitOutcome.Committed), await CommitAsync(changes));

    protected Task<StoredRecord?> FindAsync(string row) => Store.FindAsync(new RecordKey(Partition, row), default);

    protected async Task<string> VersionOfAsync(string row) => (await FindAsync(row))!.Version;

    protected async Task<string?> TextOfAsync(string row) => await FindAsync(row) is { } record ? Encoding.UTF8.GetString(record.Payload.Span) : null;

    protected async Task<List<string>> RowsAsync(string prefix, string? partition = null)
    {
        var rows = new List<string>();
        await foreach (var record in Store.ListAsync(partition ?? Partition, new RowRange(prefix), default)) rows.Add(record.Key.Row);
        return rows;
    }

    private static CommitWitness NumberedWitness(int number, string payload) =>
        new(FormattableString.Invariant($"w/{number:D6}"), FormattableString.Invariant($"commit-{number}"), Text(payload));
}
