using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Crashes;

/// <summary>Clerks who write until the host dies under them, and remember what they were told.</summary>
internal sealed class WriteLoad(int round, int seed)
{
    private const int Clerks = 8;
    private int _keys;

    /// <summary>Numbers of permits whose issue was acknowledged.</summary>
    public ConcurrentDictionary<string, bool> Permits { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys of requests for permits that nobody answered.</summary>
    public ConcurrentBag<string> Unanswered { get; } = [];

    /// <summary>Acknowledged outcomes: permit and harvest.</summary>
    public ConcurrentBag<(string Permit, string Harvest)> Harvests { get; } = [];

    /// <summary>Permits whose suspension was acknowledged.</summary>
    public ConcurrentBag<string> Suspended { get; } = [];

    /// <summary>The last acknowledged ETag of each clerk's season.</summary>
    public ConcurrentDictionary<string, string> Seasons { get; } = new(StringComparer.Ordinal);

    public int Acknowledged => Permits.Count + Harvests.Count + Suspended.Count + Seasons.Count;

    /// <summary>Writes until the host no longer answers.</summary>
    public Task RunAsync(HttpClient authority) => Task.WhenAll(Enumerable.Range(0, Clerks).Select(clerk => Task.Run(() => WorkAsync(authority, clerk))));

    private async Task WorkAsync(HttpClient authority, int clerk)
    {
        var random = new Random(seed + (clerk * 1000));
        var own = new List<string>();
        try
        {
            for (var i = 0; ; i++)
            {
                var dice = own.Count == 0 ? 0 : random.Next(10);
                if (dice < 5) own.Add(await IssueAsync(authority));
                else if (dice < 7) await HarvestAsync(authority, own[random.Next(own.Count)], $"h{round}-{i}");
                else if (dice < 8) await SuspendAsync(authority, own[^1]);
                else await SeasonAsync(authority, $"clerk-{round}-{clerk}", i);
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // The host was killed: what was under way has no answer.
        }
    }

    private async Task<string> IssueAsync(HttpClient authority)
    {
        var key = $"r{round}-{Interlocked.Increment(ref _keys)}";
        try
        {
            var number = await SmallRegister.IssueAsync(authority, key);
            Permits[number] = true;
            return number;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            Unanswered.Add(key);
            throw;
        }
    }

    private async Task HarvestAsync(HttpClient authority, string permit, string harvest)
    {
        await authority.PutJsonAsync($"permits/{permit}/harvests/{harvest}", """{"at":"2014-10-05","outcome":"unsuccessful","taxon":"polii","sex":"male"}""").JsonAsync(HttpStatusCode.Created);
        Harvests.Add((permit, harvest));
    }

    private async Task SuspendAsync(HttpClient authority, string permit)
    {
        using var answer = await authority.PostJsonAsync($"permits/{permit}/suspension", """{"reason":"To be looked at."}""", $"s{round}-{Interlocked.Increment(ref _keys)}");
        // A second suspension is refused: that is an answer too, and changes nothing.
        if (answer.IsSuccessStatusCode) Suspended.Add(permit);
    }

    private async Task SeasonAsync(HttpClient authority, string season, int turn)
    {
        var day = (1 + (turn % 28)).ToString("00", CultureInfo.InvariantCulture);
        var body = SmallRegister.Season.Replace("--12-15", $"--11-{day}", StringComparison.Ordinal).Replace("\"validFrom\"", "\"reason\":\"Corrected.\",\"validFrom\"", StringComparison.Ordinal);
        using var answer = await authority.PutJsonAsync($"concessions/north/seasons/{season}", body, Seasons.GetValueOrDefault(season));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {text}");
        Assert.Equal(season, JsonDocument.Parse(text).RootElement.GetProperty("season").GetString());
        Seasons[season] = answer.Headers.ETag!.Tag;
    }
}
