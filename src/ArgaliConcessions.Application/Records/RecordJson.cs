using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ArgaliConcessions.Application.Records;

/// <summary>
/// How records are written as JSON: camelCase, dates and instants as ISO 8601 text, enums as camelCase words, nulls
/// left out, no blanks. The same value gives the same bytes on every machine, since audit events hash them.
/// </summary>
/// <remarks>An unknown property is skipped, so that a newer version's records can still be read; a missing one is its default.</remarks>
public static class RecordJson
{
    /// <summary>The options behind <see cref="Write"/> and <see cref="Read"/>; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The UTF-8 bytes of a value.</summary>
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>The value of UTF-8 bytes that <see cref="Write"/> made.</summary>
    /// <exception cref="JsonException">The bytes are no JSON of this type, or are <c>null</c>.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> payload) =>
        JsonSerializer.Deserialize<T>(payload.Span, Options) ?? throw new JsonException($"A record of {typeof(T).Name} is null.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Cyrillic stays readable for people who look into the store; records are never pasted into HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = 32,
            // What is computed from the rest is not stored. (An anonymous type would be written as {}: use a record.)
            IgnoreReadOnlyProperties = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { MissingLists.Fill } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new LocalDateConverter());
        options.Converters.Add(new LocalTimeConverter());
        options.Converters.Add(new AnnualDateConverter());
        options.Converters.Add(new DateIntervalConverter());
        options.Converters.Add(new SeasonWindowConverter());
        options.Converters.Add(new LocalizedNamesConverter());
        options.Converters.Add(new EvidenceConverter());
        options.Converters.Add(new EvidenceValueConverter());
        options.Converters.Add(new ImmutableArrayConverter());
        options.MakeReadOnly();
        return options;
    }
}
