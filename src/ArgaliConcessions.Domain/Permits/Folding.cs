using System.Globalization;
using System.Text;

namespace ArgaliConcessions.Domain.Permits;

/// <summary>Folds what people type into <c>[0-9A-Z]</c>: case, spaces, all dashes, invisible marks, full-width forms, and Cyrillic letters that look like Latin ones.</summary>
public static class Folding
{
    private const string Cyrillic = "АВЕЅІЈКМНОРСТУХ";
    private const string Latin = "ABESIJKMHOPCTYX";

    /// <summary>Upper-cased and folded; characters without meaning in a number are kept, so that a reader can refuse them.</summary>
    public static string Fold(string written)
    {
        var folded = new StringBuilder(written.Length);
        foreach (var c in written.Select(Narrow).Select(char.ToUpperInvariant))
        {
            if (char.IsWhiteSpace(c) || IsDash(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format) continue;
            var at = Cyrillic.IndexOf(c, StringComparison.Ordinal);
            folded.Append(at < 0 ? c : Latin[at]);
        }

        return folded.ToString();
    }

    private static bool IsDash(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation || c is '−' or '⁃';

    /// <summary>Full-width forms, as East Asian keyboards give them; the runtime's own normalising needs data that we do not ship.</summary>
    private static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
}
