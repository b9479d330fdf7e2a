using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Functions.Tests.Crashes;

/// <summary>
/// What the simulator does on one thread, with real threads, HTTP and <c>kill -9</c>: everything that moves quotas and permits, at once, and the
/// host killed in the middle, again and again.
/// </summary>
public sealed class CascadeKillTests : IDisposable
{
    private const int Rounds = 4;
    private const int Seed = 20140801;
    private readonly string _data = Directory.CreateTempSubdirectory("argali-cascade-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Host_KilledWhileQuotasAndPermitsMove_OversellsDoublesAndLosesNothing()
    {
        var (random, load) = (new Random(Seed), new CascadeLoad(Seed));
        using (var first = await HostProcess.StartAsync(_data)) await CascadeRegister.EnterAsync(first.Authority);
        var unanswered = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await KillAsync(load, random.Next(300, 1200));
            await Chains.AtRestAsync(_data, CascadeChecks.AssertSoundAsync);
            using var host = await HostProcess.StartAsync(_data);
            unanswered += await CascadeChecks.AssertRememberedAsync(host.Authority, load.Memory, random);
        }

        await CascadeChecks.AssertSettlesAsync(_data, StoreUnderTest.Settings(_data));
        load.AssertBusy(least: 2);
        Assert.True(unanswered >= Rounds, $"{unanswered} requests without an answer");
    }

    /// <summary>Waits until writes are coming in, and for a while that differs from round to round.</summary>
    private async Task KillAsync(CascadeLoad load, int milliseconds)
    {
        using var host = await HostProcess.StartAsync(_data);
        var before = load.Memory.Writes;
        var writing = load.RunAsync(host.Authority, clerks: 8);
        while (load.Memory.Writes < before + 40 && !writing.IsCompleted) await Task.Delay(10);
        await Task.WhenAny(writing, Task.Delay(milliseconds));
        host.Kill();
        await writing;
    }
}
