using System.Text;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Tests.Imports;

/// <summary>A register with one quota line, into which tests import lists.</summary>
internal sealed class ImportedLists : IDisposable
{
    private readonly TestRegister _register;
    private readonly JobStore _jobs;
    private readonly JobRunner _runner;
    private readonly ImportPermits _permits;
    private readonly ImportHarvests _harvests;
    private int _key;

    private ImportedLists(TestRegister register)
    {
        _register = register;
        var (store, ids) = (register.Store, register.Ids);
        Files = new PermitFiles(store);
        var ledgers = new ImportLedgers(store, ids, register.Ledgers);
        var input = new JobInput(store, ids);
        _jobs = new JobStore(store, register.Time, ids, new JobWaker());
        var permitList = new PermitListImport(register.Library, store, Files, ledgers, register.Lines);
        var harvestList = new HarvestListImport(register.Library, store, Files, ledgers);
        var tags = new TagClaims(store, ids);
        var permitJob = new PermitImportJob(permitList, new PermitListWriter(permitList, store, register.Chain, new PaperIndex(store, ids), new DocumentIndex(store, ids), tags), ledgers, input);
        var harvestJob = new HarvestImportJob(harvestList, new HarvestListWriter(harvestList, store, register.Chain, register.Fates), ledgers, input, register.Lines);
        var options = new JobsOptions();
        _runner = new JobRunner(new JobLeases(store, register.Time, ids, options), [permitJob, harvestJob], register.Time, ids, options);
        var start = new ImportStart(_jobs, input);
        (_permits, _harvests) = (new ImportPermits(permitList, start), new ImportHarvests(harvestList, start));
    }

    public PermitFiles Files { get; }

    public TestRegister Register => _register;

    public static async Task<ImportedLists> OpenAsync()
    {
        var lists = new ImportedLists(await TestRegister.OpenAsync());
        await lists._register.PutLineAsync(2);
        return lists;
    }

    public async Task<ImportPreview> PreviewAsync(string csv, string source = "list")
    {
        var outcome = await _permits.RunAsync(Request(csv, source, dryRun: true), default);
        return Assert.IsType<Outcome<ImportAnswer>.Done>(outcome).Value.Preview;
    }

    /// <summary>Hands in a list; the id of its job, or null with the faults.</summary>
    public async Task<(string? Job, ImportPreview Preview)> HandInAsync(string csv, string source = "list", bool harvests = false)
    {
        var request = Request(csv, source, dryRun: false);
        var outcome = harvests ? await _harvests.RunAsync(request, default) : await _permits.RunAsync(request, default);
        var answer = Assert.IsType<Outcome<ImportAnswer>.Done>(outcome).Value;
        return (answer.JobId, answer.Preview);
    }

    public Task RunJobsAsync() => _runner.RunAsync(default);

    /// <summary>Imports a list to the end and answers what the job says it did.</summary>
    public async Task<ImportCounts> ImportAsync(string csv, string source = "list", bool harvests = false)
    {
        var (job, _) = await HandInAsync(csv, source, harvests);
        Assert.NotNull(job);
        await RunJobsAsync();
        return await ResultAsync(job);
    }

    public async Task<ImportCounts> ResultAsync(string job)
    {
        var record = (await _jobs.FindAsync(job, default))!;
        Assert.Equal((JobState.Done, null), (record.State, record.Error));
        return ImportJobs.ResultOf(record)!;
    }

    public async Task<JobState> StateAsync(string job) => (await _jobs.FindAsync(job, default))!.State;

    public async Task<List<PermitFile>> PermitsAsync(string concession = "demo-north") => await Files.ListAsync(concession, "2014", default).ToListAsync();

    public async Task<LineBalance> BalanceAsync() => (await _register.Lines.FindAsync("demo-north", "2014", "rams", default))!.Standing;

    public void Dispose() => _register.Dispose();

    private ImportRequest Request(string csv, string source, bool dryRun)
    {
        var bytes = Encoding.UTF8.GetBytes(csv);
        var key = new JobKey($"clerk|{source}", $"key-{++_key}", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)));
        return new ImportRequest(bytes, new ListSource(source), dryRun, "clerk", key);
    }
}
