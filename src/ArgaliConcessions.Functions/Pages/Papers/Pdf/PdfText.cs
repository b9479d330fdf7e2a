using PdfSharp.Drawing;

namespace ArgaliConcessions.Functions.Pages.Papers.Pdf;

/// <summary>Measures and breaks text.</summary>
internal static class PdfText
{
    /// <summary>From line to line.</summary>
    public static double Height(XFont font) => font.Size * 1.22;

    /// <summary>From a line's top to its base line.</summary>
    public static double Ascent(XFont font) => font.Size * 0.95;

    /// <summary>Lines no wider than the room: broken at blanks, and within a word that is wider than all of it.</summary>
    public static IReadOnlyList<string> Wrap(XGraphics graphics, string text, XFont font, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ').SelectMany(w => Pieces(graphics, w, font, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && graphics.MeasureString(longer, font).Width > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines;
    }

    private static IEnumerable<string> Pieces(XGraphics graphics, string word, XFont font, double width)
    {
        var from = 0;
        for (var to = 1; to <= word.Length; to++)
        {
            if (to - from < 2 || graphics.MeasureString(word[from..to], font).Width <= width) continue;
            // Two halves of one letter beyond the basic plane stay together.
            var cut = char.IsLowSurrogate(word[to - 1]) && to - 2 > from ? to - 2 : to - 1;
            yield return word[from..cut];
            from = cut;
        }

        yield return word[from..];
    }
}
