using System.Text;

namespace ArgaliConcessions.Functions.Zones.Exports;

/// <summary>What lies beside a shapefile of zones, for whoever gets it without a word.</summary>
internal static class ZoneReadme
{
    private static readonly (string Field, string Text)[] Fields =
    [
        ("CONCESSION", "concession"), ("CONC_CODE", "code"), ("CONC_NAME", "concessionName"), ("ZONE", "zone"), ("NAME", "name"),
        ("NAME_EN, NAME_RU, NAME_KY, NAME_TG, NAME_KK, NAME_UZ, NAME_MN", "names"), ("NAME_OTHER", "otherNames"), ("KIND", "kind"), ("VERSION", "version"), ("GEOM_HASH", "geometryHash"),
        ("VALID_FROM, VALID_TO", "valid"), ("ACT, ACT_NO, ACT_DATE, ACT_URL", "act"), ("TOLER_M", "tolerance"),
        ("ACC_OVRLAP", "acceptOverlap"), ("HECTARES", "hectares"), ("AS_OF", "asOf"),
    ];

    /// <summary>Plain text with line ends that every editor knows.</summary>
    public static string Of(ZoneWords words)
    {
        var text = new StringBuilder();
        text.Append(words.Title).Append("\r\n\r\n").Append(words.AsOf).Append("\r\n\r\n").Append(words.Texts.Format("export.readme.about")).Append("\r\n\r\n");
        foreach (var (field, key) in Fields) text.Append(field).Append(": ").Append(words.Texts.Format($"export.field.{key}")).Append("\r\n");
        return text.ToString();
    }
}
