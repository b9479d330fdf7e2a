using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Tests.Imports;

public class ListImportTests
{
    private const string Header = "concession,year,taxon,sex,series,number,from,to,hunter,zones,issuedOn,status,statusFrom,tag\n";
    private const string HarvestHeader = "concession,year,series,number,on,outcome,harvest,followsUp,taxon\n";

    private static string Row(string number, string hunter = "Jan Novak (invented)", string rest = "north,2014-08-20,,,") =>
        $"KT7,2014,polii,male,AB,{number},2014-09-01,2014-12-15,{hunter},{rest}\n";

    private static string Harvest(string number, string rest) => $"demo-north,2014,AB,{number},{rest}\n";

    [Fact]
    public async Task Import_NewList_MakesPermitsAsTheyAre()
    {
        using var lists = await ImportedLists.OpenAsync();

        var counts = await lists.ImportAsync(Header + Row("1") + Row("2", rest: "nowhere|north,2016-01-01,revoked,2014-09-10,T1") + Row("3"));

        Assert.Equal((3, 0, 0, 0), (counts.Added, counts.Changed, counts.Unchanged, counts.VanishedCount));
        var permits = (await lists.PermitsAsync()).Select(f => f.Permit).ToList();
        Assert.Equal([1, 2, 3], permits.Select(p => p.Serial));
        Assert.All(permits, p => Assert.Equal(PermitNumberKind.Ours, PermitNumber.Read(p.Number).Kind));
        Assert.All(permits, p => Assert.Equal(("rams", PermitOrigin.Imported, "list"), (p.Line, p.Origin, p.ImportSource)));
        Assert.Equal(PermitStatus.Revoked, permits[1].StatusOn(new LocalDate(2014, 9, 10)));
        Assert.Equal(["nowhere", "north"], permits[1].Zones.ToArray());
        // Three permits on a line of two: imported all the same, the revoked one given back.
        var balance = await lists.BalanceAsync();
        Assert.Equal((3, 1), (balance.Issued, balance.Released));
    }

    [Fact]
    public async Task Import_DocumentAndOfficer_AreKeptAndADocumentMayChange()
    {
        const string columns = "concession,year,taxon,series,number,from,to,hunter,document,issuedBy\n";
        static string Row(string number, string document) => $"KT7,2014,polii,AB,{number},2014-09-01,2014-12-15,Jan Novak (invented),{document},Clerk (invented)\n";
        using var lists = await ImportedLists.OpenAsync();
        await lists.ImportAsync(columns + Row("1", "AA 12345") + Row("2", "BB 12345"));
        Assert.All(await lists.PermitsAsync(), f => Assert.Equal(new IssuingOfficer(null, "Clerk (invented)"), f.Permit.IssuedBy));
        lists.Register.Time.Advance(TimeSpan.FromDays(1));
        await lists.ImportAsync(columns + Row("1", "AA 12345") + Row("2", "aa-12345"));
        Assert.Equal([1, 2], (await lists.Register.Documents.BearersAsync(DocumentIndex.KeyOf("AA12345")!, default)).Select(p => p.Serial));
        Assert.Empty(await lists.Register.Documents.BearersAsync(DocumentIndex.KeyOf("BB12345")!, default));
    }

    [Fact]
    public async Task Import_SameListAgain_ChangesNothing()
    {
        using var lists = await ImportedLists.OpenAsync();
        await lists.ImportAsync(Header + Row("1") + Row("2"));
        var before = await lists.PermitsAsync();
        lists.Register.Time.Advance(TimeSpan.FromDays(30));

        var counts = await lists.ImportAsync(Header + Row("2") + Row("1"));

        Assert.Equal((0, 0, 2), (counts.Added, counts.Changed, counts.Unchanged));
        Assert.Equal(before.Select(f => (f.Permit.Number, f.Permit.Version)), (await lists.PermitsAsync()).Select(f => (f.Permit.Number, f.Permit.Version)));
    }

    [Fact]
    public async Task Import_NextMonthsList_ChangesOnlyWhatChanged()
    {
        using var lists = await ImportedLists.OpenAsync();
        await lists.ImportAsync(Header + Row("1") + Row("2") + Row("3"));

        lists.Register.Time.Advance(TimeSpan.FromDays(30));
        var counts = await lists.ImportAsync(Header + Row("1") + Row("2", hunter: "Petr Novak (invented)") + Row("4"));

        Assert.Equal((1, 1, 1, 1), (counts.Added, counts.Changed, counts.Unchanged, counts.VanishedCount));
        Assert.Equal("AB-3", Assert.Single(counts.Vanished).Paper);
        var permits = (await lists.PermitsAsync()).Select(f => f.Permit).ToList();
        Assert.Equal(4, permits.Count);
        Assert.Equal([1, 2, 1, 1], permits.Select(p => p.Version));
        Assert.Equal("Petr Novak (invented)", permits[1].Hunter.AsInPassport);
        Assert.Equal(4, (await lists.BalanceAsync()).Issued);
    }

    [Fact]
    public async Task Import_TwoRowsWithOneNumber_KeepsBoth()
    {
        using var lists = await ImportedLists.OpenAsync();
        var list = Header + Row("7", hunter: "Jan Novak (invented)") + Row("7", hunter: "Petr Novak (invented)");

        await lists.ImportAsync(list);
        lists.Register.Time.Advance(TimeSpan.FromDays(30));
        var again = await lists.ImportAsync(list);

        Assert.Equal((0, 0, 2), (again.Added, again.Changed, again.Unchanged));
        Assert.Equal(2, (await lists.PermitsAsync()).Count);
        var duplicate = await lists.Register.Store.FindAsync(new(Partitions.Duplicates, "paper/AB7"), default);
        Assert.NotNull(duplicate);
    }

    [Fact]
    public async Task Import_OtherSource_IsAnotherRow()
    {
        using var lists = await ImportedLists.OpenAsync();
        await lists.ImportAsync(Header + Row("1"), "ministry");

        var counts = await lists.ImportAsync(Header + Row("1"), "customs");

        Assert.Equal((1, 0), (counts.Added, counts.VanishedCount));
        Assert.Equal(2, (await lists.PermitsAsync()).Count);
    }

    [Fact]
    public async Task Import_ListWithAFault_LeavesNothing()
    {
        using var lists = await ImportedLists.OpenAsync();

        var (job, preview) = await lists.HandInAsync(Header + Row("1") + Row("2").Replace("polii", "unicorn", StringComparison.Ordinal) + "XX9,2013,polii,male,AB,3,2014-09-01,2014-12-15,X,,,,,\n");

        Assert.Null(job);
        Assert.Equal([(3, "taxon", "unknown-taxon"), (4, "concession", "unknown-concession"), (4, "year", "unknown-year")], preview.Faults.Select(f => (f.Line, f.Column!, f.Code)));
        Assert.Empty(await lists.PermitsAsync());
    }

    [Fact]
    public async Task Preview_NextMonthsList_SaysWhatItWouldDoAndWritesNothing()
    {
        using var lists = await ImportedLists.OpenAsync();
        await lists.ImportAsync(Header + Row("1") + Row("2"));

        var preview = await lists.PreviewAsync(Header + Row("2", hunter: "Petr (invented)") + Row("3"));

        Assert.Equal((1, 1, 0, 1), (preview.Counts!.Added, preview.Counts.Changed, preview.Counts.Unchanged, preview.Counts.VanishedCount));
        Assert.Equal([1, 1], (await lists.PermitsAsync()).Select(f => f.Permit.Version));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(60)]
    [InlineData(90)]
    [InlineData(63)]
    [InlineData(66)]
    [InlineData(125)]
    public async Task Import_CutOffAnywhere_GoesOnToTheEnd(int writes)
    {
        using var lists = await ImportedLists.OpenAsync();
        var (job, _) = await lists.HandInAsync(Header + string.Concat(Enumerable.Range(1, 50).Select(n => Row($"{n}"))));
        lists.Register.Store.DieAfter(writes, landsFirst: true);
        await lists.RunJobsAsync();
        lists.Register.Store.Revive();

        for (var firing = 0; firing < 5 && await lists.StateAsync(job!) != JobState.Done; firing++)
        {
            lists.Register.Time.Advance(TimeSpan.FromMinutes(10));
            await lists.RunJobsAsync();
        }

        Assert.Equal((50, 0, 0), ((await lists.ResultAsync(job!)).Added, (await lists.ResultAsync(job!)).Changed, (await lists.ResultAsync(job!)).Unchanged));
        var permits = await lists.PermitsAsync();
        Assert.Equal(Enumerable.Range(1, 50), permits.Select(f => f.Permit.Serial));
        Assert.Equal(50, permits.Select(f => f.Permit.Paper).Distinct().Count());
        Assert.Equal(50, (await lists.BalanceAsync()).Issued);
    }

    [Fact]
    public async Task Import_Harvests_MoveTakesAndBalance()
    {
        using var lists = await ImportedLists.OpenAsync();
        await lists.ImportAsync(Header + Row("1") + Row("2") + Row("3"));

        var counts = await lists.ImportAsync(
            HarvestHeader + Harvest("1", "2014-09-10,wounded,h1,,polii") + Harvest("1", "2014-09-11,killed,h2,h1,polii") + Harvest("2", "2014-09-12,lost,,,polii") + Harvest("3", "2014-09-12,unsuccessful,,,"),
            harvests: true);

        Assert.Equal(4, counts.Added);
        var files = await lists.PermitsAsync();
        Assert.Equal(["h1", "h2"], files[0].Harvests.Select(h => h.Id));
        Assert.Equal(new TakeTally(1, 0), TakeTally.Of(files[0].Permit.Takes));
        var balance = await lists.BalanceAsync();
        Assert.Equal((1, 1), (balance.Killed, balance.Wounded));
    }

    [Fact]
    public async Task Import_KillOnAReturnedPermit_HoldsItsTagAnew()
    {
        using var lists = await ImportedLists.OpenAsync();
        await lists.ImportAsync(Header + Row("1", rest: "north,2014-08-20,,,T-7"));
        var permit = (await lists.PermitsAsync())[0].Permit;
        await lists.Register.ChangedAsync(permit, PermitAction.Return, "r");
        Assert.Null(await lists.Register.Tags.FindAsync("T-7", default));
        await lists.ImportAsync(HarvestHeader + Harvest("1", "2014-09-10,killed,,,polii"), harvests: true);
        Assert.Equal(permit.Number, (await lists.Register.Tags.FindAsync("T-7", default))!.Value.Number);
    }

    [Fact]
    public async Task Import_ListSuspendsWhatTheRegisterHasEnded_ItStaysEnded()
    {
        using var lists = await ImportedLists.OpenAsync();
        await lists.ImportAsync(Header + Row("1"));
        var permit = (await lists.PermitsAsync())[0].Permit;
        await lists.Register.ChangedAsync(permit, PermitAction.Revocation, "r");
        await lists.ImportAsync(Header + Row("1", rest: "north,2014-08-20,suspended,2014-09-20,"));
        Assert.Equal(PermitStatus.Revoked, (await lists.PermitsAsync())[0].Permit.Decided());
        Assert.Equal(0, (await lists.BalanceAsync()).Held);
    }

    [Fact]
    public async Task Import_HarvestsAgainWithACorrection_KeepsBothVersions()
    {
        using var lists = await ImportedLists.OpenAsync();
        await lists.ImportAsync(Header + Row("1") + Row("2"));
        await lists.ImportAsync(HarvestHeader + Harvest("1", "2014-09-10,killed,,,polii") + Harvest("2", "2014-09-11,killed,,,polii"), harvests: true);
        lists.Register.Time.Advance(TimeSpan.FromDays(30));

        var counts = await lists.ImportAsync(HarvestHeader + Harvest("1", "2014-09-12,killed,,,polii"), harvests: true);

        Assert.Equal((0, 1, 0, 1), (counts.Added, counts.Changed, counts.Unchanged, counts.VanishedCount));
        var harvest = Assert.Single((await lists.PermitsAsync())[0].Harvests);
        Assert.Equal((2, new LocalDate(2014, 9, 12), "import:list"), (harvest.Version, harvest.On, harvest.CorrectionReason));
        var old = await lists.Register.Store.FindAsync(new(Partitions.Ledger("demo-north", "2014"), LedgerRows.HarvestVersion(1, "h1", 1)), default);
        Assert.NotNull(old);
        Assert.Equal(2, (await lists.BalanceAsync()).Killed);
    }

    [Fact]
    public async Task Import_HarvestOfAnUnknownOrAmbiguousPaper_IsAFault()
    {
        using var lists = await ImportedLists.OpenAsync();
        await lists.ImportAsync(Header + Row("7") + Row("7", hunter: "Petr (invented)"));

        var (job, preview) = await lists.HandInAsync(HarvestHeader + Harvest("8", "2014-09-10,killed,,,polii") + Harvest("7", "2014-09-10,killed,,,polii"), harvests: true);

        Assert.Null(job);
        Assert.Equal([(2, "permit-not-found"), (3, "paper-ambiguous")], preview.Faults.Select(f => (f.Line, f.Code)));
    }
}
