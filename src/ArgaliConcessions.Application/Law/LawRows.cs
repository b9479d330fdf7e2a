using System.Globalization;

namespace ArgaliConcessions.Application.Law;

/// <summary>
/// The names of the law's rows. Numbers have a fixed width, so that the order of rows is that of numbers. Rows of national
/// quotas: <see cref="Quotas.QuotaRows"/>.
/// </summary>
public static class LawRows
{
    /// <summary>Start of all concessions in the directory.</summary>
    public const string Concessions = "c/";

    /// <summary>Start of all rows of <c>zonemap</c> but those of the chain.</summary>
    public const string MapZones = "z/";

    /// <summary>In <c>directory</c>: claims a concession's code for ever.</summary>
    public static string Code(string code) => $"code/{code}";

    /// <summary>In <c>directory</c>: there is such a concession.</summary>
    public static string Concession(string concession) => Concessions + concession;

    /// <summary>In <c>law</c>.</summary>
    public static string Authority(int revision) => Text($"authority/{revision:0000}");

    /// <summary>In <c>law</c>.</summary>
    public static string Year(string id, int revision) => Text($"y/{id}/{revision:0000}");

    /// <summary>In <c>law</c>.</summary>
    public static string Closure(string id, int revision) => Text($"closure/{id}/{revision:0000}");

    /// <summary>In <c>law</c>. Begins like a national quota's revisions, so that both are one range and a start reads no page more.</summary>
    public static string NationalSurvey(string id, int revision) => Text($"qs/{id}/{revision:0000}");

    /// <summary>In <c>concession/&lt;id&gt;</c>.</summary>
    public static string Terms(int revision) => Text($"c/{revision:0000}");

    /// <summary>In <c>concession/&lt;id&gt;</c>.</summary>
    public static string Zone(string zone, int version) => Text($"z/{zone}/{version:0000}");

    /// <summary>In <c>concession/&lt;id&gt;</c>.</summary>
    public static string Season(string season, int version) => Text($"s/{season}/{version:0000}");

    /// <summary>In <c>concession/&lt;id&gt;</c>. Begins like a season, for the same reason as <see cref="NationalSurvey"/>.</summary>
    public static string ConcessionSurvey(string id, int revision) => Text($"sv/{id}/{revision:0000}");

    /// <summary>In <c>concession/&lt;id&gt;</c>: part of a shape, written once.</summary>
    public static string GeometryChunk(string hash, int chunk) => Text($"g/{hash}/{chunk:000}");

    /// <summary>In <c>concession/&lt;id&gt;</c>: a claim that was dropped and can no longer be made good.</summary>
    public static string DroppedClaim(string operation) => $"zd/{operation}";

    /// <summary>In <c>zonemap</c>.</summary>
    public static string MapZone(string concession, string zone, int version) => Text($"{MapZones}{concession}/{zone}/{version:0000}");

    private static string Text(FormattableString row) => row.ToString(CultureInfo.InvariantCulture);
}
