using ArgaliConcessions.Application.Concessions;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Tests.Concessions;

/// <summary>A concession is two commits: its code is claimed in the directory, then its terms are recorded.</summary>
public sealed class PutConcessionTests : IAsyncLifetime
{
    private TestRegister _register = null!;

    public async Task InitializeAsync() => _register = await TestRegister.OpenAsync();

    public Task DisposeAsync()
    {
        _register.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    public async Task Death_AnywhereThenTheSameAgain_CompletesIt(int afterCommits, bool lands)
    {
        _register.Store.DieAfter(afterCommits, lands);
        await Assert.ThrowsAsync<RecordStoreException>(() => PutAsync("new", "NEW1"));
        _register.Store.Revive();

        var again = await PutAsync("new", "NEW1");

        Assert.Equal(1, Assert.IsType<Outcome<ConcessionStanding>.Done>(again).Value.Reading.Latest);
        Assert.Equal("new", await _register.Library.ConcessionIdAsync("NEW1", default));
    }

    [Fact]
    public async Task Death_AfterTheClaim_LeavesNoConcessionButTheCodeTaken()
    {
        _register.Store.DieAfter(1);
        await Assert.ThrowsAsync<RecordStoreException>(() => PutAsync("new", "NEW1"));
        _register.Store.Revive();

        Assert.Null(await _register.Library.ReadAsync("new", LawFreshness.Checked, default));
        var rival = await PutAsync("rival", "NEW1");
        Assert.Equal("code-taken", Assert.IsType<Outcome<ConcessionStanding>.Refused>(rival).Refusal.Code);
    }

    [Fact]
    public async Task Race_ForOneCode_ExactlyOneGetsIt()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => PutAsync($"racer-{i}", "RACE"))));

        Assert.Single(outcomes.OfType<Outcome<ConcessionStanding>.Done>());
        Assert.All(outcomes.OfType<Outcome<ConcessionStanding>.Refused>(), refused => Assert.Equal("code-taken", refused.Refusal.Code));
    }

    private Task<Outcome<ConcessionStanding>> PutAsync(string id, string code)
    {
        var put = new PutConcession(
            _register.Library, new ConcessionDirectory(_register.Store, _register.Chain), _register.Chain, new LegalCalendar(_register.Time));
        var terms = new ConcessionTerms(code, LocalizedNames.Of("en", id), "gbao", [], new Tenure(new(2010, 1, 1), null), [], []);
        return put.RunAsync(id, new RevisionDraft<ConcessionTerms>(terms, TestLaw.Act), Precondition.None, TestRegister.Clerk, default);
    }
}
