using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>The texts that a workbook's cells name by number.</summary>
internal static class SharedTexts
{
    /// <summary>Texts of one workbook at most.</summary>
    private const int Most = 1_000_000;

    /// <exception cref="WorkbookException">There are too many.</exception>
    public static IReadOnlyList<string> Read(SharedStringTablePart? part)
    {
        var texts = new List<string>();
        if (part is null) return texts;
        var text = new StringBuilder();
        using var reader = BoundedXml.Open(part);
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "si" }) continue;
            if (texts.Count == Most) throw new WorkbookException("workbook-too-large");
            BoundedXml.AddStringItem(reader, text.Clear());
            texts.Add(BoundedXml.Cleaned(text));
        }

        return texts;
    }
}
