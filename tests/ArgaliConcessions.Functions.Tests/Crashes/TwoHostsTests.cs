using System.Net;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Functions.Tests.Crashes;

/// <summary>Two processes of the program on one table of the Table service, as two instances of the deployed app are.</summary>
[Trait("Category", "Azurite")]
public sealed class TwoHostsTests : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("argali-two-").FullName;
    private HostProcess? _first, _second;

    public async Task InitializeAsync()
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        var settings = StoreUnderTest.OnAzurite(_data, Azurite.ConnectionString);
        // Side by side on an empty folder: one of them makes the key, the other takes it.
        var hosts = await Task.WhenAll(HostProcess.StartAsync(_data, settings), HostProcess.StartAsync(_data, settings));
        (_first, _second) = (hosts[0], hosts[1]);
        await SmallRegister.EnterAsync(_first.Authority);
    }

    public Task DisposeAsync()
    {
        _first?.Dispose();
        _second?.Dispose();
        Directory.Delete(_data, recursive: true);
        return Task.CompletedTask;
    }

    [SkippableFact]
    public async Task Issue_FiftyAtTwoHostsForTenPlaces_IssuesTen()
    {
        const string Ten = """{"taxon":"polii","sex":"male","minimumAgeYears":5,"purpose":"trophy","animals":10,"basis":""" + SmallRegister.Basis + "}";
        using var standing = await _first!.Authority.GetAsync("concessions/north/quotas/2014/rams");
        await _first.Authority.PutJsonAsync("concessions/north/quotas/2014/rams", Ten, standing.Headers.ETag!.Tag).JsonAsync(HttpStatusCode.OK);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => PatientClerk.IssueAsync(Host(i).Authority, $"k{i}")));
        Assert.Equal((10, 40), (answers.Count(a => a.Status == HttpStatusCode.Created), answers.Count(a => a.Status == HttpStatusCode.Conflict)));
        await Ledger.AssertAsync(_second!.Authority, [.. answers.Where(a => a.Status == HttpStatusCode.Created).Select(a => PatientClerk.NumberIn(a.Body))]);
    }

    [SkippableFact]
    public async Task Issue_SameKeyAtBothAtOnce_IsOnePermitAndOneAnswer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => PatientClerk.IssueAsync(Host(i).Authority, $"same-{i / 4}")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.Status));
        Assert.Equal(3, answers.Select(a => a.Body).Distinct().Count());
        await Ledger.AssertAsync(_first!.Authority, [.. answers.Select(a => PatientClerk.NumberIn(a.Body)).Distinct()]);
    }

    [SkippableFact]
    public async Task Host_KilledWhileBothWrite_TheOtherGoesOnAndNothingIsLost()
    {
        var (dying, living) = (new WriteLoad(1, seed: 5), Enumerable.Range(0, 30).Select(i => $"living-{i}").ToList());
        var writing = dying.RunAsync(_first!.Authority);
        var issuing = Task.WhenAll(Enumerable.Range(0, 3).Select(clerk => Task.Run(() => IssueAllAsync(living.Where((_, i) => i % 3 == clerk)))));
        while (dying.Permits.Count < 10 && !writing.IsCompleted) await Task.Delay(10);
        _first.Kill();
        await writing;
        await issuing;

        var permits = dying.Permits.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var key in dying.Unanswered.Concat(living)) permits.Add(PatientClerk.NumberIn((await PatientClerk.IssueAsync(_second!.Authority, key)).Body));
        await Ledger.AssertAsync(_second!.Authority, permits);
        Assert.Equal([], (await Chains.VerifyAsync(ArgaliConcessions.Storage.AzureTables.AzureTablesRecordTable.Open(Azurite.Table(StoreUnderTest.TableOf(_data))))).Faults);
    }

    private async Task IssueAllAsync(IEnumerable<string> keys)
    {
        foreach (var key in keys) Assert.Equal(HttpStatusCode.Created, (await PatientClerk.IssueAsync(_second!.Authority, key)).Status);
    }

    private HostProcess Host(int i) => i % 2 == 0 ? _first! : _second!;
}
