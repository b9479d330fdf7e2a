namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>Entity tags on the wire (RFC 9110, 8.8.3). Ours are strong; a weak one that comes back never matches for a change.</summary>
internal static class EntityTags
{
    private const int Most = 32;

    public static string Write(string tag) => $"\"{tag}\"";

    /// <summary>The tags of a header without quotes, or <c>["*"]</c>; empty when the header is absent, null when it is malformed.</summary>
    public static IReadOnlyList<string>? Read(string header)
    {
        var text = header.Trim();
        if (text.Length == 0) return [];
        if (text == "*") return ["*"];
        var tags = new List<string>();
        while (text.Length > 0 && tags.Count < Most)
        {
            var weak = text.StartsWith("W/", StringComparison.Ordinal);
            var start = weak ? 2 : 0;
            var end = start < text.Length && text[start] == '"' ? text.IndexOf('"', start + 1) : -1;
            if (end < 0 || text[(start + 1)..end].Any(c => c is < '!' or > '~')) return null;
            tags.Add((weak ? "W/" : "") + text[(start + 1)..end]);
            text = text[(end + 1)..].TrimStart();
            if (text.Length > 0 && text[0] != ',') return null;
            text = text.TrimStart(',', ' ');
        }

        return tags;
    }
}
