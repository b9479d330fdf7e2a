using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Tests.Crashes;

/// <summary>
/// The whole program on the Table service behind a network that drops replies, delays, cuts connections and answers 503,
/// 429 and 500: clerks who follow the answers' advice end with a register in which nothing is lost, doubled or half done.
/// </summary>
[Trait("Category", "Azurite")]
public sealed class NetworkFaultTests : IAsyncLifetime
{
    private const int Clerks = 6;
    private const int PermitsEach = 5;
    private FaultyNetwork? _network;
    private LocalHost _host = null!;

    public async Task InitializeAsync()
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        _network = await FaultyNetwork.StartAsync();
        _host = new LocalHost { Settings = SettingsOf };
        await _host.InitializeAsync();
        await SmallRegister.EnterAsync(_host.Authority);
    }

    public async Task DisposeAsync()
    {
        if (_network is null) return;
        await _host.DisposeAsync();
        await _network.DisposeAsync();
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Program_OnABadNetwork_LosesNothingAndDoublesNothing(int seed)
    {
        _network!.Draw(seed, 0.12);
        var answers = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await Task.WhenAll(Enumerable.Range(0, Clerks).Select(clerk => Task.Run(() => WorkAsync(clerk, answers))));
        _network.Calm();
        await SettleAsync();

        var permits = answers.Values.Select(PatientClerk.NumberIn).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(Clerks * PermitsEach, permits.Count);
        await Ledger.AssertAsync(_host.Authority, permits);
        foreach (var (key, body) in answers) Assert.Equal((HttpStatusCode.Created, body), await PatientClerk.IssueAsync(_host.Authority, key, TagOf(key)));
        await AssertHarvestsAsync(answers);
        Assert.Equal([], (await Chains.VerifyAsync(_host.Services.GetRequiredService<IRecordTable>())).Faults);
        Assert.True(_network.Mishaps > 30, $"{_network.Mishaps} mishaps");
    }

    [SkippableFact]
    public async Task Tag_WantedByManyOnABadNetwork_IsOnOnePermit()
    {
        _network!.Draw(seed: 3, share: 0.12);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => PatientClerk.IssueAsync(_host.Authority, $"tag-{i}", "TJ-0001")));
        _network.Calm();
        await SettleAsync();
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers, a => Assert.Contains(a.Status, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
        Assert.Single(await Ledger.ListAsync(_host.Authority));
        Assert.True(_network.Mishaps > 5, $"{_network.Mishaps} mishaps");
    }

    [SkippableFact]
    public async Task Quota_RaisedAndLoweredOnABadNetwork_NeverPassesTheNationalOneAndIsSettled()
    {
        const string National = """{"animals":8000,"basis":""" + SmallRegister.Basis + "}";
        using var standing = await _host.Authority.GetAsync("quotas/2014/polii");
        await _host.Authority.PutJsonAsync("quotas/2014/polii", National, standing.Headers.ETag!.Tag).JsonAsync(HttpStatusCode.OK);
        await _host.Authority.PutJsonAsync("concessions/north/quotas/2014/other", Line(1000)).JsonAsync(HttpStatusCode.Created);
        _network!.Draw(seed: 4, share: 0.12);
        var moving = Task.WhenAll(Task.Run(() => MoveAsync("rams")), Task.Run(() => MoveAsync("other")));
        var highest = 0;
        while (!moving.IsCompleted) highest = Math.Max(highest, await OnLinesAsync());
        Assert.All(await moving, moved => Assert.InRange(moved, 1, 5));
        Assert.InRange(highest, 1, 8_000);
        Assert.True(_network.Mishaps > 10, $"{_network.Mishaps} mishaps");
        _network.Calm();
        await SettleAsync();
        var national = await _host.Authority.GetAsync("quotas/2014/polii").JsonAsync(HttpStatusCode.OK);
        var lines = (await _host.Authority.GetAsync("concessions/north/quotas/2014").JsonAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(lines.Sum(l => l.GetProperty("animals").GetInt32()), national.GetProperty("allocated").GetInt32());
        Assert.InRange(national.GetProperty("allocated").GetInt32(), 0, 8_000);
    }

    private async Task WorkAsync(int clerk, ConcurrentDictionary<string, string> answers)
    {
        for (var i = 0; i < PermitsEach; i++)
        {
            var key = $"{clerk}-{i}";
            var (status, body) = await PatientClerk.IssueAsync(_host.Authority, key, TagOf(key));
            Assert.True(status == HttpStatusCode.Created, $"{status}: {body}");
            answers[key] = body;
            if (i % 2 == 0) await HarvestAsync(PatientClerk.NumberIn(body));
        }
    }

    private async Task HarvestAsync(string permit)
    {
        const string Unsuccessful = """{"at":"2014-10-05","outcome":"unsuccessful","taxon":"polii","sex":"male"}""";
        var (status, body) = await PatientClerk.SettleAsync(() => _host.Authority.PutJsonAsync($"permits/{permit}/harvests/h1", Unsuccessful));
        Assert.True(status is HttpStatusCode.Created or HttpStatusCode.OK, $"{status}: {body}");
    }

    private async Task AssertHarvestsAsync(ConcurrentDictionary<string, string> answers)
    {
        foreach (var (key, body) in answers)
        {
            using var harvest = await _host.Authority.GetAsync($"permits/{PatientClerk.NumberIn(body)}/harvests/h1");
            Assert.Equal(key[^1] % 2 == 0 ? HttpStatusCode.OK : HttpStatusCode.NotFound, harvest.StatusCode);
        }
    }

    /// <summary>The animals of all lines as somebody sees them meanwhile: the two are read at one instant, in one page.</summary>
    private async Task<int> OnLinesAsync()
    {
        var (status, body) = await PatientClerk.SettleAsync(() => _host.Authority.GetAsync("concessions/north/quotas/2014"));
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonDocument.Parse(body).RootElement.GetProperty("items").EnumerateArray().Sum(l => l.GetProperty("animals").GetInt32());
    }

    /// <summary>Changes a line several times, and answers how often it was granted.</summary>
    private async Task<int> MoveAsync(string line)
    {
        var granted = 0;
        foreach (var animals in new[] { 4_000, 6_000, 2_000, 7_000, 10 })
        {
            using var standing = await _host.Authority.GetAsync($"concessions/north/quotas/2014/{line}");
            var (status, body) = await PatientClerk.SettleAsync(() => _host.Authority.PutJsonAsync($"concessions/north/quotas/2014/{line}", Line(animals), standing.Headers.ETag?.Tag));
            // Past the national quota, or changed meanwhile by an attempt of our own whose answer was lost.
            if (status == HttpStatusCode.OK) granted++;
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.PreconditionRequired, $"{status}: {body}");
        }

        return granted;
    }

    /// <summary>What the clock would do in the next quarter of an hour.</summary>
    private async Task SettleAsync()
    {
        _host.Clock.Advance(TimeSpan.FromMinutes(15));
        await _host.RunTimerAsync("Settle");
        await _host.RunTimerAsync("SettleZoneClaims");
    }

    private Dictionary<string, string?> SettingsOf(string folder) => new(StoreUnderTest.OnAzurite(folder, Azurite.ConnectionThrough(_network!.Port)))
    {
        ["Storage:Retries:FirstPause"] = "00:00:00.005",
        ["Storage:Retries:TotalTime"] = "00:00:10",
    };

    private static string? TagOf(string key) => key[0] % 2 == 0 ? $"T-{key}" : null;

    private static string Line(int animals) => SmallRegister.Line.Replace("\"animals\":5000", $"\"animals\":{animals}", StringComparison.Ordinal);
}
