using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ArgaliConcessions.Functions.Spreadsheets;

/// <summary>
/// Writes an Excel workbook (.xlsx) front to back, so that its length costs no memory: the stream need neither seek nor be read. A workbook has texts, numbers and
/// dates, no formula ever: a text that begins with "=" stays a text.
/// </summary>
/// <remarks>
/// The parts are put into the package by System.IO.Packaging and not by SpreadsheetDocument, which holds all of them until its end.
/// <see cref="Dispose"/> completes the workbook, unless a sheet was not written to its end: then what is in the stream opens nowhere, since half a list must not look like a whole one.
/// </remarks>
internal sealed class WorkbookWriter : IDisposable
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly Package package;
    private readonly List<string> names = [];
    private bool underWay;

    /// <param name="output">Left open.</param>
    public WorkbookWriter(Stream output) => package = Package.Open(output, FileMode.Create, FileAccess.Write);

    /// <summary>Writes a sheet: a row of titles that stays in sight, then the rows as they come.</summary>
    /// <param name="name">Made lawful and its own where it is not (<see cref="SheetText.Name"/>).</param>
    /// <param name="rows">At most <see cref="SheetWriter.MostRows"/> less the titles.</param>
    public void Sheet(string name, IReadOnlyList<SheetColumn> columns, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        var sheet = Begin(name, columns);
        foreach (var row in rows) sheet.Row(row);
        End(sheet);
    }

    /// <summary>Begins a sheet whose rows are not at hand yet; <see cref="End"/> must follow before another begins.</summary>
    public SheetWriter Begin(string name, IReadOnlyList<SheetColumn> columns)
    {
        if (underWay) throw new InvalidOperationException("The sheet before is not at its end.");
        underWay = true;
        names.Add(SheetText.Name(name, names));
        return new SheetWriter(Open(NewPart($"/xl/worksheets/sheet{names.Count}.xml", "worksheet+xml")), columns);
    }

    public void End(SheetWriter sheet)
    {
        sheet.End();
        underWay = false;
    }

    public void Dispose()
    {
        if (underWay) return;
        if (names.Count == 0) throw new InvalidOperationException("A workbook has at least one sheet.");
        AddPart("/xl/styles.xml", "styles+xml", WorkbookStyles.Sheet());
        var book = AddPart("/xl/workbook.xml", "sheet.main+xml", new Workbook(new Sheets(names.Select(Entry))));
        for (var i = 1; i <= names.Count; i++) book.CreateRelationship(new Uri($"worksheets/sheet{i}.xml", UriKind.Relative), TargetMode.Internal, Relations + "worksheet", $"s{i}");
        book.CreateRelationship(new Uri("styles.xml", UriKind.Relative), TargetMode.Internal, Relations + "styles", "styles");
        package.CreateRelationship(new Uri("xl/workbook.xml", UriKind.Relative), TargetMode.Internal, Relations + "officeDocument", "book");
        ((IDisposable)package).Dispose();
    }

    private static Sheet Entry(string name, int i) => new() { Name = name, SheetId = (uint)i + 1, Id = $"s{i + 1}" };

    private PackagePart NewPart(string address, string kind) => package.CreatePart(new Uri(address, UriKind.Relative), Main + kind, CompressionOption.Normal);

    private PackagePart AddPart(string address, string kind, OpenXmlElement content)
    {
        var part = NewPart(address, kind);
        using var stream = Open(part);
        using var xml = OpenXmlWriter.Create(stream);
        xml.WriteElement(content);
        return part;
    }

    // One part at a time: only when its stream is closed can the next be begun.
    private static Stream Open(PackagePart part) => part.GetStream(FileMode.Create, FileAccess.Write);
}
