using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>Cells that were made one, all bounds included; columns from 0, rows from 1.</summary>
internal readonly record struct MergedCell(int Top, int Left, int Bottom, int Right)
{
    public bool Holds(int row, int column) => row >= Top && row <= Bottom && column >= Left && column <= Right;
}

/// <summary>The merged cells of a sheet; they stand behind its rows, so that they are read in a pass of their own.</summary>
internal sealed class MergedCells
{
    private const int Most = 200_000;

    /// <summary>Rows that a cell of a header is high at most.</summary>
    private const int Low = 4;

    private readonly List<MergedCell> _cells = [];
    private readonly Dictionary<int, List<MergedCell>> _lowByRow = [];

    /// <exception cref="WorkbookException">There are too many.</exception>
    public static MergedCells Read(WorksheetPart part)
    {
        var merged = new MergedCells();
        using var reader = BoundedXml.Open(part);
        if (!reader.ReadToFollowing("mergeCells", reader.NamespaceOf())) return merged;
        while (reader.Read() && reader.LocalName is "mergeCell" or "")
        {
            if (reader.NodeType != XmlNodeType.Element || reader.GetAttribute("ref") is not { } text) continue;
            if (merged._cells.Count == Most) throw new WorkbookException("workbook-too-large");
            var corners = text.Split(':');
            if (corners.Length != 2) continue;
            var (from, to) = (CellReference.Read(corners[0]), CellReference.Read(corners[1]));
            merged.Add(new MergedCell(from.Row, from.Column, to.Row, to.Column));
        }

        return merged;
    }

    /// <summary>The merged cell of a few rows that a place lies in; null for a cell of its own.</summary>
    public MergedCell? LowAt(int row, int column)
    {
        foreach (var cell in _lowByRow.GetValueOrDefault(row) ?? [])
        {
            if (cell.Holds(row, column)) return cell;
        }

        return null;
    }

    /// <summary>Those over several rows below a line.</summary>
    public IEnumerable<MergedCell> TallBelow(int line) => _cells.Where(c => c.Top > line && c.Bottom > c.Top);

    private void Add(MergedCell cell)
    {
        _cells.Add(cell);
        for (var row = cell.Top; row <= cell.Bottom && cell.Bottom - cell.Top < Low; row++)
        {
            if (!_lowByRow.TryGetValue(row, out var cells)) _lowByRow[row] = cells = [];
            cells.Add(cell);
        }
    }
}
