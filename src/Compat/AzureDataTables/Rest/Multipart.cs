namespace Azure.Data.Tables.Rest;

/// <summary>Stands for what Azure.Data.Tables does inside: takes a multipart body apart, and the multipart bodies within it.</summary>
internal static class Multipart
{
    private const int DeepestNesting = 4;

    /// <returns>The contents of all parts that are not multipart themselves, in order.</returns>
    /// <exception cref="FormatException">Not a multipart body.</exception>
    public static IEnumerable<string> Leaves(string? contentType, string body) => Leaves(contentType, body, depth: 0);

    /// <summary>Splits at the first blank line. Either half may be empty; header names are compared without regard to case.</summary>
    public static (Dictionary<string, string> Headers, string Body) Head(string text)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        while (at < text.Length && NextLine(text, ref at) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }
        return (headers, text[at..]);
    }

    private static IEnumerable<string> Leaves(string? contentType, string body, int depth)
    {
        if (depth > DeepestNesting) throw new FormatException("Parts within parts, without end.");
        foreach (var part in Parts(body, Boundary(contentType) ?? throw new FormatException($"'{contentType}' names no boundary.")))
        {
            var (headers, content) = Head(part);
            var type = headers.GetValueOrDefault("Content-Type");
            if (Boundary(type) is null) yield return content;
            else foreach (var leaf in Leaves(type, content, depth + 1)) yield return leaf;
        }
    }

    /// <summary>A last part without its closing line is taken as it is: whoever counts the parts will notice.</summary>
    private static IEnumerable<string> Parts(string body, string boundary)
    {
        var start = -1;
        for (var at = 0; at < body.Length;)
        {
            var lineStart = at;
            var line = NextLine(body, ref at).TrimEnd();
            var closes = line == $"--{boundary}--";
            if (!closes && line != $"--{boundary}") continue;
            if (start >= 0) yield return body[start..lineStart];
            if (closes) yield break;
            start = at;
        }
        if (start >= 0) yield return body[start..];
    }

    /// <returns>Null when the type is not multipart.</returns>
    private static string? Boundary(string? contentType)
    {
        if (contentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true) return null;
        return contentType.Split(';').Skip(1).Select(p => p.Split('=', 2))
            .Where(p => p.Length == 2 && p[0].Trim().Equals("boundary", StringComparison.OrdinalIgnoreCase))
            .Select(p => p[1].Trim().Trim('"')).FirstOrDefault(b => b.Length > 0);
    }

    private static string NextLine(string text, ref int at)
    {
        var end = text.IndexOf('\n', at);
        var line = end < 0 ? text[at..] : text[at..end];
        at = end < 0 ? text.Length : end + 1;
        return line.TrimEnd('\r');
    }
}
