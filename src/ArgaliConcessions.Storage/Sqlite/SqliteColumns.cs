using System.Text.Json;

namespace ArgaliConcessions.Storage.Sqlite;

/// <summary>A record's columns as the JSON text of one column, which SQLite's own functions can look into.</summary>
internal static class SqliteColumns
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public static string ToText(IReadOnlyDictionary<string, string> columns) => columns.Count == 0 ? "" : JsonSerializer.Serialize(columns);

    public static IReadOnlyDictionary<string, string> FromText(string text) =>
        text.Length == 0 ? None : JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? None;
}
