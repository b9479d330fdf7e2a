using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>How the cells of a workbook show numbers, by the number of their style.</summary>
internal sealed class CellStyles
{
    private const int Most = 65_536;
    private readonly List<NumberLook> _looks = [];

    /// <summary>The look of a style; plain for one that the workbook does not have.</summary>
    public NumberLook Of(int style) => style >= 0 && style < _looks.Count ? _looks[style] : default;

    public static CellStyles Read(WorkbookStylesPart? part)
    {
        var styles = new CellStyles();
        if (part is null) return styles;
        var (codes, inCells) = (new Dictionary<int, string>(), false);
        using var reader = BoundedXml.Open(part);
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs") inCells = reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            if (reader.NodeType != XmlNodeType.Element) continue;
            var id = int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            if (reader.LocalName == "numFmt" && codes.Count < Most && reader.GetAttribute("formatCode") is { Length: <= 500 } code) codes[id] = code;
            else if (reader.LocalName == "xf" && inCells && styles._looks.Count < Most) styles._looks.Add(codes.TryGetValue(id, out var own) ? NumberLook.Of(own) : NumberLook.OfBuiltIn(id));
        }

        return styles;
    }
}
