using System.Net;
using ArgaliConcessions.Functions.Spreadsheets;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ArgaliConcessions.Functions.Tests.Imports;

/// <summary>A cell of a workbook that the program wrote.</summary>
internal sealed record BookCell(string Text, CellLook Look);

/// <summary>A workbook that the program wrote: its sheets by name, each with its rows of cells by letter, the titles first.</summary>
internal sealed record ReadBook(IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, BookCell>>> Sheets, byte[] Bytes)
{
    public static async Task<ReadBook> OfAsync(Task<HttpResponseMessage> sending, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await sending;
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {System.Text.Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 2000)))}");
        Assert.Equal(WorkbookWriter.MediaType, answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".xlsx", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        return Of(bytes);
    }

    public static ReadBook Of(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var book = document.WorkbookPart!;
        var sheets = book.Workbook!.Descendants<Sheet>().ToDictionary(
            s => s.Name!.Value!, s => RowsOf((WorksheetPart)book.GetPartById(s.Id!.Value!)), StringComparer.Ordinal);
        return new ReadBook(sheets, bytes);
    }

    /// <summary>The texts of a column below its title.</summary>
    public IReadOnlyList<string?> Column(string sheet, string title)
    {
        var letter = Sheets[sheet][0].Single(c => c.Value.Text == title).Key;
        return [.. Sheets[sheet].Skip(1).Select(r => r.GetValueOrDefault(letter)?.Text)];
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, BookCell>> RowsOf(WorksheetPart part) =>
    [
        .. part.Worksheet!.Descendants<Row>().Select(row => (IReadOnlyDictionary<string, BookCell>)row.Elements<Cell>().ToDictionary(
            c => c.CellReference!.Value!.TrimEnd([.. "0123456789"]), c => new BookCell(c.InnerText, (CellLook)(c.StyleIndex!.Value / 3)), StringComparer.Ordinal)),
    ];
}
