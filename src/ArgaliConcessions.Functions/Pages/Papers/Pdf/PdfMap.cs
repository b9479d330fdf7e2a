using ArgaliConcessions.Functions.Pages.Maps;
using PdfSharp.Drawing;

namespace ArgaliConcessions.Functions.Pages.Papers.Pdf;

/// <summary>Draws the marks of a map into a PDF, as <see cref="MapSvg"/> does into a page.</summary>
internal static class PdfMap
{
    private const double HatchStep = 8;
    private static readonly XPen Hatch = new(XColor.FromArgb(160, 28, 28), 1.2);
    private static readonly XBrush Hunting = new XSolidBrush(XColor.FromArgb(207, 227, 212));

    /// <param name="width">The map's width on the sheet, points.</param>
    /// <returns>Its height.</returns>
    public static double Draw(XGraphics graphics, MapDrawing map, double x, double y, double width)
    {
        var scale = width / map.Width;
        var state = graphics.Save();
        graphics.TranslateTransform(x, y);
        graphics.ScaleTransform(scale);
        foreach (var mark in map.Marks) Draw(graphics, mark, map);
        graphics.Restore(state);
        return map.Height * scale;
    }

    private static void Draw(XGraphics graphics, MapMark mark, MapDrawing map)
    {
        switch (mark)
        {
            case MapMark.Ground ground: Ground(graphics, ground, map); break;
            case MapMark.Line line: graphics.DrawLine(PenOf(line), line.X1, line.Y1, line.X2, line.Y2); break;
            case MapMark.Filled filled: graphics.DrawPath(XBrushes.Black, PathOf([filled.Corners])); break;
            case MapMark.Words words: Words(graphics, words); break;
            default: throw new InvalidOperationException($"No drawing of {mark.GetType().Name}.");
        }
    }

    private static XPen PenOf(MapMark.Line line) =>
        line.Dotted ? new XPen(XColors.DimGray, line.Weight) { DashPattern = [3, 4] } : new XPen(XColors.Black, line.Weight);

    private static void Ground(XGraphics graphics, MapMark.Ground ground, MapDrawing map)
    {
        var path = PathOf(ground.Rings);
        if (ground.Look == MapLook.Closed) Hatched(graphics, path, map);
        else graphics.DrawPath(Hunting, path);
        var pen = ground.Look == MapLook.Hunting ? new XPen(XColor.FromArgb(29, 107, 60), 1.3) : new XPen(XColor.FromArgb(160, 28, 28), ground.Look == MapLook.Flagged ? 2.2 : 1.3);
        if (ground.Dashed) pen.DashPattern = [5, 3];
        graphics.DrawPath(pen, path);
    }

    private static void Hatched(XGraphics graphics, XGraphicsPath path, MapDrawing map)
    {
        var state = graphics.Save();
        graphics.IntersectClip(path);
        for (var at = -map.Height; at < map.Width; at += HatchStep) graphics.DrawLine(Hatch, at, map.Height, at + map.Height, 0);
        graphics.Restore(state);
    }

    private static void Words(XGraphics graphics, MapMark.Words words)
    {
        // The font has no primes; an apostrophe is read as minutes too.
        var text = words.Text.Replace('′', '’');
        var font = words.Bold ? EmbeddedFonts.Bold(words.Size) : EmbeddedFonts.Regular(words.Size);
        var width = graphics.MeasureString(text, font).Width;
        var state = graphics.Save();
        if (words.Turned) graphics.RotateAtTransform(-90, new XPoint(words.X, words.Y));
        var left = words.Centred ? words.X - (width / 2) : words.X;
        // A pale ground instead of the page's pale edge around the letters.
        if (words.Bold) graphics.DrawRectangle(new XSolidBrush(XColor.FromArgb(210, 255, 255, 255)), left - 2, words.Y - (words.Size * 0.82), width + 4, words.Size * 1.02);
        graphics.DrawString(text, font, XBrushes.Black, left, words.Y);
        graphics.Restore(state);
    }

    private static XGraphicsPath PathOf(IReadOnlyList<IReadOnlyList<(double X, double Y)>> rings)
    {
        var path = new XGraphicsPath { FillMode = XFillMode.Alternate };
        foreach (var ring in rings) path.AddPolygon([.. ring.Select(p => new XPoint(p.X, p.Y))]);
        return path;
    }
}
