using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Permits;

public sealed class IssuePermitTests
{
    [Fact]
    public async Task RunAsync_LawfulRequest_IssuesInOneCommitOfTheLedger()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(10);
        await register.Library.ReadAsync("demo-north", Application.Law.LawFreshness.Checked, default);
        register.Store.ResetCounts();

        var done = Assert.IsType<Outcome<PermitAnswer>.Done>(await register.IssueAsync(Requests.Lawful));

        // Heads of law and concession (2), head of the ledger, answer, line and its balance (4), who else bears the document (1), heads again (2).
        Assert.Equal((9, 2), (register.Store.Reads, register.Store.Commits));
        var permit = done.Value.Permit;
        Assert.Equal("TJ-2014-KT7-00001-", permit.Number[..^1]);
        Assert.Equal(("4711", "polii", 7), (permit.Hunter.DocumentEndsWith, permit.Animal.Taxon, permit.Animal.MinimumAgeYears));
        Assert.Equal(new LocalDate(2014, 9, 1), permit.IssuedOn);
        Assert.NotNull(permit.Pins);
        Assert.Empty(done.Value.LawChanged);
        Assert.Equal(1, (await register.BalanceAsync()).Held);
        var hunter = await register.Store.ReadAsync<HunterDetails>(Partitions.Ledger("demo-north", "2014"), LedgerRows.Hunter(1), default);
        Assert.Equal("C01X4711", hunter!.Value.DocumentNumber);
    }

    [Fact]
    public async Task RunAsync_SeveralZonesAndRanges_IsOnePermitForOneAnimalAndLeavesTheNationAlone()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(10);
        var touched = new HashSet<string>();
        register.Store.BeforeCommit = partition => Task.FromResult(touched.Add(partition));

        var permit = await register.IssuedAsync(Requests.Lawful with { Zones = ["north", "south"], Ranges = [Requests.Days(2014, 10, 1, 10), Requests.Days(2014, 11, 3, 12)] });

        Assert.Equal((2, 2, 1), (permit.Zones.Length, permit.Ranges.Length, permit.Animals));
        Assert.Equal(1, (await register.BalanceAsync()).Held);
        Assert.DoesNotContain(Partitions.Law, touched);
        Assert.Contains(Partitions.Ledger("demo-north", "2014"), touched);
    }

    [Fact]
    public async Task RunAsync_ManyRulesBroken_AnswersAllWithOffer()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(0);
        var request = Requests.Lawful with
        {
            Zones = ["north", "nowhere"],
            Ranges = [new DateInterval(new(2014, 12, 1), new(2015, 2, 10))],
            FeePaidOn = new LocalDate(2014, 9, 2),
        };
        var refused = Assert.IsType<Outcome<PermitAnswer>.Refused>(await register.IssueAsync(request)).Refusal;
        Assert.Equal((RefusalKind.Conflict, "permit-refused"), (refused.Kind, refused.Code));
        Assert.Equal(
            ["fee-not-paid", "out-of-season", "oversold-line", "zone-not-of-concession"],
            refused.Reasons.Select(r => r.Code).Order(StringComparer.Ordinal));
        var season = refused.Reasons.Single(r => r.Code == "out-of-season");
        Assert.Equal("/ranges", season.Pointer);
        Assert.NotNull(season.Law?.Basis);
        DateInterval[] open = [new(new(2014, 12, 1), new(2014, 12, 15)), new(new(2015, 2, 1), new(2015, 2, 10))];
        Assert.Equal(EvidenceValue.Spans(open), season.Evidence.Values["offeredRanges"]);
        Assert.Equal(0, (await register.BalanceAsync()).Issued);
    }

    [Fact]
    public async Task RunAsync_GapAllowedBySettings_Issues()
    {
        using var register = await TestRegister.OpenAsync();
        await register.Law.AuthorityAsync(new RuleSettings(RefuseGapAtIssue: false), revision: 2);
        await register.PutLineAsync(1);
        var over = Requests.Lawful with { Ranges = [new DateInterval(new(2014, 12, 1), new(2015, 2, 10))] };
        Assert.IsType<Outcome<PermitAnswer>.Done>(await register.IssueAsync(over));
    }

    [Theory]
    [InlineData("nowhere", "2014", "rams", "concession-unknown")]
    [InlineData("demo-north", "2020", "rams", "year-unknown")]
    [InlineData("demo-north", "2014", "ewes", "line-unknown")]
    public async Task RunAsync_UnknownPlace_SaysWhich(string concession, string year, string line, string code)
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        var request = Requests.Lawful with { Concession = concession, Year = year, Line = line };
        var refused = Assert.IsType<Outcome<PermitAnswer>.Refused>(await register.IssueAsync(request)).Refusal;
        Assert.Equal(code, Assert.Single(refused.Reasons).Code);
    }

    [Fact]
    public async Task RunAsync_SealedYear_IsRefused()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(1);
        await register.Law.SealYearAsync();
        var refused = Assert.IsType<Outcome<PermitAnswer>.Refused>(await register.IssueAsync(Requests.Lawful)).Refusal;
        Assert.Equal("year-sealed", Assert.Single(refused.Reasons).Code);
    }

    [Fact]
    public async Task RunAsync_SameKeyAgain_GivesSameAnswerEvenAfterChanges()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(2);
        var first = Assert.IsType<Outcome<PermitAnswer>.Done>(await register.IssueAsync(Requests.Lawful));
        await register.Record.RunAsync(first.Value.Permit.Number, Requests.Kill(), Viewer.Everything, TestRegister.Clerk, default);
        await register.Change.RunAsync(
            first.Value.Permit.Number, new(Application.Permits.Life.PermitAction.Suspension, "inquiry", null), Viewer.Everything, TestRegister.Key("s1"), TestRegister.Clerk, default);
        await register.Law.ClosureAsync("ban", new(2014, 9, 1), new(2014, 8, 30));
        var again = Assert.IsType<Outcome<PermitAnswer>.Done>(await register.IssueAsync(Requests.Lawful));
        Assert.Equal(RecordJson.Write(first), RecordJson.Write(again));
        Assert.Equal(1, (await register.BalanceAsync()).Issued);
    }

    [Fact]
    public async Task RunAsync_ReplyLostAfterCommit_RetryFindsThePermit()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(2);
        register.Store.DieAfter(0, landsFirst: true);
        await Assert.ThrowsAsync<RecordStoreException>(() => register.IssueAsync(Requests.Lawful));
        register.Store.Revive();
        Assert.Equal(1, (await register.IssuedAsync()).Serial);
        Assert.Equal(1, (await register.BalanceAsync()).Issued);
    }

    [Fact]
    public async Task RunAsync_SameKeyOtherBody_IsRefused()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(2);
        await register.IssuedAsync();
        var other = await register.Issue.RunAsync(Requests.Lawful, TestRegister.Key("k1", "other body"), TestRegister.Clerk, default);
        Assert.Equal("idempotency-key-reused", Assert.IsType<Outcome<PermitAnswer>.Refused>(other).Refusal.Code);
    }

    [Fact]
    public async Task RunAsync_LawMovesAgainstItBeforeCommit_SaysSoAndKeepsIt()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(2);
        var once = true;
        register.Store.BeforeCommit = async partition =>
        {
            if (!partition.StartsWith("ledger/", StringComparison.Ordinal) || !once) return;
            once = false;
            await register.Law.ClosureAsync("ban", new(2014, 9, 1), new(2014, 8, 30));
        };
        var first = Assert.IsType<Outcome<PermitAnswer>.Done>(await register.IssueAsync(Requests.Lawful));
        Assert.Equal("under-moratorium", Assert.Single(first.Value.LawChanged).Code);
        var place = FindingPlace.Ledger("KT7", "demo-north", "2014");
        var finding = Assert.Single(await register.Store.ListAsync(place.Partition, new RowRange(FindingPlace.RowPrefix), default).ToListAsync()).As<Finding>().Value;
        Assert.Equal((first.Value.Permit.Number, "R05", FindingRun.NoRun), (finding.Permit, finding.Rule, finding.Change.Run));
        var seen = FindingLife.Seen(finding, new FlaggedCase(RuleBook.Infos.Single(i => i.Id == "R05"), Flagged(finding), finding.Permit), place, new FindingRun("run-1", default));
        Assert.Equal((FindingChangeKind.New, "run-1"), (seen!.Change.Kind, seen.Change.Run));
        var again = Assert.IsType<Outcome<PermitAnswer>.Done>(await register.IssueAsync(Requests.Lawful));
        Assert.Equal(RecordJson.Write(first), RecordJson.Write(again));
    }

    private static RuleAnswer.Flagged Flagged(Finding finding) =>
        new(finding.Subject, finding.Severity, finding.Cause, finding.Evidence, finding.Laws, finding.Zone);

    [Fact]
    public async Task RunAsync_LawMovesWithoutHarm_SaysNothing()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(2);
        var once = true;
        register.Store.BeforeCommit = async partition =>
        {
            if (!partition.StartsWith("ledger/", StringComparison.Ordinal) || !once) return;
            once = false;
            await register.Law.QuotaAsync("argali", 21, revision: 2);
        };
        var done = Assert.IsType<Outcome<PermitAnswer>.Done>(await register.IssueAsync(Requests.Lawful));
        Assert.Empty(done.Value.LawChanged);
    }

    [Fact]
    public async Task RunAsync_FiftyAtOnceForTenPlaces_IssuesTen()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(10);
        var issues = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(() => register.IssueAsync(Requests.Lawful, $"key-{n}"))));
        Assert.Equal(10, issues.Count(i => i is Outcome<PermitAnswer>.Done));
        var refused = issues.OfType<Outcome<PermitAnswer>.Refused>().ToList();
        Assert.Equal(40, refused.Count);
        Assert.All(refused, r => Assert.Equal("oversold-line", Assert.Single(r.Refusal.Reasons).Code));
        Assert.Equal(Enumerable.Range(1, 10), issues.OfType<Outcome<PermitAnswer>.Done>().Select(d => d.Value.Permit.Serial).Order());
        Assert.Equal(0, (await register.BalanceAsync()).Remaining(10));
    }

    [Fact]
    public async Task RunAsync_PaperNumber_LeadsToPermit()
    {
        using var register = await TestRegister.OpenAsync();
        await register.PutLineAsync(3);
        var paper = new PaperNumber("ТМ", "0007");
        var permit = await register.IssuedAsync(Requests.Lawful with { Paper = paper });
        var found = await new PaperReader(register.Store, register.Papers).FindAsync(PaperIndex.Fold(new PaperNumber("TM", "0007")), default);
        Assert.Equal(permit.Number, Assert.Single(found).Value.Number);

        var second = Assert.IsType<Outcome<PermitAnswer>.Refused>(await register.IssueAsync(Requests.Lawful with { Paper = paper }, "k2")).Refusal;
        Assert.Equal("number-or-tag-twice", Assert.Single(second.Reasons).Code);
    }
}
