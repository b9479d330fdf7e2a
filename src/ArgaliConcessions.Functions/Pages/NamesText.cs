using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages;

/// <summary>Names as people must be able to compare them: in the reader's language, and in each other script that is known.</summary>
internal static class NamesText
{
    public static string Of(LocalizedNames names, Texts texts)
    {
        var first = names.In(texts.Language.Chain);
        var others = names.ByTag.Values.Where(n => n != first).Distinct(StringComparer.Ordinal).ToList();
        return others.Count == 0 ? first : $"{first} ({string.Join(" · ", others)})";
    }
}
