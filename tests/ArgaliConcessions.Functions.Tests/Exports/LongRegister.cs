using System.Globalization;
using System.Net;
using System.Text;
using ArgaliConcessions.Functions.Tests.Compliance;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Registry;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Functions.Tests.Exports;

/// <summary>Two concessions with more permits than a page of the store holds, each out of season and found by a sweep; its store can be made to fail.</summary>
public sealed class LongRegister : IAsyncLifetime
{
    public const int PermitsOfOne = 700;
    private int _readsLeft = int.MaxValue;

    public LongRegister() => Host = new LocalHost { AroundStore = inner => new FaultyTable(inner, () => Mishap.None, OnRead) };

    public LocalHost Host { get; }

    /// <summary>The store answers so many reads more and fails at each one after them; null heals it.</summary>
    public void FailAfter(int? reads) => Volatile.Write(ref _readsLeft, reads ?? int.MaxValue);

    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        await PutAsync("authority", Bodies.Authority().ToJsonString());
        await PutAsync("years/2015", Bodies.Year(2015).ToJsonString());
        foreach (var (index, id) in new[] { "north", "south" }.Index())
        {
            await PutAsync($"concessions/{id}", Bodies.Concession(id[..3].ToUpperInvariant()).ToJsonString());
            await PutAsync($"concessions/{id}/zones/valley", Bodies.Zone(73 + index, 38).ToJsonString());
            await PutAsync($"concessions/{id}/seasons/polii", Bodies.Season().ToJsonString());
        }
        await WorkAsync("imports/permits?source=list", PermitList(), "text/csv", "import");
        await WorkAsync("compliance/runs", "", "application/json", "sweep");
    }

    public Task DisposeAsync() => Host.DisposeAsync();

    private static string PermitList()
    {
        var list = new StringBuilder("concession,year,taxon,sex,number,issuedOn,feePaidOn,from,to,zones,hunter\n");
        for (var i = 0; i < PermitsOfOne + 1; i++)
            list.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "south" : "north")},2015,polii,male,{i:00000},2015-08-01,2015-07-30,2016-03-10,2016-03-20,valley,=Invented Hunter {i}\n");
        return list.ToString();
    }

    private Mishap OnRead() => _readsLeft != int.MaxValue && Interlocked.Decrement(ref _readsLeft) < 0 ? Mishap.Broken : Mishap.None;

    private Task PutAsync(string route, string body) => Host.Authority.PutJsonAsync(route, body).JsonAsync(HttpStatusCode.Created);

    /// <summary>The host may take the job up by itself: then the timer has nothing to do but to wait.</summary>
    private async Task WorkAsync(string route, string body, string type, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, route) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("Idempotency-Key", key);
        var answer = await Host.Authority.SendAsync(request).JsonAsync(HttpStatusCode.Accepted);
        var job = answer.TryGetProperty("job", out var named) ? named.GetString()! : answer.Text("id");
        for (var tries = 0; tries < 400; tries++)
        {
            await Host.RunTimerAsync("RunJobs");
            if ((await Host.Authority.GetAsync($"jobs/{job}").JsonAsync(HttpStatusCode.OK)).Text("state") is "done") return;
            await Task.Delay(50);
        }
        Assert.Fail($"Job {job} does not end.");
    }
}
