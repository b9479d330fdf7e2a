using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Tests;
using Xunit.Abstractions;

namespace ArgaliConcessions.Functions.Tests.Crashes;

/// <summary>
/// What the simulator does on one thread, with real threads, HTTP and <c>kill -9</c>: everything that moves quotas and permits, at once, and the
/// host killed in the middle, again and again.
/// </summary>
public sealed class CascadeKillTests(ITestOutputHelper output) : IDisposable
{
    private const int Rounds = 3;
    private const int OfEach = 3;
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
            await KillAsync(load, round == Rounds - 1 ? OfEach : 0, random.Next(100, 1000));
            await Chains.AtRestAsync(_data, CascadeChecks.AssertSoundAsync);
            using var host = await HostProcess.StartAsync(_data);
            unanswered += await CascadeChecks.AssertRememberedAsync(host.Authority, load.Memory, random);
        }

        output.WriteLine($"{unanswered} requests without an answer; {load.Told}");
        await CascadeChecks.AssertSettlesAsync(_data, StoreUnderTest.Settings(_data));
        load.AssertBusy(OfEach);
        // The host was killed at its work, not before it.
        Assert.NotEqual(0, unanswered);
    }

    /// <summary>Waits until writes are coming in, and for a while that differs from round to round.</summary>
    private async Task KillAsync(CascadeLoad load, int ofEach, int milliseconds)
    {
        using var host = await HostProcess.StartAsync(_data);
        var before = load.Memory.Writes;
        var writing = load.RunAsync(host.Authority, clerks: 8);
        await load.WaitAsync(before + 40, ofEach, writing);
        await Task.WhenAny(writing, Task.Delay(milliseconds));
        host.Kill();
        await writing;
    }
}
