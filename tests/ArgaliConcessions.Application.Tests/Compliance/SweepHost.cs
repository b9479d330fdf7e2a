using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Compliance.Sweeping;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Tests.Compliance;

/// <summary>One instance of the program that sweeps: it shares nothing with another but the store.</summary>
public sealed class SweepHost
{
    public SweepHost(IRecordStore store, TimeProvider time, IIdSource ids, JobsOptions? options = null)
    {
        Chain = new ChainWriter(store, time, ids, new PartitionGates());
        Library = new LawLibrary(store, time, new LawLibraryOptions());
        Jobs = new JobStore(store, time, ids, new JobWaker());
        Runs = new RunBook(store, Jobs);
        Results = new RunResults(Chain, store);
        Requests = new RequestRun(Jobs, Runs, time);
        Health = new SweepHealth(Runs, Library, time, new SweepOptions());
        Nightly = new NightlySweep(Runs, Jobs, Library, time, new SweepOptions());
        Report = new BuildReport(Runs, Results, Health, Library);
        Places = new FindingPlaces(Library, store);
        Decisions = new DecideFinding(Chain, store, Places);
        List = new FindingList(store, Library, new LedgerDirectory(store, Chain), new ConcessionDirectory(store, Chain));
        Ages = new FindingAges(Runs, Results);
        Leases = new JobLeases(store, time, ids, options ?? new JobsOptions());
        Runner = new JobRunner(Leases, [Handler(store, time, ids)], time, ids, options ?? new JobsOptions());
    }

    public ChainWriter Chain { get; }

    public LawLibrary Library { get; }

    public JobStore Jobs { get; }

    public RunBook Runs { get; }

    public RunResults Results { get; }

    public RequestRun Requests { get; }

    public SweepHealth Health { get; }

    public NightlySweep Nightly { get; }

    public BuildReport Report { get; }

    public FindingPlaces Places { get; }

    public DecideFinding Decisions { get; }

    public FindingList List { get; }

    public FindingAges Ages { get; }

    public JobLeases Leases { get; }

    public JobRunner Runner { get; }

    private SweepJob Handler(IRecordStore store, TimeProvider time, IIdSource ids)
    {
        var files = new PermitFiles(store);
        var laws = new LedgerLaws(store, Library, new LineRegister(store), time);
        var (writer, findings) = (new FindingWriter(Chain, store), new RunFindings(store, Results));
        return new SweepJob(
            new RunLife(Chain, store, Runs), Results, new DuplicateReader(store, new PaperIndex(store, ids), new DocumentIndex(store, ids), new TagClaims(store, ids), files, new TagRegister(store)),
            new LedgerDirectory(store, Chain), new ConcessionDirectory(store, Chain),
            new LedgerSweep(store, laws, files, writer, Results, findings), new ZoneSweep(store, laws, Library, writer, Results, findings),
            new NationalSweep(store, laws, Library, writer, Results, findings), time);
    }
}
