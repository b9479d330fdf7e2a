using System.Globalization;

namespace ArgaliConcessions.Functions.Compliance.Reports;

/// <summary>
/// Writes rows of a table (RFC 4180: commas, CRLF, quotes doubled). A text that a spreadsheet would take for a formula
/// gets an apostrophe in front, as spreadsheets do themselves to show a text as it is.
/// </summary>
/// <remarks>Formula injection: OWASP, "CSV Injection".</remarks>
internal sealed class SafeCsv(TextWriter writer)
{
    // With the full-width look-alikes, which are formulas to some spreadsheets.
    private const string FormulaStarts = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    private static readonly char[] Quoted = [',', '"', '\r', '\n'];

    /// <summary>Writes one row: texts are made safe, numbers are written with a decimal point, null is an empty cell.</summary>
    public async Task WriteAsync(params IReadOnlyList<object?> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0) await writer.WriteAsync(',');
            await writer.WriteAsync(Cell(cells[i]));
        }
        await writer.WriteAsync("\r\n");
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quote(Harmless(text)),
        // A number's minus begins no formula.
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quote(Harmless(value.ToString() ?? "")),
    };

    // Blanks before a sign are skipped by some spreadsheets.
    private static string Harmless(string text)
    {
        var start = text.TrimStart(' ', '\u00a0');
        return start.Length > 0 && FormulaStarts.Contains(start[0], StringComparison.Ordinal) ? $"'{text}" : text;
    }

    private static string Quote(string text) => text.IndexOfAny(Quoted) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
