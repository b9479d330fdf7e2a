using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ArgaliConcessions.Functions.Spreadsheets;

/// <summary>The formats of a workbook's cells: every look with every kind of value.</summary>
internal static class WorkbookStyles
{
    private const uint General = 0;

    // Text by its format too: a spreadsheet would make a formula of "=1" as soon as somebody edits the cell.
    private const uint AsText = 49;
    private const uint AsDate = 164;

    private static readonly uint[] Formats = [General, AsText, AsDate];

    // The first two fills are the format's own.
    private static readonly string[] Colours = ["D9D9D9", "F8CBAD", "FFE699", "C6E0B4"];

    /// <summary>The number of a format, as cells refer to it.</summary>
    public static int Of(CellLook look, object? value) => (int)look * Formats.Length + value switch
    {
        string => 1,
        NodaTime.LocalDate => 2,
        _ => 0,
    };

    /// <summary>The number of the format of cells that are still empty.</summary>
    public static int Of(SheetFormat format) => (int)format;

    /// <summary>The part of the workbook that those numbers count in.</summary>
    public static Stylesheet Sheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = AsDate, FormatCode = "yyyy\\-mm\\-dd" }),
        new Fonts(Font(), Font(new Bold())),
        new Fills([new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), .. Colours.Select(Fill)]),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(Enum.GetValues<CellLook>().SelectMany(look => Formats.Select(format => Format(look, format)))));

    private static Font Font(params OpenXmlElement[] look) => new([.. look, new FontSize { Val = 11 }, new FontName { Val = "Calibri" }]);

    private static Fill Fill(string colour) => new(new PatternFill { PatternType = PatternValues.Solid, ForegroundColor = new ForegroundColor { Rgb = $"FF{colour}" } });

    private static CellFormat Format(CellLook look, uint number) => new()
    {
        NumberFormatId = number,
        ApplyNumberFormat = number != General,
        FontId = look == CellLook.Header ? 1u : 0u,
        FillId = look == CellLook.Plain ? 0u : (uint)look + 1,
        ApplyFill = look != CellLook.Plain,
        BorderId = 0,
        FormatId = 0,
    };
}
