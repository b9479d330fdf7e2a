using System.Reflection;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace ArgaliConcessions.Functions.Pages.Papers.Pdf;

/// <summary>
/// The fonts of all our PDFs, from within the assembly: a server has none, and a reader's need not have our letters. PT Sans has Latin and
/// Cyrillic with the letters of Kyrgyz and Tajik; its licence lies beside it. What it has not (Chinese, say) is printed as an empty box.
/// </summary>
/// <remarks>
/// PDFsharp's subsets hold the parts of a letter, but not the parts of parts: of a font that builds Ё from Е and a mark that is itself built (DejaVu
/// does), it would print half. So a font must not nest them; a test looks.
/// </remarks>
internal sealed class EmbeddedFonts : IFontResolver
{
    private const string Family = "PT Sans";
    private const string RegularFace = "PTSans-Regular";
    private const string BoldFace = "PTSans-Bold";

    /// <summary>PDFsharp keeps one resolver for the process: it is set before the first font is made, and fonts are made here alone.</summary>
    static EmbeddedFonts() => GlobalFontSettings.FontResolver = new EmbeddedFonts();

    private EmbeddedFonts()
    {
    }

    /// <param name="size">Points.</param>
    public static XFont Regular(double size) => new(Family, size, XFontStyleEx.Regular, Unicode);

    /// <param name="size">Points.</param>
    public static XFont Bold(double size) => new(Family, size, XFontStyleEx.Bold, Unicode);

    private static XPdfFontOptions Unicode => new(PdfFontEncoding.Unicode, PdfFontEmbedding.TryComputeSubset);

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        familyName.Equals(Family, StringComparison.OrdinalIgnoreCase) ? new FontResolverInfo(isBold ? BoldFace : RegularFace) : null;

    public byte[]? GetFont(string faceName)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var name = assembly.GetManifestResourceNames().First(n => n.EndsWith($".{faceName}.ttf", StringComparison.Ordinal));
        using var file = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
