using ArgaliConcessions.Functions.Http.Responses;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ArgaliConcessions.Functions.Http.Bodies;

/// <summary>How single values are written on the wire, one way each, for bodies and queries alike.</summary>
internal static class Wire
{
    private static readonly LocalDate FirstDate = new(1900, 1, 1);
    private static readonly LocalDate LastDate = new(2199, 12, 31);

    /// <summary>An ISO calendar date of the years 1900 to 2199.</summary>
    public static LocalDate? Date(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } parsed && parsed.Value >= FirstDate && parsed.Value <= LastDate ? parsed.Value : null;

    /// <summary>An ISO instant with <c>Z</c> or an offset, of the years 1900 to 2199.</summary>
    public static Instant? Moment(string text)
    {
        var parsed = OffsetDateTimePattern.ExtendedIso.Parse(text);
        return parsed.Success && parsed.Value.Date >= FirstDate && parsed.Value.Date <= LastDate ? parsed.Value.ToInstant() : null;
    }

    /// <summary>A finite decimal number with a point.</summary>
    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value) ? value : null;

    public static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A member of an enum by its camelCase name.</summary>
    public static TEnum? Member<TEnum>(string text) where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (Json.Camel(value.ToString()).Equals(text, StringComparison.Ordinal)) return value;
        }

        return null;
    }

    public static string Members<TEnum>() where TEnum : struct, Enum => string.Join(", ", Enum.GetNames<TEnum>().Select(Json.Camel));

    /// <summary>The fault of a text that no one may store: control characters (line breaks and tabs are fine) and halves of surrogate pairs.</summary>
    public static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i]) || (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t'))) return false;
        }

        return true;
    }
}
