using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Seasons;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Application.Tests.Zones;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Application.Tests.Law;

public sealed class LawLibraryTests : IAsyncLifetime
{
    private static readonly string[] BothHeads = ["concession/demo-north head", "law head"];
    private TestRegister _register = null!;
    private WatchedStore _watched = null!;
    private LawLibrary _library = null!;

    public async Task InitializeAsync()
    {
        _register = await TestRegister.OpenAsync();
        _watched = new WatchedStore(_register.Store);
        _library = new LawLibrary(_watched, _register.Time, new LawLibraryOptions());
    }

    public Task DisposeAsync()
    {
        _register.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Read_HeadsFresh_ReadsNothing()
    {
        await ReadAsync();
        _watched.Forget();
        _register.Time.Advance(TimeSpan.FromSeconds(30));

        await ReadAsync();

        Assert.Empty(_watched.Reads);
    }

    [Fact]
    public async Task Read_HeadsStale_ReadsBothHeadsAndNothingElse()
    {
        await ReadAsync();
        _watched.Forget();
        _register.Time.Advance(TimeSpan.FromSeconds(31));

        await ReadAsync();

        Assert.Equal(BothHeads, _watched.Reads);
    }

    [Fact]
    public async Task Read_HeadsStale_BesideThePermitAllThreeAtOnce()
    {
        await ReadAsync();
        _register.Time.Advance(TimeSpan.FromSeconds(31));
        _watched.HoldUntil(3);

        // Were any of the three to wait for another, the hold would never open.
        var law = ReadAsync();
        var permit = _watched.FindAsync(new("ledger/demo-north/2014", "p/00001"), default);

        await permit;
        Assert.NotNull(await law);
    }

    [Fact]
    public async Task Read_Checked_AlwaysReadsBothHeads()
    {
        await ReadAsync();
        _watched.Forget();

        await ReadAsync(LawFreshness.Checked);

        Assert.Equal(BothHeads, _watched.Reads);
    }

    [Fact]
    public async Task Read_ManyAtOnceWhenStale_CheckOnce()
    {
        await ReadAsync();
        _register.Time.Advance(TimeSpan.FromSeconds(31));
        _watched.Forget();
        _watched.HoldUntil(2);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => ReadAsync())));

        Assert.Equal(BothHeads, _watched.Reads);
    }

    [Fact]
    public async Task Read_AnotherInstanceChangedOneRow_ReadsThatRowOnly()
    {
        var before = await ReadAsync();
        await PutSeasonAsync("ibex-autumn");
        _register.Time.Advance(TimeSpan.FromSeconds(31));
        _watched.Forget();

        var after = await ReadAsync();

        Assert.DoesNotContain("ibex-autumn", before!.Book.Concession.Seasons.Keys);
        Assert.Contains("ibex-autumn", after!.Book.Concession.Seasons.Keys);
        Assert.Equal(before.Pins.Concession + 1, after.Pins.Concession);
        Assert.Equal(
            ["concession/demo-north a/*", "concession/demo-north head", "concession/demo-north head", "concession/demo-north s/ibex-autumn/0001", "law head"],
            _watched.Reads);
    }

    [Fact]
    public async Task Read_WithinFreshness_MayBeOldAndSaysHowOld()
    {
        await ReadAsync();
        var checkedAt = Instant.FromDateTimeOffset(_register.Time.GetUtcNow());
        await PutSeasonAsync("ibex-autumn");
        _register.Time.Advance(TimeSpan.FromSeconds(20));

        var cached = await ReadAsync();

        Assert.DoesNotContain("ibex-autumn", cached!.Book.Concession.Seasons.Keys);
        Assert.Equal(checkedAt, cached.KnownAt);
        Assert.Contains("ibex-autumn", (await ReadAsync(LawFreshness.Checked))!.Book.Concession.Seasons.Keys);
    }

    [Fact]
    public async Task Read_OnlyLawChecked_KnownAtIsTheOlderCheck()
    {
        await ReadAsync();
        var older = Instant.FromDateTimeOffset(_register.Time.GetUtcNow());
        _register.Time.Advance(TimeSpan.FromSeconds(10));
        await _library.NationalAsync(LawFreshness.Checked, default);

        Assert.Equal(older, (await ReadAsync())!.KnownAt);
    }

    [Fact]
    public async Task Read_LongHistoryMissed_ReadsAllAgainAndAgrees()
    {
        await ReadAsync();
        for (var year = 0; year < 210; year++) await PutSeasonAsync("autumn", new LocalDate(2015, 1, 1).PlusDays(year));

        var caughtUp = await ReadAsync(LawFreshness.Checked);

        Assert.Equal(210, caughtUp!.Book.Concession.Seasons["autumn"].All.Count);
        Assert.Equal((await new LawLibrary(_register.Store, _register.Time, new LawLibraryOptions()).ReadAsync("demo-north", LawFreshness.Checked, default))!.Pins, caughtUp.Pins);
    }

    [Fact]
    public async Task Read_WhileOthersWrite_EveryReadingIsTheStateOfItsHead()
    {
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++) await PutSeasonAsync("autumn", new LocalDate(2015, 1, 1).PlusDays(i));
        });
        var first = (await ReadAsync(LawFreshness.Checked))!;
        while (!writing.IsCompleted)
        {
            var law = (await ReadAsync(LawFreshness.Checked))!;
            var versions = law.Book.Concession.Seasons.TryGetValue("autumn", out var series) ? series.All.Count : 0;
            var base0 = first.Book.Concession.Seasons.TryGetValue("autumn", out var at) ? at.All.Count : 0;
            Assert.Equal(law.Pins.Concession - first.Pins.Concession, versions - base0);
        }

        await writing;
    }

    [Fact]
    public async Task Read_UnknownConcessionOrId_IsNullAndRefused()
    {
        Assert.Null(await _library.ReadAsync("nobody", LawFreshness.Cached, default));
        Assert.Null(await _library.ReadAsync(new string('x', 5000), LawFreshness.Cached, default));
        var outcome = await _library.RequireAsync("nobody", LawFreshness.Cached, default);
        Assert.Equal("concession-not-found", Assert.IsType<Outcome<LawReading>.Refused>(outcome).Refusal.Code);
    }

    [Fact]
    public async Task ConcessionId_AskedAgain_ReadsNothing()
    {
        Assert.Equal("demo-north", await _library.ConcessionIdAsync("KT7", default));
        Assert.Null(await _library.ConcessionIdAsync("KT9", default));
        _watched.Forget();

        Assert.Equal("demo-north", await _library.ConcessionIdAsync("KT7", default));

        Assert.Empty(_watched.Reads);
    }

    [Fact]
    public async Task Read_OwnZoneRecordedElsewhere_IsOnTheMapWithTheHead()
    {
        await ReadAsync();
        await new ZoneBench(_register).PutAsync("demo-north", "west", 72.0, 38.0);
        _register.Time.Advance(TimeSpan.FromSeconds(31));
        _watched.Forget();

        var law = await ReadAsync();

        Assert.Equal(["west"], law!.Book.Map.At(72.05, 38.05, new LocalDate(2015, 1, 1)).Select(z => z.Ref.Zone));
        Assert.DoesNotContain("zonemap head", _watched.Reads);
    }

    [Fact]
    public async Task AsKnown_BeforeAZoneWasRecorded_LeavesItOffTheMap()
    {
        var before = Instant.FromDateTimeOffset(_register.Time.GetUtcNow());
        _register.Time.Advance(TimeSpan.FromMinutes(1));
        await new ZoneBench(_register).PutAsync("demo-north", "west", 72.0, 38.0);

        var law = (await ReadAsync(LawFreshness.Checked))!;

        Assert.Single(law.Book.Map.At(72.05, 38.05, new LocalDate(2015, 1, 1)));
        Assert.Empty(law.AsKnown(new LawKnowledge(before)).Map.At(72.05, 38.05, new LocalDate(2015, 1, 1)));
        Assert.Same(law.Book.Map, law.AsKnown(LawKnowledge.Everything).Map);
    }

    [Fact]
    public async Task Read_NothingChanged_AnswersTheSameBook()
    {
        var book = (await ReadAsync())!.Book;

        Assert.Same(book, (await ReadAsync(LawFreshness.Checked))!.Book);
        await PutSeasonAsync("ibex-autumn");
        Assert.NotSame(book, (await ReadAsync(LawFreshness.Checked))!.Book);
    }

    [Fact]
    public async Task Map_ZoneWithoutTolerance_TakesTheAuthoritysAsItChanges()
    {
        await ReadAsync();
        await _register.Law.AuthorityAsync(new RuleSettings { ZoneToleranceMetres = 120 }, revision: 2);

        var zone = (await ReadAsync(LawFreshness.Checked))!.Book.Map.Find("demo-north", "north", new LocalDate(2015, 1, 1));

        Assert.Equal(120, zone!.ToleranceMetres);
        var map = await _library.MapAsync(LawFreshness.Cached, default);
        Assert.Equal(120, map.Map.Find("demo-north", "north", new LocalDate(2015, 1, 1))!.ToleranceMetres);
    }

    private Task<LawReading?> ReadAsync(LawFreshness freshness = LawFreshness.Cached) => _library.ReadAsync("demo-north", freshness, default);

    private async Task PutSeasonAsync(string season, LocalDate? validFrom = null)
    {
        var terms = new SeasonTerms("polii", [], [new SeasonWindow.Yearly(new(9, 1), new(12, 1))]);
        var put = new PutSeason(_register.Library, _register.Chain, new LegalCalendar(_register.Time));
        var draft = new VersionDraft<SeasonTerms>(validFrom ?? new LocalDate(2015, 1, 1), null, TestLaw.Act, terms);
        var outcome = await put.RunAsync("demo-north", season, draft, new Precondition(validFrom is null || validFrom == new LocalDate(2015, 1, 1) ? null : "*", false), TestRegister.Clerk, default);
        Assert.IsType<Outcome<VersionReading<SeasonTerms>>.Done>(outcome);
    }
}
