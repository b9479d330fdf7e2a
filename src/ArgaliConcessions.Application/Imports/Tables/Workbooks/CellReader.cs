using System.Globalization;
using NodaTime.Text;

namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>What a cell says, or why it cannot be told.</summary>
/// <param name="Text">As a CSV list would have it; null when there is a fault.</param>
/// <param name="Shown">The cell as it stands, for the one who looks for it.</param>
internal readonly record struct CellValue(string? Text, string? Fault, string Shown)
{
    public static CellValue Of(string text) => new(text, null, text);
}

/// <summary>Reads cells as the texts of a list.</summary>
/// <remarks>
/// A spreadsheet makes numbers and dates of what people type. Where a column holds text, what it has made cannot be taken
/// back (<c>1E5</c> has become 100000, <c>3-5</c> a day in May): so it is a fault, and not a paper number of another permit.
/// </remarks>
internal sealed class CellReader(CellStyles styles, bool since1904)
{
    /// <summary>From here on a number has lost digits: a spreadsheet keeps 15.</summary>
    private const double FirstInexact = 1e15;

    private static readonly LocalDatePattern OfEveryYear = LocalDatePattern.CreateWithInvariantCulture("MM'-'dd");
    private static readonly LocalTimePattern ToMinute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern ToSecond = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    public CellValue Read(RawCell cell, ColumnForm form) => cell.Kind switch
    {
        RawKind.Text => TextOf(cell.Text),
        RawKind.Boolean => CellValue.Of(cell.Text == "1" ? "true" : "false"),
        RawKind.Error => new CellValue(null, "error-cell", cell.Text),
        RawKind.Uncalculated => new CellValue(null, "formula-without-value", ""),
        RawKind.IsoDate => IsoDate(cell.Text, form),
        _ => NumberOf(cell, form),
    };

    private static CellValue TextOf(string text) =>
        text.Length > ListTable.MaxCell || text.Any(char.IsControl) ? new CellValue(null, "unreadable-cell", "") : CellValue.Of(text);

    private static CellValue IsoDate(string text, ColumnForm form)
    {
        var parsed = LocalDateTimePattern.ExtendedIso.Parse(text.TrimEnd('Z'));
        if (!parsed.Success) return LocalDatePattern.Iso.Parse(text).Success ? Typed(text, form) : new CellValue(null, "unreadable-cell", "");
        return Typed(Shown(parsed.Value.Date, parsed.Value.TimeOfDay, parsed.Value.TimeOfDay == LocalTime.Midnight ? NumberKind.Date : NumberKind.DateTime), form);
    }

    private CellValue NumberOf(RawCell cell, ColumnForm form)
    {
        if (!double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return new CellValue(null, "unreadable-cell", "");
        }

        var look = styles.Of(cell.Style);
        if (look.Kind is NumberKind.Date or NumberKind.DayOfYear or NumberKind.Time or NumberKind.DateTime) return Dated(number, look.Kind, form);
        var text = Plain(number);
        if (form is not (ColumnForm.Text or ColumnForm.Texts or ColumnForm.Any)) return CellValue.Of(text);
        return look.Kind switch
        {
            NumberKind.Scientific => new CellValue(null, "number-rewritten", text),
            NumberKind.Worded when form != ColumnForm.Any => new CellValue(null, "number-among-words", text),
            _ when Math.Abs(number) >= FirstInexact => new CellValue(null, "number-rewritten", text),
            NumberKind.Padded when number >= 0 && number % 1 == 0 => CellValue.Of(text.PadLeft(look.Digits, '0')),
            _ => CellValue.Of(text),
        };
    }

    private CellValue Dated(double number, NumberKind kind, ColumnForm form)
    {
        if (SerialDates.Read(number, since1904) is not { } read) return new CellValue(null, "no-such-day", Plain(number));
        // A whole day's worth of hours behind a look of time alone is a day whose time is looked at.
        if (read.Date is null && (kind != NumberKind.Time && number >= 1)) return new CellValue(null, "no-such-day", "29.02.1900");
        if (kind != NumberKind.DayOfYear) return Typed(Shown(read.Date, read.Time, kind), form);
        // Who types 01.09 means every year's; the year behind it is that of the day on which he typed.
        return form == ColumnForm.Any && read.Date is { } day ? CellValue.Of(OfEveryYear.Format(day)) : Typed(Shown(read.Date, read.Time, NumberKind.Date), form);
    }

    /// <summary>What the cell shows, to the second: a day, a time, or both; a day's midnight is not written out.</summary>
    private static string Shown(LocalDate? date, LocalTime time, NumberKind kind)
    {
        var clock = time.Second == 0 ? ToMinute.Format(time) : ToSecond.Format(time);
        if (date is not { } day || kind == NumberKind.Time) return clock;
        var written = LocalDatePattern.Iso.Format(day);
        return kind == NumberKind.Date || time == LocalTime.Midnight ? written : $"{written} {clock}";
    }

    private static CellValue Typed(string shown, ColumnForm form) =>
        form is ColumnForm.Text or ColumnForm.Texts or ColumnForm.Word ? new CellValue(null, "date-in-text", shown) : CellValue.Of(shown);

    /// <summary>Without an exponent and with the 15 digits that a spreadsheet shows: 0.1 + 0.2 is 0.3.</summary>
    private static string Plain(double number) => Math.Abs(number) < 1e28
        ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);
}
