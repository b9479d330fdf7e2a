using System.Net;
using System.Text.Json;

namespace ArgaliConcessions.Functions.Tests.Http;

/// <summary>A small register, entered over HTTP: one authority, year, concession, zone, season, national quota and line.</summary>
public static class SmallRegister
{
    public const string Basis = """{"title":"Order on the hunt","number":"12","publishedOn":"2014-07-01"}""";

    public const string Authority = $$"""
        {"names":{"en":"Demo authority","ru":"Демо-орган"},"country":"TJ","timeZone":"Asia/Dushanbe",
         "taxa":[{"id":"polii","names":{"en":"Marco Polo sheep"},"scientific":"Ovis ammon polii"}],
         "settings":{"gapInPermit":"notice","harvestReportDays":10,"woundedFollowUpDays":2,"returnDays":20,"zoneToleranceMetres":50},"basis":{{Basis}} }
        """;

    public const string Year = $$"""{"from":"2014-08-01","to":"2015-07-31","label":"2014/15","sealed":false,"basis":{{Basis}} }""";

    public const string Concession = $$"""
        {"code":"NOR","names":{"en":"North"},"region":"gbao",
         "holders":[{"id":"firm","names":{"en":"Firm"},"from":"2014-01-01","to":"2024-12-31","basis":{{Basis}} }],
         "tenure":{"from":"2014-01-01","to":"2024-12-31"},"status":[{"from":"2014-01-01","status":"active","basis":{{Basis}} }],
         "succeeds":[],"timeZone":"Asia/Dushanbe","basis":{{Basis}} }
        """;

    public const string Zone = $$$"""
        {"type":"Feature","properties":{"names":{"en":"Valley"},"kind":"hunting","validFrom":"2014-01-01","validTo":"2030-12-31","toleranceMetres":25,"basis":{{{Basis}}} },
         "geometry":{"type":"Polygon","coordinates":[[[73.0,38.0],[73.2,38.0],[73.2,38.2],[73.0,38.2],[73.0,38.0]]]}}
        """;

    public const string Season = $$"""
        {"taxon":"polii","zones":["valley"],"windows":[{"from":"--09-01","to":"--12-15"},{"from":"2015-02-01","to":"2015-03-01"}],
         "validFrom":"2014-01-01","validTo":"2030-12-31","basis":{{Basis}} }
        """;

    public const string NationalQuota = $$"""{"animals":100000,"basis":{{Basis}} }""";

    public const string Line = $$"""{"taxon":"polii","sex":"male","minimumAgeYears":5,"purpose":"trophy","animals":5000,"outfitters":[{"id":"guides","names":{"en":"Guides"} }],"basis":{{Basis}} }""";

    /// <summary>A lawful request for one animal.</summary>
    public static string Permit(string hunter = "John Doe", string weapon = "Blaser R8") => $$"""
        {"concession":"north","year":"2014","line":"rams","hunter":{"names":{"en":{{JsonSerializer.Serialize(hunter)}}},"asInPassport":"DOE JOHN","nationality":"US","documentNumber":"P1234711"},
         "outfitter":"Firm","zones":["valley"],"ranges":[{"from":"2014-10-01","to":"2014-10-14"}],"feePaidOn":"2014-09-01","weapon":{{JsonSerializer.Serialize(weapon)}},
         "party":["Guide One"],"animals":1}
        """;

    /// <summary>Enters everything but permits.</summary>
    public static async Task EnterAsync(HttpClient authority)
    {
        await CreateAsync(authority, "authority", Authority);
        await CreateAsync(authority, "years/2014", Year);
        await CreateAsync(authority, "concessions/north", Concession);
        await CreateAsync(authority, "concessions/north/zones/valley", Zone);
        await CreateAsync(authority, "concessions/north/seasons/autumn", Season);
        await CreateAsync(authority, "quotas/2014/polii", NationalQuota);
        await CreateAsync(authority, "concessions/north/quotas/2014/rams", Line);
    }

    /// <summary>Issues a permit and answers its number.</summary>
    public static async Task<string> IssueAsync(HttpClient authority, string key) =>
        (await authority.PostJsonAsync("permits", Permit(), key).JsonAsync(HttpStatusCode.Created)).GetProperty("number").GetString()!;

    private static Task<JsonElement> CreateAsync(HttpClient authority, string route, string body) =>
        authority.PutJsonAsync(route, body).JsonAsync(HttpStatusCode.Created);
}
