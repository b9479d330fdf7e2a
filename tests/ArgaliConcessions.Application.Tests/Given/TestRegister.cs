using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Harvests;
using ArgaliConcessions.Application.Inspections;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Permits.Validity;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Quotas.Reservations;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Records.Pending;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Tests;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Given;

/// <summary>A register on the store under test, in a folder of its own, above a store that can be made to break. Today is 1 September 2014, 06:00 UTC.</summary>
public sealed partial class TestRegister : IDisposable
{
    public static readonly Actor Clerk = new("clerk", "authority", "r1");

    private readonly string folder = Directory.CreateTempSubdirectory("argali-permits-").FullName;
    private readonly IRecordTable table;

    private TestRegister()
    {
        Time = new ManualTime(new DateTimeOffset(2014, 9, 1, 6, 0, 0, TimeSpan.Zero));
        table = StoreUnderTest.Open(folder);
        Store = new BreakingStore(TestStores.Above(table));
        Ids = new SeededIds(7);
        Chain = new ChainWriter(Store, Time, Ids, new PartitionGates());
        Law = new TestLaw(Store, Chain);
        Library = new LawLibrary(Store, Time, new LawLibraryOptions());
        Lines = new LineRegister(Store);
        Allocation = new LineAllocation(Store, Chain, new LineStep(Store, Chain));
        Transfers = new TransferSteps(Store, Chain, new LineStep(Store, Chain));
        Ledgers = new LedgerDirectory(Store, Chain);
    }

    public ManualTime Time { get; }

    public BreakingStore Store { get; }

    public IIdSource Ids { get; }

    public ChainWriter Chain { get; }

    public TestLaw Law { get; }

    public LawLibrary Library { get; }

    public LineRegister Lines { get; }

    public LineAllocation Allocation { get; }

    public TransferSteps Transfers { get; }

    public LedgerDirectory Ledgers { get; }

    public OperationsUnderWay Operations => new(Store, Allocation, Transfers);

    public TransferAnimals Transfer => new(Store, Library, Lines, Transfers, Operations, Ids, Time);

    public SetQuotaLine SetLine => new(Library, Lines, Allocation, Operations, Ledgers, Ids, Time);

    public SettleAllocations SettleAllocations => new(Store, Operations, Time);

    public LegalCalendar Calendar => new(Time);

    public PaperIndex Papers => new(Store, Ids);

    public DocumentIndex Documents => new(Store, Ids);

    public PendingNotes Notes => new(Store, Ids);

    public TagClaims Tags => new(Store, Ids);

    public KeptAnswers Answers => new(Store);

    public PermitFinder Finder => new(Store, Library);

    public PermitFiles Files => new(Store);

    public TagFates Fates => new(Store, Tags);

    public TagRegister TagRegister => new(Store);

    public TagLookup Lookup => new(Tags, TagRegister);

    public SecondLook Look => new(Chain, Library, Answers, new LateFindings(new FindingWriter(Chain, Store)));

    public IssuePermit Issue => new(Chain, new IssueJudge(Store, Library, Calendar, Lines, Papers, Lookup), Papers, Tags, Fates, Answers, Look, Documents);

    public PermitWriter Writer => new(Chain, Finder, Answers);

    public ChangePermit Change => new(Store, Writer, Finder, Library, Calendar, Papers, Fates);

    public AmendPermit Amend => new(Writer, Finder, Library, Calendar, Lines, Look);

    public ReplaceTag ReplaceTag => new(Writer, Finder, Library, Calendar, Tags, Fates, Lookup);

    public RegisterTag RegisterTag => new(Chain, TagRegister);

    public RegisterTagSeries RegisterTagSeries => new(Store, Chain, TagRegister);

    public ReadTag ReadTag => new(TagRegister, Tags);

    public RecordHarvest Record => new(Store, Chain, Finder, Files, Library, Calendar, Fates);

    public CheckValidity Validity => new(Finder, Files, new PaperReader(Store, Papers), Library, Calendar);

    public InspectionsOfPermits InspectionsOfPermits => new(Store, Chain, Finder, Files, Validity, Library, Calendar);

    public RecordInspection Inspect => new(Store, Chain, InspectionsOfPermits, Library, Notes, Time);

    public SettleNotes SettleNotes => new(
        Notes,
        [new SettleClaims(Store, Chain, Tags, Fates), new SettleReservations(Release, Library, Calendar), new SettleInspections(Store, InspectionsOfPermits)],
        Time);

    public ListPermits List => new(Store, new PaperReader(Store, Papers), Library, Calendar);

    public static RequestKey Key(string key, string body = "body") => RequestKey.Of("clerk", "permits", key, body);

    public Task<Outcome<PermitAnswer>> IssueAsync(IssueRequest request, string key = "k1") => Issue.RunAsync(request, Key(key), Clerk, default);

    public async Task<Permit> IssuedAsync(IssueRequest? request = null, string key = "k1") =>
        Assert.IsType<Outcome<PermitAnswer>.Done>(await IssueAsync(request ?? Requests.Lawful, key)).Value.Permit;

    public Task<Outcome<PermitAnswer>> ChangeAsync(Permit permit, PermitAction action, string key, LocalDate? from = null) =>
        Change.RunAsync(permit.Number, new PermitChange(action, "as ordered", from), Viewer.Everything, Key(key), Clerk, default);

    /// <summary>The permit after a change that must be possible.</summary>
    public async Task<Permit> ChangedAsync(Permit permit, PermitAction action, string key, LocalDate? from = null) =>
        Assert.IsType<Outcome<PermitAnswer>.Done>(await ChangeAsync(permit, action, key, from)).Value.Permit;

    public Task<Outcome<PermitAnswer>> RetagAsync(Permit permit, string tag, string key) =>
        ReplaceTag.RunAsync(permit.Number, tag, "torn off", Viewer.Everything, Key(key), Clerk, default);

    /// <summary>Records a lawful kill.</summary>
    public async Task KillAsync(Permit permit, HarvestReport? report = null) =>
        Assert.IsType<Outcome<RecordedHarvest>.Done>(await Record.RunAsync(permit.Number, report ?? Requests.Kill(), Viewer.Everything, Clerk, default));

    /// <summary>The codes of the reasons for which something was refused.</summary>
    public static IEnumerable<string> ReasonsOf(Outcome<PermitAnswer> outcome) =>
        Assert.IsType<Outcome<PermitAnswer>.Refused>(outcome).Refusal.Reasons.Select(r => r.Code);

    public async Task<LineBalance> BalanceAsync(string line = "rams") => (await Lines.FindAsync("demo-north", "2014", line, default))!.Standing;

    public static async Task<TestRegister> OpenAsync(int quota = 20)
    {
        var register = new TestRegister();
        await register.Law.WriteAsync(quota);
        return register;
    }

    public async Task<Outcome<QuotaLineStanding>> PutLineAsync(int animals, string line = "rams", string concession = "demo-north", string? ifMatch = "*")
    {
        var exists = await Lines.FindAsync(concession, "2014", line, default) is not null;
        var request = new QuotaLineRequest(
            concession, "2014", line, new QuotaLine("polii", Sex.Male, 7, QuotaPurpose.Trophy, animals), TestLaw.Act, new Precondition(exists ? ifMatch : null, false));
        return await SetLine.RunAsync(request, Clerk, default);
    }

    /// <summary>Animals of all lines of the ledgers, as they stand.</summary>
    public async Task<int> OnLinesAsync()
    {
        var sum = 0;
        foreach (var concession in new[] { "demo-north", "demo-south" })
        {
            sum += (await Lines.ListAsync(concession, "2014", default)).Sum(l => l.Latest.Revision.Value.Animals);
        }

        return sum;
    }

    public async Task<int> AllocatedAsync(string taxon = "argali") =>
        (await Store.ReadAsync<NationalQuotaRow>(Partitions.Law, QuotaRows.National("2014", taxon), default))!.Value.Allocated;

    public Task<int> OperationsAsync() =>
        Store.ListAsync(Partitions.Law, new RowRange(QuotaRows.Operations), default).CountAsync().AsTask();

    /// <summary>Moves a line's balance as the issue of permits would.</summary>
    public async Task IssueStraightAsync(string line, int animals)
    {
        await Chain.DecideAsync<bool>(
            Partitions.Ledger("demo-north", "2014"), Clerk,
            async (context, cancel) =>
            {
                var state = (await Lines.FindAsync("demo-north", "2014", line, cancel))!;
                var move = new LineMove(line, state.Balance).Post(new Posting(PostingKind.Issue, new LineAmounts(Issued: animals)));
                return new ChainDecision<bool>.Write("test", [.. move.Changes(context.RecordedAt, Clerk)], true);
            },
            default);
    }

    public void Dispose()
    {
        (table as IDisposable)?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
