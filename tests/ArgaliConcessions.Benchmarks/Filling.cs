using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Tokens;
using ArgaliConcessions.Host.Local.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Benchmarks;

/// <summary>Enters a register as an authority would: over HTTP into the local host, permits and harvests as imported lists.</summary>
internal sealed class Filling : IAsyncDisposable
{
    public const int ZonesEach = 10;
    private const string Basis = """{"title":"Order","number":"1","publishedOn":"2014-01-10"}""";
    private readonly RunningServer _server;
    private readonly HttpClient _client;

    private Filling(RunningServer server)
    {
        _server = server;
        _client = new HttpClient { BaseAddress = new Uri(server.Address, "api/"), Timeout = TimeSpan.FromMinutes(10) };
        var token = server.Services.GetRequiredService<TokenIssuer>().Issue(Role.Authority, [], TimeSpan.FromDays(1));
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public static async Task<Filling> OpenAsync(string folder) =>
        new(await LocalServer.StartAsync(new LocalSettings(folder, 0, TimeProvider.System) { RunTimers = false }, CancellationToken.None));

    public static string Concession(int index) => FormattableString.Invariant($"c{index:000}");

    /// <summary>Authority, year, national quota; concessions with ten zones, a season and a line each.</summary>
    public async Task LawAsync(IReadOnlyList<BenchmarkZone> zones, int concessions, int permitsEach)
    {
        await PutAsync("authority", $$"""{"names":{"en":"Bench"},"country":"TJ","timeZone":"Asia/Dushanbe","taxa":[{"id":"polii","names":{"en":"Marco Polo sheep"} }]}""");
        await PutAsync("years/2014", """{"from":"2014-07-01","to":"2015-06-30","label":"2014/15"}""");
        await PutAsync("quotas/2014/polii", $$"""{"animals":1000000,"basis":{{Basis}} }""");
        for (var i = 0; i < concessions; i++) await ConcessionAsync(i, zones, permitsEach);
    }

    /// <summary>Imports so many permits, and a harvest for every second one, spread evenly over the first concessions.</summary>
    public async Task PermitsAsync(IReadOnlyList<BenchmarkZone> zones, int concessions, int permits)
    {
        var list = new StringBuilder("concession,year,line,taxon,sex,number,issuedOn,feePaidOn,from,to,zones,hunter\n");
        var harvests = new StringBuilder("number,concession,year,on,lon,lat,accuracy,outcome,taxon,sex,reportedOn\n");
        for (var i = 0; i < permits; i++)
        {
            var (concession, zone, day) = (i % concessions, i / concessions % ZonesEach, 1 + (i % 20));
            list.Append(CultureInfo.InvariantCulture, $"{Concession(concession)},2014,rams,polii,male,{i:000000},2014-08-01,2014-07-20,2014-09-01,2014-09-{(i % 50 == 0 ? "30" : "25")},z{zone},Hunter {i}\n");
            if (i % 2 == 1) continue;
            var place = zones[(concession * ZonesEach) + zone];
            harvests.Append(CultureInfo.InvariantCulture, $"{i:000000},{Concession(concession)},2014,2014-09-{day:00},{place.Lon:0.00000},{place.Lat:0.00000},10,killed,polii,male,2014-09-{day + 2:00}\n");
        }

        await ImportAsync("imports/permits?source=bench", list.ToString());
        await ImportAsync("imports/harvests?source=bench", harvests.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    private async Task ConcessionAsync(int index, IReadOnlyList<BenchmarkZone> zones, int permitsEach)
    {
        var route = $"concessions/{Concession(index)}";
        await PutAsync(route, FormattableString.Invariant($$"""{"code":"C{{index:000}}","names":{"en":"Concession {{index}}"},"region":"gbao","tenure":{"from":"2010-01-01"},"status":[{"from":"2010-01-01","status":"active"}]}"""));
        for (var zone = 0; zone < ZonesEach; zone++)
        {
            // Real boundaries of other kinds of places lie across each other; here that is accepted.
            await PutAsync($"{route}/zones/z{zone}", $$"""
                {"type":"Feature","geometry":{{zones[(index * ZonesEach) + zone].Geometry}},
                 "properties":{"names":{"en":"Zone {{zone}}"},"kind":"hunting","validFrom":"2010-01-01","acceptOverlap":"benchmark","basis":{{Basis}} } }
                """);
        }

        await PutAsync($"{route}/seasons/autumn", $$"""{"taxon":"polii","windows":[{"from":"--09-01","to":"--09-25"}],"validFrom":"2010-01-01","basis":{{Basis}} }""");
        await PutAsync($"{route}/quotas/2014/rams", $$"""{"taxon":"polii","sex":"male","animals":{{permitsEach}},"basis":{{Basis}} }""");
    }

    private async Task PutAsync(string route, string body)
    {
        using var answer = await _client.PutAsync(route, new StringContent(body, Encoding.UTF8, "application/json"));
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{route}: {await answer.Content.ReadAsStringAsync()}");
    }

    private async Task ImportAsync(string route, string csv)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, route) { Content = new StringContent(csv, Encoding.UTF8, "text/csv") };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await _client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{route}: {text}");
        var job = JsonDocument.Parse(text).RootElement.GetProperty("job").GetString()!;
        for (var state = ""; state != "done"; await Task.Delay(200))
        {
            state = JsonDocument.Parse(await _client.GetStringAsync($"jobs/{job}")).RootElement.GetProperty("state").GetString()!;
            if (state is "failed") throw new InvalidOperationException(await _client.GetStringAsync($"jobs/{job}"));
        }
    }
}
