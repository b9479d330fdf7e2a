using System.Text.Json;
using Azure.Data.Tables;

namespace ArgaliConcessions.Storage.AzureTables;

/// <summary>
/// A few values of a payload as properties of their own, for whoever looks into the table with Storage Explorer: what a row
/// is, who wrote it, when. They are never read back, and none of them names a hunter.
/// </summary>
internal static class EntityGlance
{
    /// <summary>Bytes that all of it may take on its way (<see cref="RawCommits"/> counts on it).</summary>
    public const int MostSentBytes = 1500;

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
        foreach (var (name, value) in Read(payload)) entity[name] = value;
    }

    private static List<(string Name, object Value)> Read(ReadOnlySpan<byte> payload)
    {
        var found = new List<(string, object)>();
        try
        {
            var json = new Utf8JsonReader(payload);
            var sent = 0;
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var shown = Shown.GetValueOrDefault(json.GetString()!);
                json.Read();
                if (shown is not null && ValueOf(ref json) is { } value && (sent += SentBytes(shown, value)) <= MostSentBytes) found.Add((shown, value));
                json.Skip();
            }
            return found;
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException)
        {
            // Not JSON after all, or not text: the row is complete without it.
            return [];
        }
    }

    // A name, a value of which each letter may be escaped, and the signs around them.
    private static int SentBytes(string name, object value) => name.Length + 30 + (value is string text ? 6 * text.Length : 20);

    private static object? ValueOf(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.String when json.GetString() is { Length: <= LongestValue } text => text,
        JsonTokenType.Number when json.TryGetInt64(out var number) => number,
        _ => null,
    };
}
