using System.Runtime.CompilerServices;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Application.Tests.Compliance;

[Collection(nameof(SweepMemoryTests))]
public sealed class SweepMemoryTests
{
    private const int Few = 500;
    private const int Many = 5_000;

    /// <summary>Bytes: on the emulator the client keeps pages of a thousand entities as text, in buffers that it uses again.</summary>
    private static readonly int Allowed = StoreUnderTest.IsAzurite ? 8 * 1024 * 1024 : 1024 * 1024;

    [Fact]
    public async Task Sweep_TenTimesThePermits_HoldsNoMoreOfThem()
    {
        using var register = await SweepRegister.OpenAsync();
        var ledger = Enumerable.Range(1, Many).Select(Generated).ToList();
        await WriteAsync(register.Register, ledger.Take(Few));
        var few = await PeakAsync(register);
        await WriteAsync(register.Register, ledger.Skip(Few));
        var many = await PeakAsync(register);
        // 4,500 more permits are some 5 MB of JSON, and 45 more findings of about 100 bytes.
        Assert.True(many - few < Allowed, $"{few:N0} bytes for {Few} permits, {many:N0} for {Many}");
    }

    /// <summary>One permit in a hundred is out of season.</summary>
    private static Permit Generated(int serial) => serial % 100 == 0
        ? SweepRegister.Permit(serial) with { Ranges = [new DateInterval(new(2015, 3, 5), new(2015, 3, 10))] }
        : SweepRegister.Permit(serial);

    private static async Task WriteAsync(TestRegister register, IEnumerable<Permit> permits)
    {
        foreach (var batch in permits.Chunk(45))
        {
            var changes = batch.SelectMany(permit => new ChainChange[]
            {
                new(new RecordChange.Insert(LedgerRows.Permit(permit.Serial), RecordJson.Write(permit))),
                new(new RecordChange.Insert(LedgerRows.Harvest(permit.Serial, "h1"), RecordJson.Write(SweepRegister.Kill()))),
            });
            var decision = new ChainDecision<bool>.Write("test", [.. changes], true);
            await register.Chain.DecideAsync<bool>(Partitions.Ledger("demo-north", "2014"), TestRegister.Clerk, (_, _) => Task.FromResult<ChainDecision<bool>>(decision), default);
        }
    }

    private static async Task<long> PeakAsync(SweepRegister register)
    {
        var store = new WeighingStore(register.Register.Store);
        var host = new SweepHost(store, register.Register.Time, register.Register.Ids);
        var asked = (Outcome<Application.Compliance.Runs.Run>.Done)await host.Requests.RunAsync("clerk", register.Register.Ids.NewId(), "", default);
        await host.Runner.RunAsync(default);
        Assert.NotNull((await host.Runs.FindAsync(asked.Value.Id, default))!.Totals);
        return store.Peak;
    }

    /// <summary>Weighs what is alive while a ledger's permits are read.</summary>
    private sealed class WeighingStore(IRecordStore inner) : IRecordStore
    {
        private int read;

        public long Peak { get; private set; }

        public Task<StoredRecord?> FindAsync(RecordKey key, CancellationToken cancellationToken) => inner.FindAsync(key, cancellationToken);

        public async IAsyncEnumerable<StoredRecord> ListAsync(string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var record in inner.ListAsync(partition, range, cancellationToken))
            {
                if (partition.StartsWith("ledger/", StringComparison.Ordinal) && ++read % 997 == 0) Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: true));
                yield return record;
            }
        }

        public Task<RecordPage> ReadPageAsync(string partition, RowRange range, string? after, int limit, CancellationToken cancellationToken) =>
            inner.ReadPageAsync(partition, range, after, limit, cancellationToken);

        public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RecordChange> changes, CommitWitness witness, CancellationToken cancellationToken) =>
            inner.CommitAsync(partition, changes, witness, cancellationToken);
    }
}

/// <summary>Alone in its process: what others hold at the moment would be weighed too.</summary>
[CollectionDefinition(nameof(SweepMemoryTests), DisableParallelization = true)]
public sealed class SweepMemoryCollection;
