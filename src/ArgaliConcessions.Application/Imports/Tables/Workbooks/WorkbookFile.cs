using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>A sheet of a workbook that holds cells.</summary>
internal sealed record NamedSheet(string Name, bool IsHidden, WorksheetPart Part);

/// <summary>A workbook that was opened to be read, and nothing of it changed.</summary>
internal sealed class WorkbookFile : IDisposable
{
    /// <summary>Sheets of one workbook at most.</summary>
    private const int MaxSheets = 200;

    private readonly SpreadsheetDocument _document;

    private WorkbookFile(SpreadsheetDocument document) => _document = document;

    public IReadOnlyList<NamedSheet> Sheets { get; private set; } = [];

    public IReadOnlyList<string> Texts { get; private set; } = [];

    public CellReader Cells { get; private set; } = null!;

    /// <exception cref="WorkbookException">It is none, or one that is not read; with the reason's code.</exception>
    public static WorkbookFile Open(ReadOnlyMemory<byte> bytes)
    {
        if (CompoundFile.Is(bytes.Span)) throw new WorkbookException(CompoundFile.IsEncrypted(bytes.Span) ? "encrypted-workbook" : "old-workbook");
        if (PackageBounds.Check(bytes) is { } fault) throw new WorkbookException(fault);
        var document = SpreadsheetDocument.Open(CopyOf(bytes), isEditable: true, new OpenSettings { AutoSave = false });
        var file = new WorkbookFile(document);
        try
        {
            file.Read();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => _document.Dispose();

    /// <summary>A stream that may be written to: an e-mail address that is none (<c>mailto:a b</c>) the library mends in the file before it opens it.</summary>
    private static MemoryStream CopyOf(ReadOnlyMemory<byte> bytes)
    {
        var copy = new MemoryStream(bytes.Length);
        copy.Write(bytes.Span);
        copy.Position = 0;
        return copy;
    }

    private void Read()
    {
        var type = _document.DocumentType;
        if (type is SpreadsheetDocumentType.MacroEnabledWorkbook or SpreadsheetDocumentType.MacroEnabledTemplate or SpreadsheetDocumentType.AddIn)
        {
            throw new WorkbookException("macro-workbook");
        }

        var workbook = _document.WorkbookPart ?? throw new WorkbookException("not-a-workbook");
        var since1904 = ReadSheets(workbook);
        Texts = SharedTexts.Read(workbook.SharedStringTablePart);
        Cells = new CellReader(CellStyles.Read(workbook.WorkbookStylesPart), since1904);
    }

    private bool ReadSheets(WorkbookPart workbook)
    {
        var (sheets, since1904) = (new List<NamedSheet>(), false);
        using var reader = BoundedXml.Open(workbook);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "workbookPr") since1904 = reader.GetAttribute("date1904") is "1" or "true";
            if (reader.LocalName != "sheet" || RelationOf(reader) is not { } relation) continue;
            if (sheets.Count == MaxSheets) throw new WorkbookException("workbook-too-large");
            var isHidden = reader.GetAttribute("state") is "hidden" or "veryHidden";
            if (workbook.GetPartById(relation) is WorksheetPart part) sheets.Add(new NamedSheet(reader.GetAttribute("name") ?? "", isHidden, part));
        }

        Sheets = sheets;
        return since1904;
    }

    /// <summary>The attribute <c>r:id</c>, whose namespace differs in the two forms of the format; the sheet's own number has the other name.</summary>
    private static string? RelationOf(XmlReader reader)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader is not { LocalName: "id", NamespaceURI.Length: > 0 }) continue;
            var value = reader.Value;
            reader.MoveToElement();
            return value;
        }

        reader.MoveToElement();
        return null;
    }
}
