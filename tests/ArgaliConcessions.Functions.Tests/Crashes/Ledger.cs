using System.Net;
using System.Text.Json;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Crashes;

/// <summary>The small register's one ledger, held against what its clerks were told.</summary>
internal static class Ledger
{
    /// <summary>These permits are in it and no others, its serials have no gap, and the line's balance is their sum.</summary>
    public static async Task AssertAsync(HttpClient authority, IReadOnlyCollection<string> permits)
    {
        var line = await authority.GetAsync("concessions/north/quotas/2014/rams").JsonAsync(HttpStatusCode.OK);
        var listed = await ListAsync(authority);

        Assert.Equal(permits.Order(StringComparer.Ordinal), listed.Select(p => p.GetProperty("number").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(permits.Count, line.GetProperty("issued").GetInt32());
        Assert.Equal(permits.Count, listed.Sum(p => p.GetProperty("animals").GetInt32()));
        Assert.Equal(Enumerable.Range(1, permits.Count), listed.Select(p => p.GetProperty("serial").GetInt32()));
    }

    public static async Task<List<JsonElement>> ListAsync(HttpClient authority)
    {
        var all = new List<JsonElement>();
        for (var address = "permits?concession=north&year=2014&limit=1000"; address is not null;)
        {
            var page = await authority.GetAsync(address).JsonAsync(HttpStatusCode.OK);
            all.AddRange(page.GetProperty("items").EnumerateArray());
            address = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        return all;
    }
}
