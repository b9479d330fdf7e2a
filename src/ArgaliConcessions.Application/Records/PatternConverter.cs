using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace ArgaliConcessions.Application.Records;

/// <summary>Writes a NodaTime value as text by its pattern, also as the key of a dictionary.</summary>
public abstract class PatternConverter<T>(IPattern<T> pattern) : JsonConverter<T> where T : notnull
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()!) : throw new JsonException($"A {typeof(T).Name} is text.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(pattern.Format(value));

    private T Parse(string text)
    {
        var parsed = pattern.Parse(text);
        return parsed.Success ? parsed.Value : throw new JsonException($"'{text}' is no {typeof(T).Name}.", parsed.Exception);
    }
}

/// <summary>An instant as <c>2015-03-14T06:00:00.1234567Z</c>: as many decimals as it needs.</summary>
public sealed class InstantConverter() : PatternConverter<Instant>(InstantPattern.ExtendedIso);

/// <summary>A date of the ISO calendar as <c>2015-03-14</c>.</summary>
public sealed class LocalDateConverter() : PatternConverter<LocalDate>(LocalDatePattern.Iso);
