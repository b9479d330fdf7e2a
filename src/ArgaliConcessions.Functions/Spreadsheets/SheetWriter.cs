using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;

namespace ArgaliConcessions.Functions.Spreadsheets;

/// <summary>
/// One sheet of a workbook, written row by row: the titles, which stay in sight, then whatever <see cref="Row"/> is given. It holds one row at a time.
/// </summary>
internal sealed class SheetWriter
{
    /// <summary>The rows of a sheet of Excel, titles included.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>The columns of a sheet of Excel.</summary>
    public const int MostColumns = 16_384;

    // Before that day Excel counts a 29 February 1900 that never was.
    private static readonly LocalDate FirstSerial = new(1900, 3, 1);
    private static readonly LocalDate SerialZero = new(1899, 12, 30);
    private static readonly OpenXmlAttribute Kept = new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve");

    private readonly Stream part;
    private readonly OpenXmlWriter xml;
    private readonly string[] letters;
    private readonly List<DataValidation> choices;
    private int rows;

    internal SheetWriter(Stream part, IReadOnlyList<SheetColumn> columns)
    {
        ArgumentOutOfRangeException.ThrowIfZero(columns.Count, nameof(columns));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(columns.Count, MostColumns, nameof(columns));
        this.part = part;
        xml = OpenXmlWriter.Create(part);
        letters = [.. Enumerable.Range(0, columns.Count).Select(Letters)];
        choices = [.. columns.Select(Choice).OfType<DataValidation>()];
        Begin(columns);
        Row([.. columns.Select(column => new SheetCell(column.Title, CellLook.Header))]);
    }

    /// <summary>Writes the next row.</summary>
    /// <param name="cells">From the first column on, at most as many as there are columns.</param>
    /// <exception cref="InvalidOperationException">The sheet has <see cref="MostRows"/> rows: whoever has more says so before he begins.</exception>
    /// <exception cref="ArgumentException">More cells than columns, or a value that no cell can have.</exception>
    public void Row(IReadOnlyList<SheetCell> cells)
    {
        if (rows == MostRows) throw new InvalidOperationException($"A sheet has at most {MostRows} rows.");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cells.Count, letters.Length, nameof(cells));
        rows++;
        var number = rows.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement(new Row(), [new OpenXmlAttribute("r", "", number)]);
        for (var i = 0; i < cells.Count; i++) Write(letters[i] + number, cells[i]);
        xml.WriteEndElement();
    }

    internal void End()
    {
        xml.WriteEndElement();
        if (choices.Count > 0) xml.WriteElement(new DataValidations(choices) { Count = (uint)choices.Count });
        xml.WriteEndElement();
        xml.Dispose();
        part.Dispose();
    }

    private void Begin(IReadOnlyList<SheetColumn> columns)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        xml.WriteElement(new Columns(columns.Select((column, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = column.Width, CustomWidth = true, Style = (uint)WorkbookStyles.Of(column.Format) })));
        xml.WriteStartElement(new SheetData());
    }

    /// <summary>The list that a column's cells offer; null for none. It is an offer only: no error is shown for other words.</summary>
    private DataValidation? Choice(SheetColumn column, int i) => column.Choices.Count == 0 ? null : new DataValidation(new Formula1($"\"{string.Join(',', column.Choices)}\""))
    {
        Type = DataValidationValues.List, AllowBlank = true, ShowErrorMessage = false,
        SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{letters[i]}2:{letters[i]}{MostRows}" },
    };

    private void Write(string place, SheetCell cell)
    {
        // A date that Excel cannot count is better read as a text than as another day.
        var value = cell.Value is LocalDate early && early < FirstSerial ? NodaTime.Text.LocalDatePattern.Iso.Format(early) : cell.Value;
        var style = WorkbookStyles.Of(cell.Look, value);
        if (value is null && cell.Look == CellLook.Plain) return;
        List<OpenXmlAttribute> attributes = [new("r", "", place), new("s", "", style.ToString(CultureInfo.InvariantCulture))];
        if (value is string) attributes.Add(new OpenXmlAttribute("t", "", "inlineStr"));
        xml.WriteStartElement(new Cell(), attributes);
        if (value is string text) WriteText(text);
        else if (value is not null) xml.WriteElement(new CellValue(Number(value)));
        xml.WriteEndElement();
    }

    private void WriteText(string text)
    {
        xml.WriteStartElement(new InlineString());
        xml.WriteStartElement(new Text(), [Kept]);
        xml.WriteString(SheetText.Cell(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Number(object value) => value switch
    {
        LocalDate date => Period.DaysBetween(SerialZero, date).ToString(CultureInfo.InvariantCulture),
        double.NaN or double.PositiveInfinity or double.NegativeInfinity => throw new ArgumentException("A cell holds no number that is not finite.", nameof(value)),
        int or long or decimal or double => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell holds no {value.GetType().Name}.", nameof(value)),
    };

    private static string Letters(int column)
    {
        var name = "";
        for (var rest = column; rest >= 0; rest = rest / 26 - 1) name = (char)('A' + rest % 26) + name;
        return name;
    }
}
