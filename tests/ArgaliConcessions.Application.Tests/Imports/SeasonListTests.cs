using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Application.Tests.Imports;

/// <summary>Today is 1 September 2014; each concession of the register has a season <c>polii</c> since 1 January 2014.</summary>
public sealed class SeasonListTests
{
    private const string Header = $"concession,season,taxon,zones,windows,validFrom,validTo,{RegistryLists.Act},reason\n";

    private static string Row(string season, string validFrom, string windows = "09-01..12-15", string reason = "", string concession = "demo-north", string zones = "") =>
        $"{concession},{season},polii,{zones},{windows},{validFrom},,{RegistryLists.AnAct},{reason}\n";

    [Fact]
    public async Task Import_NewSeasons_AreRecordedWithTheirVersions()
    {
        using var lists = await RegistryLists.OpenAsync();

        var answer = await lists.ImportAsync("seasons", Header + Row("autumn", "2010-01-01", zones: "north|south") + Row("autumn", "2012-01-01", "01.09..15.12; 02-01..02-29", concession: "KT7")
            + Row("autumn", "2014-01-01", "2014-09-01..2014-11-30"));

        Assert.Equal(
            ["2 concessions/demo-north/seasons/autumn New", "3 concessions/demo-north/seasons/autumn NewVersion", "4 concessions/demo-north/seasons/autumn NewVersion"],
            RegistryLists.Actions(answer));
        var versions = (await SeriesAsync(lists, "autumn")).InForce(LawKnowledge.Everything);
        Assert.Equal([new LocalDate(2011, 12, 31), new LocalDate(2013, 12, 31), null], versions.Select(v => v.ValidTo));
        Assert.Equal(["north", "south"], versions[0].Value.Zones.ToArray());
        Assert.Equal([new SeasonWindow.Yearly(new AnnualDate(9, 1), new AnnualDate(12, 15)), new SeasonWindow.Yearly(new AnnualDate(2, 1), new AnnualDate(2, 29))], versions[1].Value.Windows.ToArray());
        Assert.Equal([new SeasonWindow.Once(new LocalDate(2014, 9, 1), new LocalDate(2014, 11, 30))], versions[2].Value.Windows.ToArray());
    }

    [Fact]
    public async Task Import_WindowsAsRows_AreOneSeason()
    {
        using var lists = await RegistryLists.OpenAsync();

        await lists.ImportAsync("seasons", $"concession,season,taxon,from,to,validFrom,{RegistryLists.Act}\n"
            + $"demo-north,autumn,polii,09-01,12-15,2010-01-01,{RegistryLists.AnAct}\n" + "KT7,autumn,,01.02,29.02,1.1.2010,,,\n");

        var season = Assert.Single((await SeriesAsync(lists, "autumn")).All).Value;
        Assert.Equal(["--09-01..--12-15", "--02-01..--02-29"], season.Windows.Cast<SeasonWindow.Yearly>().Select(w => FormattableString.Invariant($"--{w.From:MM-dd}..--{w.To:MM-dd}")));
    }

    [Fact]
    public async Task Import_SameListAgain_ChangesNothing()
    {
        using var lists = await RegistryLists.OpenAsync();
        var list = Header + Row("autumn", "2010-01-01") + Row("autumn", "2012-01-01", "09-01..11-30");
        await lists.ImportAsync("seasons", list);

        var again = await lists.ImportAsync("seasons", list);

        Assert.Equal((0, 0, 2), (again.Preview.Counts!.Added, again.Preview.Counts.Changed, again.Preview.Counts.Unchanged));
        Assert.Equal(2, (await SeriesAsync(lists, "autumn")).All.Count);
    }

    [Fact]
    public async Task Import_LaterVersionOfARecordedSeason_NeedsUpdateOrTheNewestVersionInTheList()
    {
        using var lists = await RegistryLists.OpenAsync();
        await lists.ImportAsync("seasons", Header + Row("autumn", "2010-01-01"));

        var blind = await lists.ImportAsync("seasons", Header + Row("autumn", "2015-01-01", "09-01..11-30"));
        Assert.Equal(["2 windows exists-differently", "2 validFrom exists-differently"], RegistryLists.Faults(blind));

        var seen = await lists.ImportAsync("seasons", Header + Row("autumn", "2010-01-01") + Row("autumn", "2015-01-01", "09-01..11-30"));
        Assert.Equal(["2 concessions/demo-north/seasons/autumn Unchanged", "3 concessions/demo-north/seasons/autumn NewVersion"], RegistryLists.Actions(seen));
        // What is no longer the newest proves nothing.
        var stale = await lists.TryAsync("seasons", Header + Row("autumn", "2010-01-01") + Row("autumn", "2016-01-01", "09-01..10-31"));
        Assert.Contains("3 windows exists-differently", RegistryLists.Faults(stale));
        Assert.Empty(RegistryLists.Faults(await lists.ImportAsync("seasons", Header + Row("autumn", "2016-01-01", "09-01..10-31"), update: true)));
        Assert.Equal(3, (await SeriesAsync(lists, "autumn")).All.Count);
    }

    [Fact]
    public async Task Import_Correction_NeedsUpdateAndAReason()
    {
        using var lists = await RegistryLists.OpenAsync();
        await lists.ImportAsync("seasons", Header + Row("autumn", "2010-01-01"));

        Assert.Equal(["2 windows exists-differently"], RegistryLists.Faults(await lists.ImportAsync("seasons", Header + Row("autumn", "2010-01-01", "09-01..11-30", "misprint"))));
        Assert.Equal(["2 reason correction-reason-missing"], RegistryLists.Faults(await lists.ImportAsync("seasons", Header + Row("autumn", "2010-01-01", "09-01..11-30"), update: true)));
        var done = await lists.ImportAsync("seasons", Header + Row("autumn", "2010-01-01", "09-01..11-30", "misprint"), update: true);

        Assert.Equal((0, 1), (done.Preview.Counts!.Added, done.Preview.Counts.Changed));
        Assert.Equal(new Application.Imports.Registry.CellChange("windows", "09-01..12-15", "09-01..11-30"), Assert.Single(done.Lines!.Value[0].Changes));
        Assert.Equal([null, "misprint"], (await SeriesAsync(lists, "autumn")).All.Select(v => v.Reason));
    }

    [Fact]
    public async Task Import_VersionBeforeTheOneThatRules_IsRefusedThoughUpdateIsAsked()
    {
        using var lists = await RegistryLists.OpenAsync();

        var answer = await lists.ImportAsync("seasons", Header + Row("polii", "2013-01-01"), update: true);

        Assert.Equal(["2 validFrom version-earlier"], RegistryLists.Faults(answer));
    }

    [Theory]
    [InlineData("windows", "10-01", "not-a-window")]
    [InlineData("windows", "1.1..31.1", "not-a-window")]
    [InlineData("windows", "09-01..2014-12-15", "not-a-window")]
    [InlineData("windows", "13-01..14-01", "not-a-window")]
    [InlineData("windows", "02-29..03-10", "window-begins-29-february")]
    [InlineData("windows", "2014-09-01..2014-08-01", "ends-before-it-begins")]
    [InlineData("windows", "09-01..12-15; 12-01..12-31", "windows-overlap")]
    [InlineData("windows", "", "required")]
    [InlineData("zones", "north|nowhere", "zone-unknown")]
    [InlineData("zones", "North", "not-ids")]
    [InlineData("taxon", "unicorn", "taxon-unknown")]
    [InlineData("concession", "nobody", "unknown-concession")]
    [InlineData("season", "Autumn", "not-an-id")]
    [InlineData("validFrom", "yesterday", "not-a-date")]
    [InlineData("validTo", "2009-12-31", "ends-before-it-begins")]
    [InlineData("basisTitle", "", "required")]
    public async Task Try_OneCellSpoiled_IsNamed(string column, string value, string code)
    {
        using var lists = await RegistryLists.OpenAsync();
        var cells = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["concession"] = "demo-north", ["season"] = "autumn", ["taxon"] = "polii", ["zones"] = "", ["windows"] = "09-01..12-15", ["validFrom"] = "2010-01-01",
            ["validTo"] = "", ["basisTitle"] = "Order", ["basisNumber"] = "1", ["basisPublishedOn"] = "2009-01-01",
        };
        cells[column] = value;

        var answer = await lists.TryAsync("seasons", $"{string.Join('\t', cells.Keys)}\n{string.Join('\t', cells.Values)}\n");

        Assert.Equal([$"2 {column} {code}"], RegistryLists.Faults(answer));
    }

    [Fact]
    public async Task Import_CutOffAnywhere_IsCompletedBySendingItAgain()
    {
        var list = Header + Row("autumn", "2010-01-01") + Row("autumn", "2012-01-01", "09-01..11-30") + Row("autumn", "2015-01-01", "09-01..10-31");
        for (var commits = 0; commits < 4; commits++)
        {
            using var lists = await RegistryLists.OpenAsync();
            lists.Register.Store.DieAfter(commits, landsFirst: commits % 2 == 0);
            await Assert.ThrowsAnyAsync<Exception>(() => lists.RunAsync("seasons", list, key: "k"));
            lists.Register.Store.Revive();

            Assert.IsType<Outcome<Application.Imports.ImportAnswer>.Done>(await lists.RunAsync("seasons", list, key: "k"));

            Assert.Equal([1, 2, 3], (await SeriesAsync(lists, "autumn")).All.Select(v => v.Number));
        }
    }

    private static async Task<LawSeries<SeasonTerms>> SeriesAsync(RegistryLists lists, string season) =>
        (await lists.Register.Library.ConcessionAsync("demo-north", LawFreshness.Checked, default))!.Concession.Seasons[season];
}
