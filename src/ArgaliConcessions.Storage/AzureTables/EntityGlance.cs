using System.Text.Json;
using Azure.Data.Tables;

namespace ArgaliConcessions.Storage.AzureTables;

/// <summary>
/// A few values of a payload as properties of their own, for whoever looks into the table with Storage Explorer: what a row
/// is, who wrote it, when. They are never read back, and none of them names a hunter.
/// </summary>
internal static class EntityGlance
{
    private const int LongestValue = 64;

    /// <summary>The members of a JSON object that are shown, and the property that shows each. Columns begin in lower case: no clash.</summary>
    private static readonly Dictionary<string, string> Shown = new[]
    {
        "action", "actor", "at", "code", "concession", "issued", "kind", "line", "number", "recordedAt",
        "rule", "sequence", "serial", "severity", "state", "status", "validFrom", "year",
    }.ToDictionary(member => member, member => char.ToUpperInvariant(member[0]) + member[1..], StringComparer.Ordinal);

    /// <summary>Adds what can be shown of a payload; nothing when it is no JSON object.</summary>
    public static void Add(TableEntity entity, ReadOnlySpan<byte> payload)
    {
        if (payload.IsEmpty || payload[0] != '{') return;
        try
        {
            Read(entity, payload);
        }
        catch (JsonException)
        {
            // Not JSON after all: the row is complete without it.
        }
    }

    private static void Read(TableEntity entity, ReadOnlySpan<byte> payload)
    {
        var json = new Utf8JsonReader(payload);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var shown = Shown.GetValueOrDefault(json.GetString()!);
            json.Read();
            if (shown is not null && ValueOf(ref json) is { } value) entity[shown] = value;
            json.Skip();
        }
    }

    private static object? ValueOf(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.String when json.GetString() is { Length: <= LongestValue } text => text,
        JsonTokenType.Number when json.TryGetInt64(out var number) => number,
        _ => null,
    };
}
