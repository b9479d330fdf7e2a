using System.Text.Json;
using ArgaliConcessions.Application;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>Puts a use case's reasons into words and JSON.</summary>
public static class ReasonText
{
    /// <summary><c>reason.code</c>, or its variant for the kind that the evidence names, with the evidence in its placeholders.</summary>
    public static string Of(Reason reason, Texts texts) => texts.FormatFirst(FindingTexts.ReasonKeys(reason.Code, reason.Evidence), Args(reason.Evidence));

    /// <summary>Evidence as the arguments of a text.</summary>
    public static IReadOnlyDictionary<string, object?> Args(Evidence evidence) =>
        evidence.Values.ToDictionary(v => v.Key, v => (object?)v.Value, StringComparer.Ordinal);

    /// <summary><c>{code, detail, law?, basis?, …figures}</c>.</summary>
    public static void Write(Utf8JsonWriter writer, Reason reason, Texts texts)
    {
        writer.WriteStartObject();
        writer.WriteString("code", reason.Code);
        writer.WriteString("detail", Of(reason, texts));
        if (reason.Pointer is not null) writer.WriteString("pointer", reason.Pointer);
        if (reason.Law is { } law) WriteLaw(writer, law);
        if (reason.Evidence.Values.Count > 0)
        {
            writer.WritePropertyName("evidence");
            JsonSerializer.Serialize(writer, reason.Evidence, Json.Options);
        }

        writer.WriteEndObject();
    }

    private static void WriteLaw(Utf8JsonWriter writer, LawRef law)
    {
        writer.WriteString("law", law.Path);
        if (law.Basis is null) return;
        writer.WritePropertyName("basis");
        JsonSerializer.Serialize(writer, law.Basis, Json.Options);
    }
}
