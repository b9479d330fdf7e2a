using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Tests.Imports;

/// <summary>The register has a national quota of 20 argali for 2014 and no line.</summary>
public sealed class QuotaListTests
{
    private const string Header = $"concession,year,line,taxon,sex,minimumAgeYears,purpose,animals,aboveCeilingReason,{RegistryLists.Act},outfitter,outfitterEn\n";

    private static string Line(string concession, string line, int animals, string rest = ",", string reason = "") =>
        FormattableString.Invariant($"{concession},2014,{line},polii,male,7,,{animals},{reason},{RegistryLists.AnAct},{rest}\n");

    private static string National(string taxon, int animals, string reason = "") =>
        FormattableString.Invariant($",2014,,{taxon},,,,{animals},{reason},{RegistryLists.AnAct},,\n");

    [Fact]
    public async Task Import_QuotaAndItsLines_TakeFromEachOtherInTheListsOrder()
    {
        using var lists = await RegistryLists.OpenAsync();
        var list = Header + National("capra", 5) + Line("demo-north", "rams", 12, "firm-a,Firm A") + "demo-north,2014,rams,,,,,,,,,,firm-b,Firm B\n" + Line("KT8", "rams", 8, "nobody,")
            + Line("demo-south", "goats", 5).Replace("polii", "capra", StringComparison.Ordinal);

        var tried = await lists.TryAsync("quotas", list);
        Assert.Null(await lists.Register.Lines.FindAsync("demo-north", "2014", "rams", default));
        var answer = await lists.ImportAsync("quotas", list);

        Assert.Equal(
            ["2 quotas/2014/capra New", "3 concessions/demo-north/quotas/2014/rams New", "5 concessions/demo-south/quotas/2014/rams New", "6 concessions/demo-south/quotas/2014/goats New"],
            RegistryLists.Actions(answer));
        Assert.Equal(RegistryLists.Actions(tried), RegistryLists.Actions(answer));
        var north = await LineAsync(lists, "demo-north");
        Assert.Equal((12, Sex.Male, 7, QuotaPurpose.Trophy), (north.Animals, north.Sex, north.MinimumAgeYears, north.Purpose));
        Assert.Equal(["firm-a", "firm-b"], north.Outfitters!.Value.Select(o => o.Id));
        Assert.True((await LineAsync(lists, "demo-south")).Outfitters is { IsEmpty: true });
        Assert.Equal((20, 5), (await AllocatedAsync(lists, "argali"), await AllocatedAsync(lists, "capra")));
    }

    [Fact]
    public async Task Try_MoreThanTheNationalQuota_CountsTheLinesAbove()
    {
        using var lists = await RegistryLists.OpenAsync();

        var answer = await lists.TryAsync("quotas", Header + Line("demo-north", "rams", 12) + Line("demo-south", "rams", 8) + Line("demo-south", "more", 1));

        Assert.Equal(["4 animals national-quota-exceeded"], RegistryLists.Faults(answer));
        var early = await lists.TryAsync("quotas", Header + Line("demo-south", "goats", 5).Replace("polii", "capra", StringComparison.Ordinal) + National("capra", 5));
        Assert.Equal(["2 taxon national-quota-missing"], RegistryLists.Faults(early));
    }

    [Fact]
    public async Task Import_MovedFromLineToLine_WorksInTheOrderThatGivesFirst()
    {
        using var lists = await RegistryLists.OpenAsync();
        await lists.ImportAsync("quotas", Header + Line("demo-north", "rams", 12) + Line("demo-south", "rams", 8));
        var (less, more) = (Line("demo-north", "rams", 10), Line("demo-south", "rams", 10));

        Assert.Equal(["2 animals exists-differently", "3 animals exists-differently"], RegistryLists.Faults(await lists.ImportAsync("quotas", Header + less + more)));
        Assert.Equal(["2 animals national-quota-exceeded"], RegistryLists.Faults(await lists.ImportAsync("quotas", Header + more + less, update: true)));
        Assert.Equal(12, (await LineAsync(lists, "demo-north")).Animals);
        Assert.Empty(RegistryLists.Faults(await lists.ImportAsync("quotas", Header + less + more, update: true)));

        Assert.Equal((10, 10, 20), ((await LineAsync(lists, "demo-north")).Animals, (await LineAsync(lists, "demo-south")).Animals, await AllocatedAsync(lists, "argali")));
        var again = await lists.ImportAsync("quotas", Header + less + more);
        Assert.Equal(2, again.Preview.Counts!.Unchanged);
    }

    [Fact]
    public async Task Import_LineAboveItsSurvey_NeedsAReasonAndCountsTheLinesAbove()
    {
        using var lists = await RegistryLists.OpenAsync();
        await lists.Register.Law.ConcessionSurveyAsync("demo-north", day: 1, lowerBound: 1_000);

        var answer = await lists.ImportAsync("quotas", Header + Line("demo-north", "rams", 6) + Line("demo-north", "more", 6));
        Assert.Equal(["3 animals above-survey-ceiling"], RegistryLists.Faults(answer));
        Assert.Null(await lists.Register.Lines.FindAsync("demo-north", "2014", "rams", default));

        Assert.Empty(RegistryLists.Faults(await lists.ImportAsync("quotas", Header + Line("demo-north", "rams", 6) + Line("demo-north", "more", 6, reason: "as agreed"))));
    }

    [Fact]
    public async Task Import_LoweredBelowWhatStands_IsRefusedThoughUpdateIsAsked()
    {
        using var lists = await RegistryLists.OpenAsync();
        await lists.ImportAsync("quotas", Header + Line("demo-north", "rams", 2));
        await lists.Register.IssuedAsync();

        Assert.Equal(["2 animals line-below-issued"], RegistryLists.Faults(await lists.ImportAsync("quotas", Header + Line("demo-north", "rams", 0), update: true)));
        Assert.Equal(["2 animals quota-below-allocated"], RegistryLists.Faults(await lists.ImportAsync("quotas", Header + National("argali", 1), update: true)));
        Assert.Equal(["2 taxon line-taxon-fixed"], RegistryLists.Faults(await lists.ImportAsync(
            "quotas", Header + Line("demo-north", "rams", 2).Replace("polii", "argali", StringComparison.Ordinal), update: true)));
    }

    [Theory]
    [InlineData("concession", "", "line not-of-national")]
    [InlineData("concession", "nobody", "concession unknown-concession")]
    [InlineData("line", "", "line required")]
    [InlineData("line", "Rams", "line not-an-id")]
    [InlineData("year", "2013", "year unknown-year")]
    [InlineData("taxon", "unicorn", "taxon unknown-taxon")]
    [InlineData("sex", "ram or ewe", "sex unknown-word")]
    [InlineData("sex", "", "sex required")]
    [InlineData("minimumAgeYears", "31", "minimumAgeYears not-a-whole-number")]
    [InlineData("purpose", "meat", "purpose unknown-word")]
    [InlineData("animals", "", "animals required")]
    [InlineData("animals", "-1", "animals not-a-whole-number")]
    [InlineData("animals", "10001", "animals not-a-whole-number")]
    [InlineData("animals", "1e1", "animals not-a-whole-number")]
    [InlineData("basisTitle", "", "basisTitle required")]
    [InlineData("outfitter", "", "outfitter required")]
    [InlineData("outfitter", "nobody", "outfitter nobody-and-somebody")]
    [InlineData("acceptOverAllocation", "why not", "acceptOverAllocation not-of-line")]
    public async Task Try_OneCellSpoiled_IsNamed(string column, string value, string fault)
    {
        using var lists = await RegistryLists.OpenAsync();
        var cells = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["concession"] = "demo-north", ["year"] = "2014", ["line"] = "rams", ["taxon"] = "polii", ["sex"] = "male", ["minimumAgeYears"] = "7", ["purpose"] = "trophy",
            ["animals"] = "3", ["basisTitle"] = "Order", ["basisNumber"] = "1", ["basisPublishedOn"] = "2009-01-01", ["outfitter"] = "firm", ["outfitterEn"] = "Firm",
            ["acceptOverAllocation"] = "",
        };
        cells[column] = value;

        var answer = await lists.TryAsync("quotas", $"{string.Join(',', cells.Keys)}\n{string.Join(',', cells.Values)}\n");

        Assert.Contains($"2 {fault}", RegistryLists.Faults(answer));
        Assert.Empty(answer.Lines!.Value);
    }

    [Fact]
    public async Task Import_CutOffAnywhere_IsCompletedBySendingItAgain()
    {
        var list = Header + National("capra", 5) + Line("demo-north", "rams", 12) + Line("demo-south", "rams", 8);
        for (var commits = 0; commits < 10; commits++)
        {
            using var lists = await RegistryLists.OpenAsync();
            lists.Register.Store.DieAfter(commits, landsFirst: commits % 2 == 0);
            await Assert.ThrowsAnyAsync<Exception>(() => lists.RunAsync("quotas", list, key: "k"));
            lists.Register.Store.Revive();

            var done = Assert.IsType<Outcome<Application.Imports.ImportAnswer>.Done>(await lists.RunAsync("quotas", list, key: "k"));

            Assert.Empty(RegistryLists.Faults(done.Value));
            Assert.Equal((12, 8, 20), ((await LineAsync(lists, "demo-north")).Animals, (await LineAsync(lists, "demo-south")).Animals, await AllocatedAsync(lists, "argali")));
        }
    }

    private static async Task<QuotaLine> LineAsync(RegistryLists lists, string concession) =>
        (await lists.Register.Lines.FindAsync(concession, "2014", "rams", default))!.Latest.Revision.Value;

    private static async Task<int> AllocatedAsync(RegistryLists lists, string taxon) =>
        (await lists.Register.Store.ReadAsync<NationalQuotaRow>(Partitions.Law, QuotaRows.National("2014", taxon), default))!.Value.Allocated;
}
