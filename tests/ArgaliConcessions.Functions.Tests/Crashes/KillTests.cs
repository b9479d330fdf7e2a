using System.Net;
using System.Text.Json;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Crashes;

/// <summary><c>kill -9</c> in the middle of a write load, again and again: what was acknowledged is there, nothing is half there.</summary>
public sealed class KillTests : IDisposable
{
    private const int Rounds = 5;
    private const int Seed = 20150314;
    private readonly string _data = Directory.CreateTempSubdirectory("argali-kill-").FullName;
    private readonly HashSet<string> _permits = new(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Host_KilledWhileItWrites_KeepsAllItAcknowledgedAndNothingHalf()
    {
        var random = new Random(Seed);
        using (var first = await HostProcess.StartAsync(_data)) await SmallRegister.EnterAsync(first.Authority);
        var acknowledged = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var load = new WriteLoad(round, random.Next());
            await KillAsync(load, random.Next(300, 1500));
            await AssertChainsAsync();
            using var host = await HostProcess.StartAsync(_data);
            await AssertKeptAsync(host.Authority, load);
            await AssertReplayedAsync(host.Authority, load);
            await Ledger.AssertAsync(host.Authority, _permits);
            acknowledged += load.Acknowledged;
        }

        // The host was killed at its work, not before it.
        Assert.True(acknowledged > Rounds * 10, $"{acknowledged} writes in all");
        await AssertChainsAsync();
    }

    /// <summary>Waits until writes are coming in, and for a while that differs from round to round.</summary>
    private async Task KillAsync(WriteLoad load, int milliseconds)
    {
        using var host = await HostProcess.StartAsync(_data);
        var writing = load.RunAsync(host.Authority);
        while (load.Permits.Count < 10 && !writing.IsCompleted) await Task.Delay(10);
        await Task.Delay(milliseconds);
        Assert.False(writing.IsCompleted);
        host.Kill();
        await writing;
    }

    private async Task AssertChainsAsync()
    {
        var (partitions, faults) = await Chains.VerifyAsync(_data);
        Assert.Empty(faults);
        Assert.Superset(new HashSet<string>(["law", "directory", "concession/north", "ledger/north/2014"], StringComparer.Ordinal), partitions.ToHashSet(StringComparer.Ordinal));
    }

    private async Task AssertKeptAsync(HttpClient authority, WriteLoad load)
    {
        _permits.UnionWith(load.Permits.Keys);
        foreach (var permit in load.Permits.Keys)
        {
            var view = await authority.GetAsync($"permits/{permit}").JsonAsync(HttpStatusCode.OK);
            Assert.Equal("P1234711", view.GetProperty("hunter").GetProperty("documentNumber").GetString());
        }

        foreach (var (permit, harvest) in load.Harvests) await authority.GetAsync($"permits/{permit}/harvests/{harvest}").JsonAsync(HttpStatusCode.OK);
        foreach (var permit in load.Suspended)
        {
            var view = await authority.GetAsync($"permits/{permit}").JsonAsync(HttpStatusCode.OK);
            Assert.Equal("suspended", view.GetProperty("statusChanges")[0].GetProperty("status").GetString());
        }

        foreach (var (season, etag) in load.Seasons) await AssertSeasonAsync(authority, season, etag);
    }

    /// <summary>It is as acknowledged, or one version on: a change may have landed whose answer was lost.</summary>
    private static async Task AssertSeasonAsync(HttpClient authority, string season, string etag)
    {
        using var answer = await authority.GetAsync($"concessions/north/seasons/{season}");
        var (told, kept) = (VersionOf(etag), VersionOf(answer.Headers.ETag!.Tag));
        Assert.InRange(kept, told, told + 1);
    }

    private static int VersionOf(string etag) => int.Parse(etag.Trim('"').Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The same request again, twice: one permit, whether the first had landed or not.</summary>
    private async Task AssertReplayedAsync(HttpClient authority, WriteLoad load)
    {
        foreach (var key in load.Unanswered)
        {
            var once = await SmallRegister.IssueAsync(authority, key);
            Assert.Equal(once, await SmallRegister.IssueAsync(authority, key));
            Assert.True(_permits.Add(once), once);
        }
    }
}
