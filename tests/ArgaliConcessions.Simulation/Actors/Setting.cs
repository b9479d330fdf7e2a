using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Simulation.Engine;
using ArgaliConcessions.Storage;

namespace ArgaliConcessions.Simulation.Actors;

/// <summary>The register before a run: two concessions with a line of three rams each, of a national quota of eight.</summary>
public static class Setting
{
    private static readonly Lazy<SimulatedStore> Made = new(() => MakeAsync().GetAwaiter().GetResult());

    /// <summary>Made once; runs copy it.</summary>
    public static SimulatedStore Start => Made.Value;

    /// <summary>A store above what a run left, without a schedule.</summary>
    public static IRecordStore Plain(SimulatedStore store) =>
        new RecordStore(new PlainTable(store), new RecordStoreOptions(), new VirtualTime(new Driver(), () => true), new SeededRandom(1).Next);

    private static async Task<SimulatedStore> MakeAsync()
    {
        var rows = new SimulatedStore();
        var (store, time, ids) = (Plain(rows), new VirtualTime(new Driver(), () => true), new SeededIds(1));
        var chain = new ChainWriter(store, time, ids, new PartitionGates());
        await new TestLaw(store, chain).WriteAsync(quota: 8);
        var services = new ServiceSet((typeof(IRecordStore), store), (typeof(TimeProvider), time), (typeof(IIdSource), ids), (typeof(LawLibraryOptions), new LawLibraryOptions()));
        foreach (var concession in new[] { "demo-north", "demo-south" })
        {
            var terms = new QuotaLine("polii", Sex.Male, 7, QuotaPurpose.Trophy, 3);
            var request = new QuotaLineRequest(concession, "2014", "rams", terms, TestLaw.Act, Precondition.None);
            await services.Get<SetQuotaLine>().RunAsync(request, new Actor("test", "authority", "setting"), CancellationToken.None);
        }

        return rows;
    }

    private sealed class PlainTable(SimulatedStore store) : IRecordTable
    {
        public Task<RawRecord?> FindAsync(string partition, string row, CancellationToken cancellationToken) => Task.FromResult(store.Find(partition, row));

        public Task<RawPage> ReadPageAsync(RawRange range, int limit, CancellationToken cancellationToken) => Task.FromResult(store.ReadPage(range, limit));

        public Task<RawCommitResult> TryCommitAsync(RawCommit commit, CancellationToken cancellationToken) => Task.FromResult(store.Commit(commit, []));
    }
}
