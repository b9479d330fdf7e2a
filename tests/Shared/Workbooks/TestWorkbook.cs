using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ArgaliConcessions.Tests.Workbooks;

/// <summary>An Excel workbook as a test wants it, with everything in it that spreadsheets do and lists suffer from.</summary>
internal sealed class TestWorkbook
{
    private readonly List<TestSheet> _sheets = [];

    /// <summary>Codes of number formats; a cell's style is its place among them, plain first.</summary>
    private readonly List<string> _formats = ["General"];

    private readonly List<SharedStringItem> _shared = [];

    public bool Since1904 { get; init; }

    public TestSheet Sheet(string name = "List", SheetStateValues? state = null)
    {
        var sheet = new TestSheet(this, name, state);
        _sheets.Add(sheet);
        return sheet;
    }

    public uint StyleOf(string format)
    {
        if (!_formats.Contains(format)) _formats.Add(format);
        return (uint)_formats.IndexOf(format);
    }

    public string SharedIndex(SharedStringItem item)
    {
        _shared.Add(item);
        return $"{_shared.Count - 1}";
    }

    public byte[] Bytes(SpreadsheetDocumentType type = SpreadsheetDocumentType.Workbook, Action<SpreadsheetDocument>? also = null)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, type))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new WorkbookProperties { Date1904 = Since1904 }, new Sheets(_sheets.Select((s, i) => s.Add(book, (uint)i + 1))));
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(_shared.Select(s => s.CloneNode(true)));
            also?.Invoke(document);
        }

        return stream.ToArray();
    }

    private Stylesheet Styles() => new(
        new NumberingFormats(_formats.Select((code, i) => new NumberingFormat { NumberFormatId = (uint)(200 + i), FormatCode = code })),
        new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
        new CellFormats(_formats.Select((_, i) => new CellFormat { NumberFormatId = i == 0 ? 0u : (uint)(200 + i), ApplyNumberFormat = true })));
}
