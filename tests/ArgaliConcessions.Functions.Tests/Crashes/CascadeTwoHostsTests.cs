using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Storage.AzureTables;
using ArgaliConcessions.Tests;
using Xunit.Abstractions;

namespace ArgaliConcessions.Functions.Tests.Crashes;

/// <summary>The cascade with two processes on one table: requests that are sent twice go to both, one dies, the other goes on.</summary>
[Trait("Category", "Azurite")]
public sealed class CascadeTwoHostsTests(ITestOutputHelper output) : IDisposable
{
    private const int Rounds = 2;
    private const int OfEach = 2;
    private const int Seed = 20150207;
    private readonly string _data = Directory.CreateTempSubdirectory("argali-pair-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [SkippableFact]
    public async Task Host_KilledBesideAnother_OversellsDoublesAndLosesNothing()
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        var settings = StoreUnderTest.OnAzurite(_data, Azurite.ConnectionString);
        var (random, load) = (new Random(Seed), new CascadeLoad(Seed));
        using var living = await HostProcess.StartAsync(_data, settings);
        await CascadeRegister.EnterAsync(living.Authority);
        for (var round = 0; round < Rounds; round++)
        {
            await KillAsync(load, living, round == Rounds - 1 ? OfEach : 0, settings);
            await CascadeChecks.AssertSoundAsync(AzureTablesRecordTable.Open(Azurite.Table(StoreUnderTest.TableOf(_data))));
            await CascadeChecks.AssertRememberedAsync(living.Authority, load.Memory, random);
        }

        output.WriteLine(load.Told);
        living.Kill();
        await CascadeChecks.AssertSettlesAsync(_data, settings);
        load.AssertBusy(OfEach);
    }

    /// <summary>Both write; one is killed, and the other goes on for a while.</summary>
    private async Task KillAsync(CascadeLoad load, HostProcess living, int ofEach, IReadOnlyDictionary<string, string?> settings)
    {
        using var dying = await HostProcess.StartAsync(_data, settings);
        using var stop = new CancellationTokenSource();
        var before = load.Memory.Writes;
        var (first, second) = (load.RunAsync(dying.Authority, clerks: 4, other: living.Authority), load.RunAsync(living.Authority, clerks: 4, stop.Token, dying.Authority));
        await load.WaitAsync(before + 40, 0, first);
        dying.Kill();
        await first;
        await load.WaitAsync(load.Memory.Writes + 20, ofEach, second);
        await stop.CancelAsync();
        await second;
    }
}
