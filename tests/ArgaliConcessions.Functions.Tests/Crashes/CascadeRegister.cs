using System.Globalization;
using System.Net;
using System.Text.Json;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Crashes;

/// <summary>
/// Two concessions with two lines of a few animals each, of a national quota that is hardly more, in the hunting year of today: a host that is a
/// process has the clock of this machine, and nothing is reserved in the past. And the bodies that its clerks send.
/// </summary>
internal static class CascadeRegister
{
    /// <summary>The national quota at the start; the four lines have ten of them.</summary>
    public const int National = 12;

    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);
    private static readonly DateOnly First = Today.AddDays(-100);
    private static readonly DateOnly Last = Today.AddDays(200);

    /// <summary>The hunting year.</summary>
    public static string Year { get; } = First.Year.ToString("0000", CultureInfo.InvariantCulture);

    public static string NationalQuota { get; } = $"quotas/{Year}/polii";

    /// <summary>Concession and line of every line.</summary>
    public static IReadOnlyList<(string Concession, string Line)> Lines { get; } = [("north", "rams"), ("north", "late"), ("south", "rams"), ("south", "late")];

    public static string Address((string Concession, string Line) line) => $"concessions/{line.Concession}/quotas/{Year}/{line.Line}";

    public static string NationalBody(int animals) => $$"""{"animals":{{animals}},"basis":{{SmallRegister.Basis}} }""";

    public static string LineBody(int animals) => SmallRegister.Line.Replace("\"animals\":5000", $"\"animals\":{animals}", StringComparison.Ordinal);

    /// <summary>A lawful request for one animal, from two days ago on.</summary>
    /// <param name="line">Of which it is taken.</param>
    /// <param name="hunter">Somebody's name, by which a permit is known again.</param>
    /// <param name="more">Further members, each with a comma behind it.</param>
    public static string PermitBody((string Concession, string Line) line, string hunter, string more = "") => $$"""
        {"concession":"{{line.Concession}}","year":"{{Year}}","line":"{{line.Line}}","hunter":{"names":{"en":{{JsonSerializer.Serialize(hunter)}}},"nationality":"US","documentNumber":"P{{hunter}}"},
         {{more}}"outfitter":"Firm","zones":["valley"],"ranges":[{"from":"{{Day(-2)}}","to":"{{Day(20)}}"}],"feePaidOn":"{{Day(-30)}}","weapon":"Blaser R8","animals":1}
        """;

    public static string ReservationBody(int animals) => $$"""{"animals":{{animals}},"for":"Firm, for somebody","until":"{{Day(30)}}"}""";

    public static string TransferBody((string Concession, string Line) to, int animals) =>
        $$"""{"toConcession":"{{to.Concession}}","toLine":"{{to.Line}}","animals":{{animals}},"basis":{{SmallRegister.Basis}} }""";

    /// <summary>A report of what came of a hunt today.</summary>
    /// <param name="outcome">As in the contract.</param>
    /// <param name="more">Further members, each with a comma before it.</param>
    public static string HarvestBody(string outcome, string more = "") => $$"""{"on":"{{Day(0)}}","outcome":"{{outcome}}","taxon":"polii","sex":"male"{{more}}}""";

    /// <summary>Enters it over HTTP.</summary>
    public static async Task EnterAsync(HttpClient authority)
    {
        await CreateAsync(authority, "authority", SmallRegister.Authority);
        await CreateAsync(authority, $"years/{Year}", $$"""{"from":"{{Text(First)}}","to":"{{Text(Last)}}","label":"{{Year}}","sealed":false,"basis":{{SmallRegister.Basis}} }""");
        await EnterConcessionAsync(authority, "north", text => text);
        await EnterConcessionAsync(authority, "south", text => text.Replace("NOR", "SOU", StringComparison.Ordinal).Replace("38.", "39.", StringComparison.Ordinal));
        await CreateAsync(authority, NationalQuota, NationalBody(National));
        foreach (var line in Lines) await CreateAsync(authority, Address(line), LineBody(line.Line == "rams" ? 3 : 2));
    }

    private static async Task EnterConcessionAsync(HttpClient authority, string id, Func<string, string> own)
    {
        var season = $$"""
            {"taxon":"polii","zones":["valley"],"windows":[{"from":"{{Text(First)}}","to":"{{Text(Last)}}"}],"validFrom":"2014-01-01","basis":{{SmallRegister.Basis}} }
            """;
        await CreateAsync(authority, $"concessions/{id}", own(Lasting(SmallRegister.Concession)));
        await CreateAsync(authority, $"concessions/{id}/zones/valley", own(Lasting(SmallRegister.Zone)));
        await CreateAsync(authority, $"concessions/{id}/seasons/all", season);
    }

    private static string Lasting(string body) => body.Replace("2024-12-31", "2199-12-31", StringComparison.Ordinal).Replace("2030-12-31", "2199-12-31", StringComparison.Ordinal);

    private static Task<JsonElement> CreateAsync(HttpClient authority, string route, string body) => authority.PutJsonAsync(route, body).JsonAsync(HttpStatusCode.Created);

    private static string Day(int fromToday) => Text(Today.AddDays(fromToday));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
