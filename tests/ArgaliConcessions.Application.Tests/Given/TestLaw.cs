using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Surveys;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Tests.Given;

/// <summary>Writes law straight into its partitions: hunting year 2014 (1 Jul 2014 to 30 Jun 2015), taxon polii of argali.</summary>
public sealed class TestLaw(IRecordStore store, ChainWriter chain)
{
    public static readonly LegalBasis Act = new("Order", "No. 1", new LocalDate(2014, 1, 10));

    private readonly Actor actor = new("test", "authority", "r1");

    /// <summary>Authority, year, a national quota for argali, concession demo-north with zones north and south, open 1 Sep to 15 Dec and 1 Feb to 1 Mar.</summary>
    public async Task WriteAsync(int quota = 20)
    {
        await AuthorityAsync(new RuleSettings());
        await WriteAsync(Partitions.Law, LawRows.Year("2014", 1), new Revision<HuntingYear>(1, At, Act, new HuntingYear("2014", new(2014, 7, 1), new(2015, 6, 30), "2014/15", false)));
        await QuotaAsync("argali", quota);
        await ConcessionAsync("demo-north", "KT7", 73.0);
        await ConcessionAsync("demo-south", "KT8", 74.0);
    }

    public Task AuthorityAsync(RuleSettings settings, int revision = 1, string otherTaxon = "capra", string timeZone = "Asia/Dushanbe") => WriteAsync(Partitions.Law, LawRows.Authority(revision), new Revision<AuthorityTerms>(
        revision, At, Act, new AuthorityTerms(
            Name("Authority"), "TJ", timeZone, [new Taxon("argali", Name("argali")), new Taxon("polii", Name("Marco Polo sheep"), null, "argali"), new Taxon(otherTaxon, Name(otherTaxon))], settings)));

    public async Task QuotaAsync(string taxon, int animals, int revision = 1)
    {
        var row = QuotaRows.National("2014", taxon);
        var current = await store.ReadAsync<NationalQuotaRow>(Partitions.Law, row, default);
        var next = new Revision<NationalQuota>(revision, At, Act, new NationalQuota("2014", taxon, animals));
        await CommitAsync(
            Partitions.Law,
            new RecordChange.Insert(QuotaRows.NationalRevision("2014", taxon, revision), RecordJson.Write(next)),
            TypedRecords.Put(row, current, new NationalQuotaRow(next, current?.Value.Allocated ?? 0)));
    }

    /// <summary>A ban on all argali in all concessions.</summary>
    /// <param name="recordedAt">When the register came to know it; early in 2014 if absent.</param>
    public Task ClosureAsync(string id, LocalDate from, LocalDate publishedOn, Instant? recordedAt = null) => WriteAsync(
        Partitions.Law, LawRows.Closure(id, 1),
        new Revision<Closure>(1, recordedAt ?? At, new LegalBasis("Ban", "No. 9", publishedOn), new Closure(id, Name(id), ["argali"], [], [], [], from, null)));

    /// <summary>A concession's count of polii; it carries one percent of the lower bound.</summary>
    public Task ConcessionSurveyAsync(string concession, int day, int lowerBound) => WriteAsync(
        Partitions.Concession(concession), LawRows.ConcessionSurvey($"day-{day}", 1),
        new Revision<Survey>(
            1, At, Act, new Survey($"day-{day}", "polii", new LocalDate(2013, 12, day), "Block count", null, lowerBound, lowerBound, null, [])));

    /// <summary>A count of argali in the whole country.</summary>
    public Task SurveyAsync(string id, LocalDate date, int lowerBound, Instant? recordedAt = null) => WriteAsync(
        Partitions.Law, LawRows.NationalSurvey(id, 1),
        new Revision<Survey>(1, recordedAt ?? At, Act, new Survey(id, "argali", date, "Block count", null, lowerBound, lowerBound, null, [])));

    public async Task SealYearAsync() => await WriteAsync(
        Partitions.Law, LawRows.Year("2014", 2), new Revision<HuntingYear>(2, At, Act, new HuntingYear("2014", new(2014, 7, 1), new(2015, 6, 30), "2014/15", true)));

    private async Task ConcessionAsync(string id, string code, double west)
    {
        var partition = Partitions.Concession(id);
        await CommitAsync(
            Partitions.Directory,
            Insert(LawRows.Code(code), new DirectoryRow(id, code)), Insert(LawRows.Concession(id), new DirectoryRow(id, code)));
        var terms = new ConcessionTerms(code, Name(id), "gbao", [new Holder("firm", Name("Invented Firm"), new(2008, 1, 1), null, null)], new Tenure(new(2008, 1, 1), null), [], []);
        var windows = new SeasonWindow[] { new SeasonWindow.Yearly(new(9, 1), new(12, 15)), new SeasonWindow.Yearly(new(2, 1), new(3, 1)) };
        var season = new LawVersion<SeasonTerms>(1, new(2014, 1, 1), null, Act, At, new SeasonTerms("polii", [], [.. windows]));
        await CommitAsync(
            partition,
            Insert(LawRows.Terms(1), new Revision<ConcessionTerms>(1, At, Act, terms)), Insert(LawRows.Season("polii", 1), season));
        await ZoneAsync(id, "north", ZoneKind.Hunting, west, 38.2);
        await ZoneAsync(id, "south", ZoneKind.Hunting, west, 38.0);
    }

    private async Task ZoneAsync(string concession, string zone, ZoneKind kind, double west, double south)
    {
        (double, double)[] ring = [(west, south), (west + 0.2, south), (west + 0.2, south + 0.2), (west, south + 0.2), (west, south)];
        var boundary = BoundaryReader.Read([[ring]]).Boundary!;
        var terms = new ZoneTerms(Name(zone), kind, boundary.GeometryHash, boundary.AreaHectares, null, null);
        await CommitAsync(
            Partitions.Concession(concession),
            Insert(LawRows.Zone(zone, 1), new LawVersion<ZoneTerms>(1, new(2008, 1, 1), null, Act, At, terms)),
            new RecordChange.Insert(LawRows.GeometryChunk(boundary.GeometryHash, 0), boundary.ToWkb()));
    }

    private static Instant At => Instant.FromUtc(2014, 1, 20, 6, 0);

    private static LocalizedNames Name(string text) => LocalizedNames.Of("en", text);

    private static RecordChange.Insert Insert<T>(string row, T value) => new(row, RecordJson.Write(value));

    private Task WriteAsync<T>(string partition, string row, T value) => CommitAsync(partition, Insert(row, value));

    private async Task CommitAsync(string partition, params RecordChange[] changes)
    {
        var result = await chain.DecideAsync<bool>(
            partition, actor, (_, _) => Task.FromResult<ChainDecision<bool>>(new ChainDecision<bool>.Write("test", [.. changes.Select(c => new ChainChange(c))], true)), default);
        if (result.Status != ChainStatus.Done) throw new InvalidOperationException($"{partition}: {result.Status}");
    }
}
