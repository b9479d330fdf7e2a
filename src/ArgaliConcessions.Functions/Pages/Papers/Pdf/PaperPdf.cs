using NodaTime;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace ArgaliConcessions.Functions.Pages.Papers.Pdf;

/// <summary>A printed permit as a PDF for A4: the counterfoil above the cutting line, the permit with its code, the tear-off fields; then map and acts.</summary>
internal static class PaperPdf
{
    private const double CodeSize = 92;
    private const double MapHeight = 400;

    public static byte[] Render(PaperForm form, Instant printedAt)
    {
        using var sheets = new PdfSheets();
        sheets.NewSheet();
        PdfParts.Framed(sheets, form.Counterfoil with { Lines = [.. Numbers(form), .. form.Counterfoil.Lines] }, columns: 2);
        PdfParts.CuttingLine(sheets);
        Head(sheets, form);
        PdfParts.Lines(sheets, form.Permit.Lines, PdfSheets.Left, sheets.Width, columns: 2);
        sheets.Y += 6;
        for (var i = 0; i + 1 < form.TearOffs.Count; i += 2) PdfParts.TearOffs(sheets, form.TearOffs[i], form.TearOffs[i + 1]);
        Back(sheets, form);
        sheets.OverAll((over, page, number) => Over(over, page, number, sheets.Document.PageCount, form));
        Describe(sheets.Document, form, printedAt);
        return sheets.Save();
    }

    private static IEnumerable<PaperLine> Numbers(PaperForm form) => [new PaperLine(form.NumberLabel, form.Number), new PaperLine(form.PaperLabel, form.PaperNumber)];

    private static void Head(PdfSheets sheets, PaperForm form)
    {
        var (top, right) = (sheets.Y, PdfSheets.Left + sheets.Width);
        var beside = sheets.Width - CodeSize - 12;
        sheets.Paragraph(form.Authority, EmbeddedFonts.Regular(8), beside);
        sheets.Paragraph(form.Title, EmbeddedFonts.Bold(14), beside);
        foreach (var line in Numbers(form)) sheets.Paragraph($"{line.Label} {line.Value}", EmbeddedFonts.Bold(10), beside);
        Code(sheets.Graphics, form.Qr, right - CodeSize, top);
        // Below the names on the left too, which may be long: both reach over the middle of the sheet.
        var y = Math.Max(top + CodeSize + 2, sheets.Y);
        var font = EmbeddedFonts.Regular(7);
        foreach (var line in new[] { form.Link, form.LinkNote }.SelectMany(text => PdfText.Wrap(sheets.Graphics, text, font, 260))) Right(sheets.Graphics, line, font, right, y += PdfText.Height(font));
        sheets.Y = Math.Max(sheets.Y, y) + 5;
    }

    private static void Right(XGraphics graphics, string text, XFont font, double right, double y) =>
        graphics.DrawString(text, font, XBrushes.Black, right - graphics.MeasureString(text, font).Width, y);

    private static void Code(XGraphics graphics, QrSquares code, double x, double y)
    {
        var module = CodeSize / code.Size;
        foreach (var run in code.Runs) graphics.DrawRectangle(XBrushes.Black, x + (run.X * module), y + (run.Y * module), run.Length * module, module);
    }

    private static void Back(PdfSheets sheets, PaperForm form)
    {
        sheets.NewSheet();
        sheets.Paragraph(form.MapHeading, EmbeddedFonts.Bold(11));
        if (form.Map is { } map)
        {
            var width = Math.Min(sheets.Width, MapHeight * map.Width / map.Height);
            sheets.Y += PdfMap.Draw(sheets.Graphics, map, PdfSheets.Left, sheets.Y, width) + 6;
        }

        PdfParts.Lines(sheets, form.Zones, PdfSheets.Left, sheets.Width, columns: 1);
        sheets.Y += 3;
        sheets.Paragraph(form.MapNote, EmbeddedFonts.Regular(7));
        sheets.Y += 6;
        sheets.Need(40);
        sheets.Paragraph(form.ActsHeading, EmbeddedFonts.Bold(11));
        PdfParts.Lines(sheets, form.Acts, PdfSheets.Left, sheets.Width, columns: 1);
        sheets.Y += 8;
        foreach (var note in form.Notes) sheets.Paragraph(note, EmbeddedFonts.Regular(8));
    }

    /// <summary>What stands on every sheet, so that none can be used without it.</summary>
    private static void Over(XGraphics graphics, PdfPage page, int number, int count, PaperForm form)
    {
        var font = EmbeddedFonts.Regular(7);
        var (width, height) = (page.Width.Point, page.Height.Point);
        graphics.DrawLine(new XPen(XColors.Black, 0.5), PdfSheets.Left, height - 36, width - PdfSheets.Left, height - 36);
        var y = height - 28;
        foreach (var line in PdfText.Wrap(graphics, form.Foot, font, width - (2 * PdfSheets.Left) - 40))
        {
            graphics.DrawString(line, font, XBrushes.Black, PdfSheets.Left, y);
            y += PdfText.Height(font);
        }

        Right(graphics, FormattableString.Invariant($"{number} / {count}"), font, width - PdfSheets.Left, height - 28);
        if (form.Across is not { } across) return;
        var large = EmbeddedFonts.Bold(Math.Min(84, 84 * 560 / graphics.MeasureString(across, EmbeddedFonts.Bold(84)).Width));
        var measured = graphics.MeasureString(across, large).Width;
        graphics.RotateAtTransform(-38, new XPoint(width / 2, height / 2));
        graphics.DrawString(across, large, new XSolidBrush(XColor.FromArgb(105, 160, 28, 28)), (width - measured) / 2, (height / 2) + (large.Size / 3));
    }

    private static void Describe(PdfDocument document, PaperForm form, Instant printedAt)
    {
        document.Language = form.Language;
        document.Info.Title = $"{form.Title} {form.Number}";
        document.Info.Author = form.Authority;
        document.Info.CreationDate = printedAt.ToDateTimeUtc();
    }
}
