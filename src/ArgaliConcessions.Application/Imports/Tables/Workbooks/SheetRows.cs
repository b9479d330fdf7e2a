using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>What a cell holds, before it is told what it means.</summary>
internal enum RawKind { Text, Number, Boolean, Error, IsoDate, Uncalculated }

/// <summary>A cell that holds something.</summary>
/// <param name="Column">From 0.</param>
/// <param name="Text">The text; a number as the file writes it; an error's name.</param>
internal readonly record struct RawCell(int Column, RawKind Kind, string Text, int Style);

/// <param name="Number">From 1.</param>
/// <param name="Cells">Those that hold something, from left to right.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<RawCell> Cells);

/// <summary>Reads a sheet's rows one by one, as they stand in the file.</summary>
internal sealed class SheetRows(WorksheetPart part, IReadOnlyList<string> shared)
{
    private readonly StringBuilder _text = new();
    private int _row;

    /// <summary>The rows that hold something, from top to bottom.</summary>
    /// <exception cref="WorkbookException">Rows or cells are not in order, or there are too many columns.</exception>
    /// <exception cref="XmlException">The sheet is damaged.</exception>
    public IEnumerable<SheetRow> Read()
    {
        using var reader = BoundedXml.Open(part);
        if (!reader.ReadToFollowing("sheetData", reader.NamespaceOf())) yield break;
        while (reader.Read() && !IsEnd(reader, "sheetData"))
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "row" }) continue;
            var number = Index(reader.GetAttribute("r"), _row + 1);
            if (number <= _row) throw new WorkbookException("damaged-workbook");
            _row = number;
            var cells = reader.IsEmptyElement ? [] : Cells(reader);
            if (cells.Count > 0) yield return new SheetRow(number, cells);
        }
    }

    private List<RawCell> Cells(XmlReader reader)
    {
        var (cells, last) = (new List<RawCell>(), -1);
        while (reader.Read() && !IsEnd(reader, "row"))
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            var column = CellReference.ColumnOf(reader.GetAttribute("r")) ?? last + 1;
            if (column <= last) throw new WorkbookException("damaged-workbook");
            last = column;
            if (Cell(reader, column) is not { } cell) continue;
            if (column >= LaidColumn.Most) throw new WorkbookException("too-many-columns");
            cells.Add(cell);
        }

        return cells;
    }

    /// <summary>The cell that the reader stands on; null when nothing is in it.</summary>
    private RawCell? Cell(XmlReader reader, int column)
    {
        var (type, style) = (reader.GetAttribute("t"), Index(reader.GetAttribute("s"), 0));
        if (reader.IsEmptyElement) return null;
        var (formula, value) = (false, false);
        _text.Clear();
        while (reader.Read() && !IsEnd(reader, "c"))
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            formula |= reader.LocalName == "f";
            value |= reader.LocalName is "v" or "is";
            if (reader.LocalName == "v") BoundedXml.AddText(reader, _text);
            else if (reader.LocalName == "is") BoundedXml.AddStringItem(reader, _text);
        }

        if (formula && !(value && (_text.Length > 0 || type == "str"))) return new RawCell(column, RawKind.Uncalculated, "", style);
        return Valued(column, type, style);
    }

    private RawCell? Valued(int column, string? type, int style)
    {
        var (kind, text) = (type ?? "n") switch
        {
            "s" => (RawKind.Text, Shared(BoundedXml.Cleaned(_text))),
            "str" or "inlineStr" => (RawKind.Text, BoundedXml.Cleaned(_text)),
            "b" => (RawKind.Boolean, BoundedXml.Cleaned(_text)),
            "e" => (RawKind.Error, BoundedXml.Cleaned(_text)),
            "d" => (RawKind.IsoDate, BoundedXml.Cleaned(_text)),
            _ => (RawKind.Number, BoundedXml.Cleaned(_text)),
        };
        return text.Length == 0 ? null : new RawCell(column, kind, text, style);
    }

    private string Shared(string index)
    {
        if (index.Length == 0) return "";
        var at = Index(index, -1);
        return at >= 0 && at < shared.Count ? shared[at] : throw new WorkbookException("damaged-workbook");
    }

    private static bool IsEnd(XmlReader reader, string name) => reader.NodeType == XmlNodeType.EndElement && reader.LocalName == name;

    private static int Index(string? text, int absent) =>
        text is null ? absent : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw new WorkbookException("damaged-workbook");
}
