using System.Globalization;

namespace Azure.Data.Tables.Rest;

/// <summary>Stands for what Azure.Data.Tables does inside: writes values into a filter so that none of them can end its quotes.</summary>
internal static class QueryFilter
{
    /// <exception cref="ArgumentException">An argument of a type that the query language has no literal for.</exception>
    public static string Write(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return string.Format(CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(Literal)]);
    }

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string or char or System.Text.StringBuilder => $"'{value.ToString()!.Replace("'", "''", StringComparison.Ordinal)}'",
        bool truth => truth ? "true" : "false",
        long number => $"{Plain(number)}L",
        byte or sbyte or short or ushort or int or uint or float or double or decimal => Plain((IFormattable)value),
        Guid id => $"guid'{id:D}'",
        DateTimeOffset time => Instant(time),
        DateTime time => Instant(new DateTimeOffset(time.ToUniversalTime())),
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data)}'",
        _ => throw new ArgumentException($"A filter has no literal for a value of type {value.GetType()}.", nameof(value)),
    };

    private static string Instant(DateTimeOffset time) =>
        $"datetime'{time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)}'";

    private static string Plain(IFormattable value) => value.ToString(format: null, CultureInfo.InvariantCulture);
}
