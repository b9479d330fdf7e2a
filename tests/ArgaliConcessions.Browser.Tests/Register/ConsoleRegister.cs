using System.Net;
using System.Text.Json;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Browser.Tests.Register;

/// <summary>An invented register that has something for every page: two concessions whose zones overlap, a closed area, a closure, permits, takes, and findings.</summary>
public sealed class ConsoleRegister
{
    private const string Basis = SmallRegister.Basis;

    /// <summary>A permit on which nobody has hunted.</summary>
    public string Permit { get; private init; } = "";

    public static async Task<ConsoleRegister> EnterAsync(LocalHost host)
    {
        var authority = host.Authority;
        await SmallRegister.EnterAsync(authority);
        await PutAsync(authority, "concessions/north/zones/core", Zone("Core", "closed", 73.05, 38.05, 0.06));
        await PutAsync(authority, "concessions/south", SmallRegister.Concession.Replace("\"NOR\"", "\"SOU\"", StringComparison.Ordinal).Replace("\"North\"", "\"South\",\"ru\":\"Южный\"", StringComparison.Ordinal));
        await PutAsync(authority, "concessions/south/zones/plain", Zone("Plain", "hunting", 73.15, 37.85, 0.2).Replace("\"validFrom\"", "\"acceptOverlap\":\"Until the court decides\",\"validFrom\"", StringComparison.Ordinal));
        await PutAsync(authority, "concessions/south/seasons/autumn", SmallRegister.Season.Replace("\"zones\":[\"valley\"],", "", StringComparison.Ordinal));
        await PutAsync(authority, "concessions/south/quotas/2014/rams", Line(4));
        await PutAsync(authority, "closures/lambs", $$"""{"names":{"en":"Spring rest","ru":"Весенний покой"},"taxa":["polii"],"from":"2015-02-10","to":"2015-02-20","basis":{{Basis}} }""");
        var permit = await SmallRegister.IssueAsync(authority, "first");
        var hunted = await SmallRegister.IssueAsync(authority, "second");
        await PutAsync(authority, $"permits/{hunted}/harvests/h1", """{"at":"2014-10-20T05:00:00Z","lon":73.1,"lat":38.15,"outcome":"killed","taxon":"polii","sex":"male","ageYears":{"min":8,"max":9}}""");
        var south = SmallRegister.Permit("Hans Muster").Replace("\"north\"", "\"south\"", StringComparison.Ordinal).Replace("valley", "plain", StringComparison.Ordinal).Replace("P1234711", "M7654321", StringComparison.Ordinal);
        await authority.PostJsonAsync("permits", south, "third").JsonAsync(HttpStatusCode.Created);
        await PutAsync(authority, "concessions/south/quotas/2014/rams/reservations/firm", """{"animals":1,"for":"A firm","until":"2014-12-31"}""");
        await authority.PostJsonAsync("compliance/runs", "", "sweep").JsonAsync(HttpStatusCode.Accepted);
        await host.RunTimerAsync("RunJobs");
        return new ConsoleRegister { Permit = permit };
    }

    private static string Zone(string name, string kind, double west, double south, double size) => FormattableString.Invariant(
        $$$"""
        {"type":"Feature","properties":{"names":{"en":"{{{name}}}"},"kind":"{{{kind}}}","validFrom":"2014-01-01","basis":{{{Basis}}} },
         "geometry":{"type":"Polygon","coordinates":[[[{{{west}}},{{{south}}}],[{{{west + size}}},{{{south}}}],[{{{west + size}}},{{{south + size}}}],[{{{west}}},{{{south + size}}}],[{{{west}}},{{{south}}}]]]}}
        """);

    private static string Line(int animals) => FormattableString.Invariant($$"""{"taxon":"polii","sex":"male","minimumAgeYears":5,"purpose":"trophy","animals":{{animals}},"basis":{{Basis}} }""");

    private static async Task PutAsync(HttpClient authority, string route, string body)
    {
        JsonElement answer = await authority.PutJsonAsync(route, body).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(JsonValueKind.Object, answer.ValueKind);
    }
}
