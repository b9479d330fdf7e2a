using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;
using NodaTime.Text;

namespace ArgaliConcessions.Application.Records;

/// <summary>A day of every year as <c>--09-01</c> (ISO 8601:2000, RFC 6350's truncated date).</summary>
public sealed class AnnualDateConverter() : PatternConverter<AnnualDate>(Pattern)
{
    /// <summary>The one way in which a day of every year is written, in the store and on the wire.</summary>
    public static IPattern<AnnualDate> Pattern { get; } = AnnualDatePattern.CreateWithInvariantCulture("'--'MM'-'dd");
}

/// <summary>A local time as <c>06:30:00</c>.</summary>
public sealed class LocalTimeConverter() : PatternConverter<LocalTime>(LocalTimePattern.ExtendedIso);

/// <summary>Names as an object from tag to name.</summary>
public sealed class LocalizedNamesConverter : JsonConverter<LocalizedNames>
{
    public override LocalizedNames Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var names = JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options);
        return names is { Count: > 0 } ? LocalizedNames.From(names) : throw new JsonException("There is no name.");
    }

    public override void Write(Utf8JsonWriter writer, LocalizedNames value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (tag, name) in value.ByTag) writer.WriteString(tag, name);
        writer.WriteEndObject();
    }
}

/// <summary>A span of days as <c>{"from","to"}</c>, both included.</summary>
public sealed class DateIntervalConverter : JsonConverter<DateInterval>
{
    public override DateInterval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var span = JsonSerializer.Deserialize<DateSpan>(ref reader, options) ?? throw new JsonException("A span of days is null.");
        return span.From <= span.To ? new DateInterval(span.From, span.To) : throw new JsonException("A span of days ends before it begins.");
    }

    public override void Write(Utf8JsonWriter writer, DateInterval value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new DateSpan(value.Start, value.End), options);

    private sealed record DateSpan(LocalDate From, LocalDate To);
}

/// <summary>A season's window as <c>{"from","to"}</c>: days of every year, or full dates for one that is there once.</summary>
public sealed class SeasonWindowConverter : JsonConverter<SeasonWindow>
{
    public override SeasonWindow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var ends = JsonSerializer.Deserialize<Ends>(ref reader, options) ?? throw new JsonException("A window is null.");
        return ends.From.StartsWith("--", StringComparison.Ordinal)
            ? new SeasonWindow.Yearly(AnnualDateConverter.Pattern.Parse(ends.From).GetValueOrThrow(), AnnualDateConverter.Pattern.Parse(ends.To).GetValueOrThrow())
            : new SeasonWindow.Once(LocalDatePattern.Iso.Parse(ends.From).GetValueOrThrow(), LocalDatePattern.Iso.Parse(ends.To).GetValueOrThrow());
    }

    public override void Write(Utf8JsonWriter writer, SeasonWindow value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value switch
    {
        SeasonWindow.Yearly yearly => new Ends(AnnualDateConverter.Pattern.Format(yearly.From), AnnualDateConverter.Pattern.Format(yearly.To)),
        SeasonWindow.Once once => new Ends(LocalDatePattern.Iso.Format(once.From), LocalDatePattern.Iso.Format(once.To)),
        _ => throw new JsonException($"A window of type {value.GetType().Name} cannot be kept."),
    }, options);

    private sealed record Ends(string From, string To);
}

/// <summary>A list as an array; one that was never set as an empty array.</summary>
public sealed class ImmutableArrayConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;

    private sealed class Of<T> : JsonConverter<ImmutableArray<T>>
    {
        public override bool HandleNull => true;

        public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? [] : [.. JsonSerializer.Deserialize<List<T>>(ref reader, options)!];

        public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var item in value.IsDefault ? [] : value) JsonSerializer.Serialize(writer, item, options);
            writer.WriteEndArray();
        }
    }
}
