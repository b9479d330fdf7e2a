using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace ArgaliConcessions.Functions.Pages.Papers.Pdf;

/// <summary>A4 sheets that are written from top to bottom; what has no room goes to the next one. Points; at 72 an inch.</summary>
internal sealed class PdfSheets : IDisposable
{
    public const double Left = 36;
    private const double Top = 32;
    private const double Bottom = 44;
    private XGraphics? _graphics;

    public PdfDocument Document { get; } = new();

    public double Width { get; private set; }

    /// <summary>Where the next thing begins.</summary>
    public double Y { get; set; }

    /// <summary>The sheet that is written on now.</summary>
    public XGraphics Graphics => _graphics ?? throw new InvalidOperationException("There is no sheet yet.");

    private double Last => Document.Pages[^1].Height.Point - Bottom;

    public void NewSheet()
    {
        _graphics?.Dispose();
        var page = Document.AddPage();
        page.Size = PageSize.A4;
        _graphics = XGraphics.FromPdfPage(page);
        (Width, Y) = (page.Width.Point - (2 * Left), Top);
    }

    /// <summary>Goes to a new sheet unless this one still has that much room.</summary>
    public void Need(double height)
    {
        if (Y + height > Last) NewSheet();
    }

    /// <summary>A paragraph; lines that find no room go on on the next sheet.</summary>
    /// <param name="width">Its width, points; null for that of the sheet.</param>
    public void Paragraph(string text, XFont font, double? width = null)
    {
        foreach (var line in PdfText.Wrap(Graphics, text, font, width ?? Width))
        {
            Need(PdfText.Height(font));
            Graphics.DrawString(line, font, XBrushes.Black, Left, Y + PdfText.Ascent(font));
            Y += PdfText.Height(font);
        }

        Y += 3;
    }

    /// <summary>Ends writing, and then draws over every sheet: foot, or what stands across it.</summary>
    public void OverAll(Action<XGraphics, PdfPage, int> draw)
    {
        _graphics?.Dispose();
        _graphics = null;
        for (var i = 0; i < Document.PageCount; i++)
        {
            using var over = XGraphics.FromPdfPage(Document.Pages[i], XGraphicsPdfPageOptions.Append);
            draw(over, Document.Pages[i], i + 1);
        }
    }

    public byte[] Save()
    {
        using var bytes = new MemoryStream();
        Document.Save(bytes, closeStream: false);
        return bytes.ToArray();
    }

    public void Dispose()
    {
        _graphics?.Dispose();
        Document.Dispose();
    }
}
