using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Rest;

/// <summary>Stands for what Azure.Data.Tables does inside: reads rows out of a reply in JSON with minimal metadata.</summary>
internal static class EntityReader
{
    public const string TypeSuffix = "@odata.type";

    private const string Metadata = "odata.";

    public static T One<T>(Response response) where T : class, ITableEntity => Read(response, root =>
    {
        var row = Row(root);
        if (row.ETag == default && response.Headers.ETag is { } tag) row.ETag = tag;
        return Cast<T>(row);
    });

    public static IReadOnlyList<T> Many<T>(Response response) where T : class, ITableEntity =>
        Read(response, root => root.GetProperty("value").EnumerateArray().Select(r => Cast<T>(Row(r))).ToArray());

    /// <summary>A reply that is cut short or is no JSON of rows counts as no reply: status 0.</summary>
    private static T Read<T>(Response response, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(response.Content.ToMemory());
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or OverflowException or InvalidOperationException)
        {
            throw new RequestFailedException("The Table service's reply cannot be read: " + e.Message, e);
        }
    }

    private static T Cast<T>(TableEntity row) where T : class, ITableEntity =>
        row as T ?? throw new NotSupportedException($"Rows are read as {nameof(TableEntity)} only, not as {typeof(T)}.");

    private static TableEntity Row(JsonElement element)
    {
        var row = new TableEntity();
        foreach (var property in element.EnumerateObject())
        {
            var name = property.Name;
            if (name.EndsWith(TypeSuffix, StringComparison.Ordinal)) continue;
            if (name.StartsWith(Metadata, StringComparison.Ordinal) && name != TableEntity.ETagName) continue;
            if (property.Value.ValueKind == JsonValueKind.Null) continue;
            row[name] = Value(property.Value, TypeOf(element, name));
        }
        return row;
    }

    /// <summary>The service states no type for its own time.</summary>
    private static string? TypeOf(JsonElement element, string name) =>
        element.TryGetProperty(name + TypeSuffix, out var type) ? type.GetString()
            : name == nameof(TableEntity.Timestamp) ? "Edm.DateTime" : null;

    private static object Value(JsonElement value, string? type) => type switch
    {
        "Edm.Binary" => value.GetBytesFromBase64(),
        "Edm.Int64" => value.ValueKind == JsonValueKind.String ? long.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetInt64(),
        "Edm.Double" => value.ValueKind == JsonValueKind.String ? double.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetDouble(),
        "Edm.Guid" => value.GetGuid(),
        "Edm.DateTime" => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        _ => Untyped(value),
    };

    private static object Untyped(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when value.TryGetInt32(out var whole) => whole,
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String => value.GetString()!,
        var kind => throw new FormatException($"A value of kind {kind}."),
    };
}
