using PdfSharp.Drawing;

namespace ArgaliConcessions.Functions.Pages.Papers.Pdf;

/// <summary>Lines and boxes of a form.</summary>
internal static class PdfParts
{
    private const double Gap = 12;
    private const double Padding = 6;
    private const double BlankHeight = 15.5;
    private static readonly XPen Rule = new(XColors.Gray, 0.4);

    private static XFont LabelFont => EmbeddedFonts.Regular(7);

    private static XFont ValueFont => EmbeddedFonts.Bold(8);

    /// <summary>A row that is taller than this is no row of a form: it is written as paragraphs, which go on from sheet to sheet.</summary>
    private const double TallestRow = 240;

    /// <summary>Lines in columns, row by row; each row goes whole onto a sheet.</summary>
    public static void Lines(PdfSheets sheets, IReadOnlyList<PaperLine> lines, double left, double width, int columns)
    {
        var column = (width - (Gap * (columns - 1))) / columns;
        foreach (var row in lines.Chunk(columns))
        {
            var height = row.Max(line => HeightOf(sheets.Graphics, line, column));
            if (height > TallestRow)
            {
                foreach (var line in row) sheets.Paragraph($"{line.Label}: {line.Value}", LabelFont);
                continue;
            }

            sheets.Need(height);
            for (var i = 0; i < row.Length; i++) Line(sheets.Graphics, row[i], left + (i * (column + Gap)), sheets.Y, column, height);
            sheets.Y += height;
        }
    }

    /// <summary>A part in a box; without one where it goes on on another sheet.</summary>
    public static void Framed(PdfSheets sheets, PaperPart part, int columns)
    {
        var (top, sheet) = (sheets.Y, sheets.Document.PageCount);
        sheets.Y += Padding;
        Heading(sheets, part, PdfSheets.Left + Padding, sheets.Width - (2 * Padding));
        Lines(sheets, part.Lines, PdfSheets.Left + Padding, sheets.Width - (2 * Padding), columns);
        sheets.Y += Padding;
        if (sheet == sheets.Document.PageCount) Box(sheets.Graphics, PdfSheets.Left, top, sheets.Width, sheets.Y - top, dashed: false);
    }

    public static void CuttingLine(PdfSheets sheets)
    {
        sheets.Y += 9;
        sheets.Graphics.DrawLine(new XPen(XColors.Black, 0.8) { DashPattern = [6, 4] }, 0, sheets.Y, sheets.Width + (2 * PdfSheets.Left), sheets.Y);
        sheets.Y += 9;
    }

    /// <summary>Two parts side by side that are torn off; both stay on one sheet.</summary>
    public static void TearOffs(PdfSheets sheets, PaperPart one, PaperPart other)
    {
        var width = (sheets.Width - Gap) / 2;
        sheets.Need(Math.Max(HeightOf(sheets.Graphics, one, width), HeightOf(sheets.Graphics, other, width)) + Gap);
        var top = sheets.Y;
        var bottoms = new[] { (one, PdfSheets.Left), (other, PdfSheets.Left + width + Gap) }.Select(part =>
        {
            sheets.Y = top + Padding;
            Heading(sheets, part.Item1, part.Item2 + Padding, width - (2 * Padding));
            Lines(sheets, part.Item1.Lines, part.Item2 + Padding, width - (2 * Padding), columns: 1);
            return sheets.Y + Padding;
        }).ToList();
        foreach (var left in new[] { PdfSheets.Left, PdfSheets.Left + width + Gap }) Box(sheets.Graphics, left, top, width, bottoms.Max() - top, dashed: true);
        sheets.Y = bottoms.Max() + Gap;
    }

    private static void Heading(PdfSheets sheets, PaperPart part, double left, double width)
    {
        foreach (var (text, font) in new[] { (part.Heading, EmbeddedFonts.Bold(10)), (part.Instruction, EmbeddedFonts.Regular(7)) }.Where(t => t.Item1.Length > 0))
        {
            foreach (var line in PdfText.Wrap(sheets.Graphics, text, font, width))
            {
                sheets.Graphics.DrawString(line, font, XBrushes.Black, left, sheets.Y + PdfText.Ascent(font));
                sheets.Y += PdfText.Height(font);
            }
        }

        sheets.Y += 2;
    }

    private static void Line(XGraphics graphics, PaperLine line, double left, double y, double width, double height)
    {
        var room = LabelWidth(graphics, line, width);
        Draw(graphics, PdfText.Wrap(graphics, line.Label, LabelFont, room), LabelFont, XBrushes.DimGray, left, y + 1.2);
        Draw(graphics, PdfText.Wrap(graphics, line.Value ?? "", ValueFont, width - room - 4), ValueFont, XBrushes.Black, left + room + 4, y);
        graphics.DrawLine(line.Value is null ? XPens.Black : Rule, line.Value is null ? left + room + 4 : left, y + height - 1.5, left + width, y + height - 1.5);
    }

    private static void Draw(XGraphics graphics, IReadOnlyList<string> lines, XFont font, XBrush brush, double x, double y)
    {
        for (var i = 0; i < lines.Count; i++) graphics.DrawString(lines[i], font, brush, x, y + PdfText.Ascent(font) + (i * PdfText.Height(font)));
    }

    /// <summary>As wide as the label, and no wider than two fifths.</summary>
    private static double LabelWidth(XGraphics graphics, PaperLine line, double width) => Math.Min(width * 0.4, graphics.MeasureString(line.Label, LabelFont).Width + 1);

    private static double HeightOf(XGraphics graphics, PaperLine line, double width)
    {
        var room = LabelWidth(graphics, line, width);
        var text = Math.Max(
            PdfText.Wrap(graphics, line.Label, LabelFont, room).Count * PdfText.Height(LabelFont),
            PdfText.Wrap(graphics, line.Value ?? "", ValueFont, width - room - 4).Count * PdfText.Height(ValueFont));
        return Math.Max(text + 2.6, line.Value is null ? BlankHeight : 0);
    }

    private static double HeightOf(XGraphics graphics, PaperPart part, double width)
    {
        var room = width - (2 * Padding);
        var (heading, todo) = (EmbeddedFonts.Bold(10), EmbeddedFonts.Regular(7));
        return (2 * Padding) + 2 + (PdfText.Wrap(graphics, part.Heading, heading, room).Count * PdfText.Height(heading))
            + (PdfText.Wrap(graphics, part.Instruction, todo, room).Count * PdfText.Height(todo)) + part.Lines.Sum(line => HeightOf(graphics, line, room));
    }

    private static void Box(XGraphics graphics, double x, double y, double width, double height, bool dashed)
    {
        var pen = new XPen(XColors.Black, 0.8);
        if (dashed) pen.DashPattern = [6, 4];
        graphics.DrawRectangle(pen, x, y, width, height);
    }
}
