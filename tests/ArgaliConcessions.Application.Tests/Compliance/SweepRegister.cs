using System.Collections.Immutable;
using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Tests.Compliance;

/// <summary>A small register to sweep: line <c>rams</c> of 10 in both concessions; permits are written straight into the ledger.</summary>
public sealed class SweepRegister : IDisposable
{
    public const string North = "demo-north";
    private int keys;

    private SweepRegister(TestRegister register)
    {
        Register = register;
        Host = new SweepHost(register.Store, register.Time, register.Ids);
        register.Store.BeforeCommit = partition =>
        {
            if (partition.StartsWith("findings/", StringComparison.Ordinal)) FindingCommits++;
            return Task.CompletedTask;
        };
    }

    public TestRegister Register { get; }

    public SweepHost Host { get; }

    /// <summary>Commits to partitions of findings so far.</summary>
    public int FindingCommits { get; private set; }

    public static async Task<SweepRegister> OpenAsync(int quota = 20)
    {
        var register = await TestRegister.OpenAsync(quota);
        await register.PutLineAsync(10);
        await register.PutLineAsync(10, concession: "demo-south");
        return new SweepRegister(register);
    }

    /// <summary>A permit that no rule flags: issued in August for 10 to 20 September 2014 in zone north.</summary>
    public static Permit Permit(int serial, string concession = North) => new()
    {
        Number = new PermitNumber("TJ", "2014", concession == North ? "KT7" : "KT8", serial).ToString(),
        Concession = concession,
        Year = "2014",
        Serial = serial,
        Line = "rams",
        Animal = new PermitAnimal("polii", Sex.Male, 7),
        Hunter = new HunterSummary(LocalizedNames.Of("en", "Invented Hunter"), "HUNTER<<INVENTED", "DE", "4711"),
        Zones = ["north"],
        Ranges = [new DateInterval(new(2014, 9, 10), new(2014, 9, 20))],
        IssuedOn = new LocalDate(2014, 8, 1),
        IssuedBy = new IssuingOfficer("office-7", null),
        FeePaidOn = new LocalDate(2014, 7, 30),
        RecordedAt = Instant.FromUtc(2014, 8, 1, 6, 0),
    };

    /// <summary>An old ram killed on 12 September 2014 well inside zone north, and reported at once.</summary>
    public static Harvest Kill(string id = "h1", string concession = North) => new()
    {
        Id = id,
        On = new LocalDate(2014, 9, 12),
        Position = new GeoPosition(concession == North ? 73.1 : 74.1, 38.3, 10),
        Outcome = HarvestOutcome.Killed,
        Taxon = "polii",
        Sex = Sex.Male,
        AgeYears = new AgeEstimate(8, 9),
        ReportedOn = new LocalDate(2014, 9, 13),
        RecordedAt = Instant.FromUtc(2014, 9, 13, 6, 0),
        RecordedBy = "test",
    };

    /// <summary>Writes permits with their harvests into the ledger, new or in place of what is there.</summary>
    public async Task WriteAsync(Permit permit, params Harvest[] harvests)
    {
        await Register.Ledgers.EnterAsync(permit.Concession, permit.Year, TestRegister.Clerk, default);
        var ledger = Partitions.Ledger(permit.Concession, permit.Year);
        var result = await Register.Chain.DecideAsync<bool>(ledger, TestRegister.Clerk, async (_, _) => new ChainDecision<bool>.Write("test", await ChangesAsync(), true), default);
        Assert.Equal(ChainStatus.Done, result.Status);

        async Task<List<ChainChange>> ChangesAsync()
        {
            var current = await Register.Store.ReadAsync<Permit>(ledger, LedgerRows.Permit(permit.Serial), default);
            var changes = new List<ChainChange> { new(TypedRecords.Put(LedgerRows.Permit(permit.Serial), current, permit)) };
            foreach (var harvest in harvests)
            {
                var row = LedgerRows.Harvest(permit.Serial, harvest.Id);
                changes.Add(new ChainChange(TypedRecords.Put(row, await Register.Store.ReadAsync<Harvest>(ledger, row, default), harvest)));
            }
            return changes;
        }
    }

    /// <summary>Asks for a sweep and works at it until it is done.</summary>
    public async Task<Run> SweepAsync()
    {
        var asked = Assert.IsType<Outcome<Run>.Done>(await Host.Requests.RunAsync("clerk", $"key-{++keys}", "", default));
        foreach (var done in await Host.Runner.RunAsync(default)) Assert.True(done.Fault is null, done.Fault?.ToString());
        var run = await Host.Runs.FindAsync(asked.Value.Id, default);
        Assert.Equal(RunState.Complete, run?.State);
        return run!;
    }

    /// <summary>The findings of a ledger, in the order of their rows.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsAsync(string concession = North, string year = "2014") =>
        await Register.Store.ListAsync(Partitions.Findings(concession, year), new RowRange(FindingPlace.RowPrefix), default)
            .Select(record => RecordJson.Read<Finding>(record.Payload)).ToListAsync();

    public async Task<Finding> FindingAsync(string rule) => Assert.Single(await FindingsAsync(), finding => finding.Rule == rule);

    /// <summary>Findings as <c>rule subject cause severity status</c>.</summary>
    public async Task<string[]> TextsAsync(string concession = North, string year = "2014") =>
        [.. (await FindingsAsync(concession, year)).Select(f => $"{f.Rule} {f.Subject.Id} {f.Cause} {f.Severity} {f.Status}").Order(StringComparer.Ordinal)];

    public void Dispose() => Register.Dispose();
}
