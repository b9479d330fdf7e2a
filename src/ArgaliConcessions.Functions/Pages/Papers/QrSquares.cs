using QRCoder;

namespace ArgaliConcessions.Functions.Pages.Papers;

/// <summary>A QR code as rows of dark runs, for whoever draws it.</summary>
/// <param name="Size">Modules of a side, the quiet edge included.</param>
/// <param name="Runs">Dark modules side by side.</param>
internal sealed record QrSquares(int Size, IReadOnlyList<QrRun> Runs)
{
    /// <param name="text">An address; letters of ASCII.</param>
    public static QrSquares Of(string text)
    {
        // A quarter of the code may be soiled or torn: it lives in a pocket.
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var rows = code.ModuleMatrix;
        var runs = new List<QrRun>();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                var from = x;
                while (x < rows[y].Length && rows[y][x]) x++;
                if (x > from) runs.Add(new QrRun(from, y, x - from));
            }
        }

        return new QrSquares(rows.Count, runs);
    }
}

internal readonly record struct QrRun(int X, int Y, int Length);
