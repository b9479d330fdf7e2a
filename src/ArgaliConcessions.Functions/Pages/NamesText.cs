using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages;

/// <summary>Names as people must be able to compare them: in the reader's language, and in each other script that is known.</summary>
internal static class NamesText
{
    private static readonly Markup Separator = new(" · ");

    public static string Of(LocalizedNames names, Texts texts)
    {
        var all = Ordered(names, texts).Select(name => name.Value).ToList();
        return all.Count == 1 ? all[0] : $"{all[0]} ({string.Join(" · ", all[1..])})";
    }

    /// <summary>The same, each name in another language than the page's marked with it: a screen reader reads it in that language.</summary>
    public static Markup Html(LocalizedNames names, Texts texts)
    {
        var all = Ordered(names, texts).Select(name => Marked(name.Key, name.Value, texts)).ToList();
        return all.Count == 1 ? all[0] : Markup.Of($"{all[0]} ({all[1..].SelectMany((name, i) => i == 0 ? [name] : new[] { Separator, name })})");
    }

    private static Markup Marked(string tag, string name, Texts texts) =>
        tag == texts.Language.Code ? Markup.Of($"{name}") : Markup.Of($"<span lang=\"{tag}\">{name}</span>");

    /// <summary>The reader's own first, then by tag; a name that is the same in two languages once.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Ordered(LocalizedNames names, Texts texts)
    {
        var first = names.In(texts.Language.Chain);
        return names.ByTag.OrderBy(name => name.Value != first).ThenBy(name => name.Key != texts.Language.Code).DistinctBy(name => name.Value, StringComparer.Ordinal);
    }
}
