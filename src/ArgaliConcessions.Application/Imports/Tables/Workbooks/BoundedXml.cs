using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>Reads the XML of a workbook's parts in one direction, without anything that reaches beyond the file.</summary>
internal static partial class BoundedXml
{
    /// <summary>Characters of a text that are kept: enough to see that it is too long.</summary>
    private const int Kept = ListTable.MaxCell + 1;

    /// <summary>No document types and so no entities, nothing fetched.</summary>
    public static XmlReader Open(OpenXmlPart part) => XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true,
    });

    /// <summary>Adds the text of the element that the reader stands on, up to the bound, and leaves the reader on its end.</summary>
    public static void AddText(XmlReader reader, StringBuilder text)
    {
        if (reader.IsEmptyElement) return;
        var (depth, buffer) = (reader.Depth, new char[512]);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            int read;
            while ((read = reader.ReadValueChunk(buffer, 0, buffer.Length)) > 0) text.Append(buffer, 0, Math.Min(read, Kept - text.Length));
        }
    }

    /// <summary>Adds the text of a string item (<c>si</c>, <c>is</c>): plain or in runs, without the marks of how it is pronounced.</summary>
    public static void AddStringItem(XmlReader reader, StringBuilder text)
    {
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        var more = reader.Read();
        while (more && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }

            if (reader is { NodeType: XmlNodeType.Element, LocalName: "t" }) AddText(reader, text);
            more = reader.Read();
        }
    }

    /// <summary>A text as a list's cell holds it: breaks of lines are spaces, escapes are undone, nothing stands around it.</summary>
    public static string Cleaned(StringBuilder text)
    {
        var plain = text.ToString();
        if (plain.Contains("_x", StringComparison.Ordinal)) plain = Escape().Replace(plain, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());
        return plain.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ').Trim();
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
