using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>How the program writes JSON: camelCase, enums by name, dates and instants in ISO form, absent for null.</summary>
public static class Json
{
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>For writers that stream: the same escaping as <see cref="Options"/>.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = Options.Encoder };

    public static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Names in any script are written as they are; what could end a script or attribute stays escaped.
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        foreach (var converter in JsonTexts.All) options.Converters.Add(converter);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
