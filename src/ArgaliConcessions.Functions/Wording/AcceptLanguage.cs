using System.Globalization;

namespace ArgaliConcessions.Functions.Wording;

/// <summary>Chooses among our languages by an Accept-Language header (RFC 9110, 12.5.4).</summary>
public static class AcceptLanguage
{
    private const int MostRanges = 32;

    /// <summary>The acceptable language with the highest weight, the first named among equals; English when none fits.</summary>
    public static Language Choose(string? header)
    {
        if (string.IsNullOrWhiteSpace(header)) return Language.English;
        var best = header.Split(',').Take(MostRanges).Select(Weigh)
            .Where(r => r is { Language: not null, Weight: > 0 })
            .OrderByDescending(r => r.Weight).FirstOrDefault();
        return best.Language ?? Language.English;
    }

    private static (Language? Language, double Weight) Weigh(string range)
    {
        var parts = range.Split(';');
        var tag = parts[0].Trim();
        var weight = 1d;
        foreach (var part in parts.Skip(1).Select(p => p.Trim()).Where(p => p.StartsWith("q=", StringComparison.OrdinalIgnoreCase)))
        {
            if (!double.TryParse(part.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out weight)) weight = 0;
        }

        return (tag == "*" ? Language.English : Language.Find(tag), weight);
    }
}
