using System.Text;

namespace ArgaliConcessions.Domain.Permits;

/// <summary>Folds what people type into <c>[0-9A-Z]</c>: case, spaces, all dashes, and Cyrillic letters that look like Latin ones.</summary>
public static class Folding
{
    private const string Cyrillic = "АВЕЅІЈКМНОРСТУХ";
    private const string Latin = "ABESIJKMHOPCTYX";

    /// <summary>Upper-cased and folded; characters without meaning in a number are kept, so that a reader can refuse them.</summary>
    public static string Fold(string written)
    {
        var folded = new StringBuilder(written.Length);
        foreach (var c in written.Normalize(NormalizationForm.FormKC).ToUpperInvariant())
        {
            if (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.DashPunctuation || c == '−') continue;
            var at = Cyrillic.IndexOf(c, StringComparison.Ordinal);
            folded.Append(at < 0 ? c : Latin[at]);
        }

        return folded.ToString();
    }
}
