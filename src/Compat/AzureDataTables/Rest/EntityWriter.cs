using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Rest;

/// <summary>Stands for what Azure.Data.Tables does inside: writes a row as JSON, with the type beside each value that JSON has no form for.</summary>
internal static class EntityWriter
{
    /// <summary>Time and version are the service's own and are left out, as are properties without a value.</summary>
    public static void Write(Utf8JsonWriter json, ITableEntity entity)
    {
        var row = entity as TableEntity ?? throw new NotSupportedException($"Only a {nameof(TableEntity)} can be written, not a {entity.GetType()}.");
        json.WriteStartObject();
        foreach (var (name, value) in (IDictionary<string, object>)row)
        {
            if (name is not (nameof(TableEntity.Timestamp) or TableEntity.ETagName) && value is not null) Property(json, name, value);
        }
        json.WriteEndObject();
    }

    private static void Property(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text: json.WriteString(name, text); break;
            case bool truth: json.WriteBoolean(name, truth); break;
            case int number: json.WriteNumber(name, number); break;
            case long number: Typed(json, name, "Edm.Int64"); json.WriteString(name, number.ToString(CultureInfo.InvariantCulture)); break;
            case double.NaN: Typed(json, name, "Edm.Double"); json.WriteString(name, "NaN"); break;
            // An infinity throws here, as it does in the real package.
            case double number: Typed(json, name, "Edm.Double"); json.WriteNumber(name, number); break;
            case byte[] bytes: Typed(json, name, "Edm.Binary"); json.WriteBase64String(name, bytes); break;
            case BinaryData data: Typed(json, name, "Edm.Binary"); json.WriteBase64String(name, data); break;
            case Guid id: Typed(json, name, "Edm.Guid"); json.WriteString(name, id); break;
            case DateTimeOffset time: Typed(json, name, "Edm.DateTime"); json.WriteString(name, Instant(time.UtcDateTime)); break;
            case DateTime time: Typed(json, name, "Edm.DateTime"); json.WriteString(name, Instant(time.ToUniversalTime())); break;
            default: throw new NotSupportedException($"The property '{name}' is a {value.GetType()}, which the Table service has no type for.");
        }
    }

    private static void Typed(Utf8JsonWriter json, string name, string type) => json.WriteString(name + EntityReader.TypeSuffix, type);

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
