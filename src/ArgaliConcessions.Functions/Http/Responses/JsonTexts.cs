using System.Text.Json;
using System.Text.Json.Serialization;
using ArgaliConcessions.Domain.Law;
using NodaTime;
using NodaTime.Text;

namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>Writes the domain's values as JSON. They are only written: requests are read by the body reader, which finds every fault.</summary>
internal static class JsonTexts
{
    public static IEnumerable<JsonConverter> All { get; } =
    [
        new Written<LocalDate>((writer, date) => writer.WriteStringValue(LocalDatePattern.Iso.Format(date))),
        new Written<Instant>((writer, instant) => writer.WriteStringValue(InstantPattern.ExtendedIso.Format(instant))),
        new Written<AnnualDate>((writer, date) => writer.WriteStringValue($"--{date.Month:00}-{date.Day:00}")),
        new Written<DateInterval>(WriteInterval),
        new Written<LocalizedNames>(WriteNames),
        new Written<Evidence>(WriteEvidence),
        new Written<EvidenceValue>(WriteValue),
    ];

    private static void WriteInterval(Utf8JsonWriter writer, DateInterval dates)
    {
        writer.WriteStartObject();
        writer.WriteString("from", LocalDatePattern.Iso.Format(dates.Start));
        writer.WriteString("to", LocalDatePattern.Iso.Format(dates.End));
        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, LocalizedNames names)
    {
        writer.WriteStartObject();
        foreach (var (tag, name) in names.ByTag) writer.WriteString(tag, name);
        writer.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter writer, Evidence evidence)
    {
        writer.WriteStartObject();
        WriteMembers(writer, evidence);
        writer.WriteEndObject();
    }

    /// <summary>The figures as members of the object that is being written.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, Evidence evidence)
    {
        foreach (var (name, value) in evidence.Values)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, EvidenceValue value)
    {
        switch (value)
        {
            case EvidenceValue.Text text:
                writer.WriteStringValue(text.Value);
                break;
            case EvidenceValue.Number number:
                writer.WriteNumberValue(number.Value);
                break;
            case EvidenceValue.Date date:
                writer.WriteStringValue(LocalDatePattern.Iso.Format(date.Value));
                break;
            case EvidenceValue.Dates dates:
                WriteInterval(writer, new DateInterval(dates.From, dates.To));
                break;
            case EvidenceValue.Names names:
                WriteNames(writer, names.Value);
                break;
            case EvidenceValue.Many many:
                writer.WriteStartArray();
                foreach (var item in many.Items) WriteValue(writer, item);
                writer.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"No JSON form for {value.GetType().Name}.");
        }
    }

    private sealed class Written<T>(Action<Utf8JsonWriter, T> write) : JsonConverter<T>
    {
        public override bool CanConvert(Type typeToConvert) => typeof(T).IsAssignableFrom(typeToConvert);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException($"{typeof(T).Name} is read by the body reader.");
    }
}
