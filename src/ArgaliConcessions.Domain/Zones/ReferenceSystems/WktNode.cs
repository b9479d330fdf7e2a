using System.Collections.Immutable;
using System.Globalization;

namespace ArgaliConcessions.Domain.Zones.ReferenceSystems;

/// <summary>A keyword of well-known text with what stands in its brackets: <c>UNIT["metre",1]</c>.</summary>
/// <param name="Keyword">Upper case.</param>
/// <param name="Texts">The quoted texts, in their order.</param>
/// <param name="Numbers">The numbers, in their order.</param>
/// <param name="Children">The keywords with brackets of their own, in their order.</param>
internal sealed record WktNode(string Keyword, ImmutableArray<string> Texts, ImmutableArray<double> Numbers, ImmutableArray<WktNode> Children)
{
    /// <summary>Characters of a description of a reference system at most; those in use have a thousand.</summary>
    public const int MaxLength = 20_000;

    private const int MaxDepth = 20;

    /// <summary>The first quoted text, or nothing.</summary>
    public string Name => Texts.FirstOrDefault() ?? "";

    public WktNode? Child(string keyword) => Children.FirstOrDefault(c => c.Keyword == keyword);

    /// <summary>The node itself or one below it, whichever comes first.</summary>
    public WktNode? Find(string keyword) => Keyword == keyword ? this : Children.Select(c => c.Find(keyword)).FirstOrDefault(found => found is not null);

    /// <summary>Reads a text; null when it is no well-known text, or too long or too deep to be one of a reference system.</summary>
    public static WktNode? Parse(string text)
    {
        if (text.Length > MaxLength) return null;
        var at = 0;
        var node = Node(text, ref at, 0);
        Blanks(text, ref at);
        return node is not null && at == text.Length ? node : null;
    }

    private static WktNode? Node(string text, ref int at, int depth)
    {
        Blanks(text, ref at);
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_')) at++;
        var keyword = text[start..at].ToUpperInvariant();
        Blanks(text, ref at);
        if (keyword.Length == 0 || depth > MaxDepth || at >= text.Length || text[at] is not ('[' or '(')) return null;
        var close = text[at++] == '[' ? ']' : ')';
        var (texts, numbers, children) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<double>(), ImmutableArray.CreateBuilder<WktNode>());
        while (true)
        {
            if (!Item(text, ref at, depth, texts, numbers, children)) return null;
            Blanks(text, ref at);
            if (at >= text.Length) return null;
            var mark = text[at++];
            if (mark == close) return new WktNode(keyword, texts.ToImmutable(), numbers.ToImmutable(), children.ToImmutable());
            if (mark != ',') return null;
        }
    }

    private static bool Item(
        string text, ref int at, int depth, ImmutableArray<string>.Builder texts, ImmutableArray<double>.Builder numbers, ImmutableArray<WktNode>.Builder children)
    {
        Blanks(text, ref at);
        if (at >= text.Length) return false;
        if (text[at] == '"') return Quoted(text, ref at, texts);
        if (char.IsAsciiLetter(text[at])) return Worded(text, ref at, depth, children);
        var start = at;
        while (at < text.Length && text[at] is not (',' or ']' or ')') && !char.IsWhiteSpace(text[at])) at++;
        if (!double.TryParse(text.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return false;
        numbers.Add(number);
        return true;
    }

    private static bool Quoted(string text, ref int at, ImmutableArray<string>.Builder texts)
    {
        var end = text.IndexOf('"', at + 1);
        if (end < 0) return false;
        texts.Add(text[(at + 1)..end]);
        at = end + 1;
        return true;
    }

    /// <summary>A keyword with brackets; one without (the directions of axes) says nothing that is asked for.</summary>
    private static bool Worded(string text, ref int at, int depth, ImmutableArray<WktNode>.Builder children)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
        var next = end;
        Blanks(text, ref next);
        if (next >= text.Length || text[next] is not ('[' or '('))
        {
            at = end;
            return true;
        }

        if (Node(text, ref at, depth + 1) is not { } child) return false;
        children.Add(child);
        return true;
    }

    private static void Blanks(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
