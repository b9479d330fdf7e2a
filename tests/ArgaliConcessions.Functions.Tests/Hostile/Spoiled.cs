using System.Text.Json;
using System.Text.Json.Nodes;

namespace ArgaliConcessions.Functions.Tests.Hostile;

/// <summary>A sound document with one thing in it spoiled.</summary>
/// <param name="What">For the message of a test that fails.</param>
/// <param name="Pointer">Where: the answer must name this place, or one within it.</param>
/// <param name="Text">The document.</param>
internal sealed record Spoiled(string What, string Pointer, string Text)
{
    private const string Mark = "\"@@spoiled@@\"";
    private static readonly string Long = $"\"{new string('x', 100_000)}\"";
    private static readonly string Deep = string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200));
    private static readonly string Crowd = $"[{string.Join(',', Enumerable.Repeat("0", 100_000))}]";

    /// <summary>Every place of a document spoiled in every way that fits it.</summary>
    public static IEnumerable<Spoiled> AllOf(string document)
    {
        var root = JsonNode.Parse(document)!;
        foreach (var pointer in Places(root, ""))
        {
            foreach (var (what, raw) in Ways(At(root, pointer)!)) yield return new Spoiled(what, pointer, With(document, pointer, raw));
        }

        foreach (var pointer in Places(root, "").Prepend("").Where(p => At(root, p) is JsonObject { Count: > 0 }))
        {
            var first = ((JsonObject)At(root, pointer)!).First();
            yield return Grown(document, pointer, "unknown member", "non~sense/x", "1", "non~0sense~1x");
            yield return Grown(document, pointer, "duplicate member", first.Key, first.Value!.ToJsonString(), first.Key);
        }
    }

    private static Spoiled Grown(string document, string pointer, string what, string name, string value, string escaped)
    {
        var whole = pointer.Length == 0 ? document.Trim() : At(JsonNode.Parse(document)!, pointer)!.ToJsonString();
        var grown = $"{whole[..^1]},\"{name}\":{value}}}";
        return new Spoiled(what, $"{pointer}/{escaped}", pointer.Length == 0 ? grown : With(document, pointer, grown));
    }

    private static IEnumerable<(string What, string Raw)> Ways(JsonNode node)
    {
        yield return ("too deep", Deep);
        if (node.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)) yield return ("true", "true");
        if (node is not JsonObject) yield return ("an object", """{"a":1}""");
        if (node is not JsonArray) yield return ("an array", "[1]");
        else yield return ("a crowd", Crowd);
        if (node is not JsonValue value) yield return ("a text", "\"x\"");
        else if (value.TryGetValue<string>(out _))
        {
            foreach (var way in TextWays) yield return way;
        }
        else foreach (var way in NumberWays) yield return way;
    }

    private static readonly (string, string)[] TextWays =
    [
        ("a number", "7"), ("NUL", "\"a\\u0000b\""), ("half a surrogate pair", "\"a\\ud800b\""), ("the other half", "\"\\udc00\""),
        ("a long text", Long), ("an empty text", "\"\""), ("spaces", "\"   \""), ("an escape", "\"\\u001b[31m\""),
    ];

    private static readonly (string, string)[] NumberWays =
    [
        ("a text", "\"1\""), ("1e400", "1e400"), ("-1e400", "-1e400"), ("1e308", "1e308"), ("-1e308", "-1e308"), ("a long number", new string('9', 5000)),
    ];

    /// <summary>The JSON pointers of everything below the root; of lists the first and the last item.</summary>
    private static IEnumerable<string> Places(JsonNode node, string pointer)
    {
        var children = node switch
        {
            JsonObject members => members.Where(m => m.Value is not null).Select(m => (m.Key, Value: m.Value!)),
            JsonArray items => items.Select((item, index) => ($"{index}", Value: item!)).Where((_, index) => index == 0 || index == items.Count - 1),
            _ => [],
        };
        foreach (var (name, child) in children)
        {
            yield return $"{pointer}/{name}";
            foreach (var place in Places(child, $"{pointer}/{name}")) yield return place;
        }
    }

    private static JsonNode? At(JsonNode root, string pointer) => pointer.Split('/').Skip(1).Aggregate((JsonNode?)root, (node, name) => Child(node!, name));

    private static JsonNode? Child(JsonNode node, string name) =>
        node is JsonArray items ? items[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : node[name];

    private static string With(string document, string pointer, string raw)
    {
        var root = JsonNode.Parse(document)!;
        At(root, pointer)!.ReplaceWith("@@spoiled@@");
        return root.ToJsonString().Replace(Mark, raw, StringComparison.Ordinal);
    }
}
