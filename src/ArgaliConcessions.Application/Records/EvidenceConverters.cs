using System.Text.Json;
using System.Text.Json.Serialization;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Records;

/// <summary>Evidence as an object from name to value.</summary>
public sealed class EvidenceConverter : JsonConverter<Evidence>
{
    public override Evidence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Evidence.From(JsonSerializer.Deserialize<Dictionary<string, EvidenceValue>>(ref reader, options) ?? []);

    public override void Write(Utf8JsonWriter writer, Evidence value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Values, options);
}

/// <summary>
/// A value of evidence: text and numbers as such, many as an array, the rest as an object of one kind:
/// <c>{"date"}</c>, <c>{"from","to"}</c>, <c>{"names"}</c>.
/// </summary>
public sealed class EvidenceValueConverter : JsonConverter<EvidenceValue>
{
    public override EvidenceValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => new EvidenceValue.Text(reader.GetString()!),
        JsonTokenType.Number => new EvidenceValue.Number(reader.GetDecimal()),
        JsonTokenType.StartArray => new EvidenceValue.Many([.. JsonSerializer.Deserialize<List<EvidenceValue>>(ref reader, options)!]),
        JsonTokenType.StartObject => JsonSerializer.Deserialize<Shape>(ref reader, options)!.ToValue(),
        _ => throw new JsonException("This is no evidence."),
    };

    public override void Write(Utf8JsonWriter writer, EvidenceValue value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case EvidenceValue.Text text: writer.WriteStringValue(text.Value); break;
            case EvidenceValue.Number number: writer.WriteNumberValue(number.Value); break;
            case EvidenceValue.Many many: JsonSerializer.Serialize(writer, many.Items, options); break;
            default: JsonSerializer.Serialize(writer, Shape.Of(value), options); break;
        }
    }

    private sealed record Shape(LocalDate? Date, LocalDate? From, LocalDate? To, LocalizedNames? Names)
    {
        public static Shape Of(EvidenceValue value) => value switch
        {
            EvidenceValue.Date date => new Shape(date.Value, null, null, null),
            EvidenceValue.Dates dates => new Shape(null, dates.From, dates.To, null),
            EvidenceValue.Names names => new Shape(null, null, null, names.Value),
            _ => throw new JsonException($"Evidence of type {value.GetType().Name} cannot be kept."),
        };

        public EvidenceValue ToValue() => this switch
        {
            { Date: { } date } => new EvidenceValue.Date(date),
            { From: { } from, To: { } to } => new EvidenceValue.Dates(from, to),
            { Names: { } names } => new EvidenceValue.Names(names),
            _ => throw new JsonException("This is no evidence."),
        };
    }
}
