using System.Text;

namespace ArgaliConcessions.Functions.Wording;

/// <summary>
/// A text with placeholders: <c>{name}</c> is a value, <c>{count|permit|permits}</c> the plural form that the value
/// asks for (Russian has three: <c>{count|лицензия|лицензии|лицензий}</c>). <c>{{</c> and <c>}}</c> are braces.
/// </summary>
internal sealed class TextTemplate
{
    private readonly IReadOnlyList<Segment> _segments;

    private TextTemplate(IReadOnlyList<Segment> segments)
    {
        _segments = segments;
        Names = _segments.Where(s => s.Name is not null).Select(s => s.Name!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
    }

    public IReadOnlyCollection<string> Names { get; }

    /// <exception cref="FormatException">A brace is not closed.</exception>
    public static TextTemplate Parse(string text)
    {
        var segments = new List<Segment>();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var doubled = i + 1 < text.Length && text[i + 1] == text[i];
            if (text[i] is '{' or '}' && doubled) literal.Append(text[i++]);
            else if (text[i] == '{') i = Placeholder(text, i, literal, segments);
            else literal.Append(text[i]);
        }

        if (literal.Length > 0) segments.Add(new Segment(literal.ToString(), null, []));
        return new TextTemplate(segments);
    }

    public string Fill(IReadOnlyDictionary<string, object?> args, WordForms forms)
    {
        var filled = new StringBuilder();
        foreach (var segment in _segments)
        {
            if (segment.Name is null) filled.Append(EndsInDot(filled) && segment.Literal.StartsWith('.') ? segment.Literal[1..] : segment.Literal);
            else if (!args.TryGetValue(segment.Name, out var value)) filled.Append('{').Append(segment.Name).Append('}');
            else filled.Append(segment.Plurals.Length == 0 ? forms.Of(value) : forms.Plural(value, segment.Plurals));
        }

        return filled.ToString();
    }

    // A Russian date ends in the dot of an abbreviation, which ends the sentence too: "1 марта 2015 г."
    private static bool EndsInDot(StringBuilder filled) => filled.Length > 0 && filled[^1] == '.';

    private static int Placeholder(string text, int start, StringBuilder literal, List<Segment> segments)
    {
        var end = text.IndexOf('}', start);
        if (end < 0) throw new FormatException($"A placeholder is not closed: {text}");
        if (literal.Length > 0) segments.Add(new Segment(literal.ToString(), null, []));
        literal.Clear();
        var parts = text[(start + 1)..end].Split('|');
        segments.Add(new Segment("", parts[0], parts[1..]));
        return end;
    }

    private sealed record Segment(string Literal, string? Name, string[] Plurals);
}
