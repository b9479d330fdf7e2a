using System.Globalization;
using System.Xml;

namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>Reads references to cells: <c>C7</c>, <c>A1:C2</c>.</summary>
internal static class CellReference
{
    private const int LastColumn = 16_384;
    private const int LastRow = 1_048_576;

    /// <summary>The column from 0; null for none.</summary>
    /// <exception cref="WorkbookException">It is no reference.</exception>
    public static int? ColumnOf(string? reference) => reference is null ? null : Read(reference).Column;

    /// <exception cref="WorkbookException">It is no reference.</exception>
    public static (int Row, int Column) Read(string reference)
    {
        var (column, at) = (0, 0);
        while (at < reference.Length && at < 3 && char.IsAsciiLetter(reference[at])) column = (column * 26) + (char.ToUpperInvariant(reference[at++]) - 'A' + 1);
        var isRow = int.TryParse(reference.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out var row);
        if (!isRow || column is 0 or > LastColumn || row is 0 or > LastRow) throw new WorkbookException("damaged-workbook");
        return (row, column - 1);
    }

    /// <summary>The namespace of the element that a document begins with: the strict form of the format has another than the usual one.</summary>
    public static string NamespaceOf(this XmlReader reader)
    {
        reader.MoveToContent();
        return reader.NamespaceURI;
    }
}
