using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Application.Tests.Zones;

/// <summary>A boundary write is three commits: claim, record, confirm. Whatever dies between them, the ground is in the end one concession's or nobody's.</summary>
public sealed class ZoneClaimTests : IAsyncLifetime
{
    private TestRegister _register = null!;
    private ZoneBench _bench = null!;

    public async Task InitializeAsync()
    {
        _register = await TestRegister.OpenAsync();
        _bench = new ZoneBench(_register);
    }

    public Task DisposeAsync()
    {
        _register.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(0, false, "none", false)]
    [InlineData(0, true, "claimed", false)]
    [InlineData(1, false, "claimed", false)]
    [InlineData(1, true, "claimed", true)]
    [InlineData(2, false, "claimed", true)]
    [InlineData(2, true, "recorded", true)]
    public async Task Death_AnywhereThenSameBodyAgain_CompletesIt(int after, bool lands, string row, bool recorded)
    {
        await DieAsync(after, lands);
        Assert.Equal(row, await _bench.RowAsync("demo-north", "west"));
        Assert.Equal(recorded, await _bench.IsRecordedAsync("demo-north", "west"));

        await new ZoneBench(_register).PutAsync("demo-north", "west", 72.0, 38.0);

        Assert.Equal("recorded", await _bench.RowAsync("demo-north", "west"));
        Assert.True(await _bench.IsRecordedAsync("demo-north", "west"));
    }

    [Theory]
    [InlineData(0, true, 0, 1)]
    [InlineData(1, false, 0, 1)]
    [InlineData(1, true, 1, 0)]
    [InlineData(2, false, 1, 0)]
    [InlineData(2, true, 0, 0)]
    public async Task Death_ThenTheTimer_ConfirmsOrDropsTheClaim(int after, bool lands, int confirmed, int dropped)
    {
        await DieAsync(after, lands);
        Assert.Equal(new ZoneClaimsSettled(0, 0, 0), await SettleAsync());
        _register.Time.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(new ZoneClaimsSettled(confirmed, dropped, 0), await SettleAsync());

        Assert.Equal(await _bench.IsRecordedAsync("demo-north", "west") ? "recorded" : "none", await _bench.RowAsync("demo-north", "west"));
        Assert.Equal(new ZoneClaimsSettled(0, 0, 0), await SettleAsync());
    }

    [Fact]
    public async Task Death_AfterTheClaim_NobodyElseGetsTheGroundUntilItIsSettled()
    {
        await DieAsync(1, lands: false);

        var meanwhile = await _bench.TryAsync("demo-south", "rival", 72.05, 38.0);
        _register.Time.Advance(TimeSpan.FromMinutes(3));
        await SettleAsync();
        var afterwards = await new ZoneBench(_register).TryAsync("demo-south", "rival", 72.05, 38.0);

        Assert.Equal("busy", Assert.IsType<Outcome<ZoneReading>.Refused>(meanwhile).Refusal.Code);
        Assert.IsType<Outcome<ZoneReading>.Done>(afterwards);
        var late = await new ZoneBench(_register).TryAsync("demo-north", "west", 72.0, 38.0);
        Assert.Equal("zone-overlap", Assert.IsType<Outcome<ZoneReading>.Refused>(late).Refusal.Code);
    }

    [Fact]
    public async Task Death_AfterTheRecord_TheGroundIsTakenAlthoughTheMapCallsItAClaim()
    {
        await DieAsync(2, lands: false);

        var rival = await _bench.TryAsync("demo-south", "rival", 72.05, 38.0);

        Assert.Equal("zone-overlap", Assert.IsType<Outcome<ZoneReading>.Refused>(rival).Refusal.Code);
    }

    [Fact]
    public async Task Claim_OfAnotherBodyForTheSameVersion_IsWaitedFor()
    {
        await DieAsync(1, lands: false);

        var other = await _bench.TryAsync("demo-north", "west", 72.01, 38.0);

        Assert.Equal("busy", Assert.IsType<Outcome<ZoneReading>.Refused>(other).Refusal.Code);
    }

    [Fact]
    public async Task SlowWriter_WhoseClaimWasDropped_RecordsNothing()
    {
        var settled = false;
        _register.Store.BeforeCommit = async partition =>
        {
            if (settled || partition != Partitions.Concession("demo-north")) return;
            // Just before the writer's record lands, the timer finds the claim too old and gives it up.
            settled = true;
            _register.Time.Advance(TimeSpan.FromMinutes(3));
            var slowerMachine = new TestInstance(_register);
            Assert.Equal(new ZoneClaimsSettled(0, 1, 0), await slowerMachine.Settle.RunAsync(TestRegister.Clerk, default));
        };

        var outcome = await _register.Time.RunAsync(_bench.TryAsync("demo-north", "west", 72.0, 38.0), TimeSpan.FromMilliseconds(50));

        Assert.Equal("busy", Assert.IsType<Outcome<ZoneReading>.Refused>(outcome).Refusal.Code);
        Assert.False(await _bench.IsRecordedAsync("demo-north", "west"));
        Assert.Equal("none", await _bench.RowAsync("demo-north", "west"));
        await new ZoneBench(_register).PutAsync("demo-north", "west", 72.0, 38.0);
    }

    [Fact]
    public async Task Refused_Overlap_WritesNothingAtAll()
    {
        await _bench.PutAsync("demo-north", "west", 72.0, 38.0);
        _register.Store.ResetCounts();

        var refused = await _bench.TryAsync("demo-south", "rival", 72.05, 38.0);

        Assert.Equal("zone-overlap", Assert.IsType<Outcome<ZoneReading>.Refused>(refused).Refusal.Code);
        Assert.Equal(0, _register.Store.Commits);
    }

    [Fact]
    public async Task Import_DiesHalfWay_IsCompletedBySendingItAgain()
    {
        ZoneImportItem[] items = [.. Enumerable.Range(0, 5).Select(i => new ZoneImportItem(i, "demo-north", $"z{i}", ZoneBench.Draft(72.0 + (0.1 * i), 39.0)))];
        var request = new ImportRequest(new string('a', 64), new string('b', 64));
        _register.Store.DieAfter(7);
        await Assert.ThrowsAsync<RecordStoreException>(() => _bench.Import.RunAsync(items, null, request, TestRegister.Clerk, default));
        _register.Store.Revive();

        var again = await new ZoneBench(_register).Import.RunAsync(items, null, request, TestRegister.Clerk, default);

        Assert.True(Assert.IsType<Outcome<ZoneImportReport>.Done>(again).Value.Good);
        foreach (var item in items) Assert.Equal("recorded", await _bench.RowAsync("demo-north", item.Zone));
    }

    private async Task DieAsync(int afterCommits, bool lands)
    {
        _register.Store.DieAfter(afterCommits, lands);
        try
        {
            await _bench.TryAsync("demo-north", "west", 72.0, 38.0);
        }
        catch (RecordStoreException)
        {
            // The process is dead; what it would have said nobody hears.
        }

        _register.Store.Revive();
    }

    private Task<ZoneClaimsSettled> SettleAsync() => new ZoneBench(_register).Settle.RunAsync(TestRegister.Clerk, default);

    /// <summary>Another process on the same store: its own gates and its own memory.</summary>
    private sealed class TestInstance(TestRegister register)
    {
        public SettleZoneClaims Settle
        {
            get
            {
                var library = new LawLibrary(register.Store, register.Time, new LawLibraryOptions());
                var chain = new ChainWriter(register.Store, register.Time, new SeededIds(99), new PartitionGates());
                return new SettleZoneClaims(library, chain, register.Store, register.Ids, new LegalCalendar(register.Time));
            }
        }
    }
}
