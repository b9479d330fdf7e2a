using System.Collections.Immutable;
using System.Globalization;
using ArgaliConcessions.Application.Imports.Tables;
using NodaTime.Text;

namespace ArgaliConcessions.Application.Imports;

/// <summary>Reads the cells of one row as values, and collects every fault instead of stopping at the first.</summary>
public sealed class RowReader(ListRow row)
{
    private static readonly LocalDatePattern Iso = LocalDatePattern.Iso;
    private static readonly LocalDatePattern Dotted = LocalDatePattern.CreateWithInvariantCulture("d.M.yyyy");
    private static readonly LocalTimePattern[] Times =
        [LocalTimePattern.CreateWithInvariantCulture("H:mm"), LocalTimePattern.CreateWithInvariantCulture("H:mm:ss")];

    private readonly ImmutableArray<ListFault>.Builder _faults = ImmutableArray.CreateBuilder<ListFault>();

    public int Line => row.Line;

    /// <summary>The row as it came.</summary>
    public ListRow Row => row;

    public ImmutableArray<ListFault> Faults => _faults.ToImmutable();

    public string? Text(string column, int max = 200)
    {
        if (!row.Cells.TryGetValue(column, out var text)) return null;
        return text.Length <= max ? text : Fault<string>(column, "too-long");
    }

    public string Required(string column, int max = 200) => Text(column, max) ?? MissingText(column);

    /// <summary>ISO or dd.MM.yyyy. A two-digit year is refused: 09 may be 2009 or 1909, and a permit may hang on it.</summary>
    public LocalDate? Date(string column)
    {
        if (Text(column, 40) is not { } text) return null;
        if (Iso.Parse(text).TryGetValue(default, out var date) || Dotted.Parse(text).TryGetValue(default, out date))
        {
            return date.Year is >= 1900 and <= 2199 ? date : FaultValue<LocalDate>(column, "date-out-of-range");
        }

        // 41883: a day as spreadsheets count them, which has lost its look. From which year on they counted is not said.
        if (text.Length == 5 && text.All(char.IsAsciiDigit)) return FaultValue<LocalDate>(column, "counted-day");
        var parts = text.Split('.', '-', '/');
        var shortYear = parts.Length == 3 && parts.All(p => p.Length is 1 or 2 && p.All(char.IsAsciiDigit));
        return FaultValue<LocalDate>(column, shortYear ? "two-digit-year" : "not-a-date");
    }

    public LocalDate RequiredDate(string column)
    {
        if (Date(column) is { } date) return date;
        Need(column);
        return default;
    }

    public LocalTime? Time(string column)
    {
        if (Text(column, 20) is not { } text) return null;
        foreach (var pattern in Times)
        {
            if (pattern.Parse(text).TryGetValue(default, out var time)) return time;
        }

        return FaultValue<LocalTime>(column, "not-a-time");
    }

    public int? Int(string column, int min, int max)
    {
        if (Text(column, 20) is not { } text) return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : FaultValue<int>(column, "not-a-whole-number");
    }

    /// <summary>A number with a decimal point or comma; a thousands separator is not guessed at but refused.</summary>
    public double? Number(string column, double min, double max)
    {
        if (Text(column, 40) is not { } text) return null;
        return double.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max
            ? number
            : FaultValue<double>(column, "not-a-number");
    }

    /// <summary>A word of a closed set, in any of the languages it is known in.</summary>
    public T? Word<T>(string column, WordList<T> words) where T : struct
    {
        if (Text(column, 60) is not { } text) return null;
        return words.Find(text) ?? FaultValue<T>(column, "unknown-word");
    }

    /// <summary>Says once that a required cell is empty; one that held something wrong has been said already.</summary>
    public void Need(string column)
    {
        if (!row.Cells.ContainsKey(column)) Missing(column);
    }

    public void Missing(string column) => _faults.Add(new ListFault(row.Line, column, "required"));

    public void Reject(string column, string code) => _faults.Add(new ListFault(row.Line, column, code, row.Cells.GetValueOrDefault(column)));

    private T? Fault<T>(string column, string code) where T : class
    {
        Reject(column, code);
        return null;
    }

    private T? FaultValue<T>(string column, string code) where T : struct
    {
        Reject(column, code);
        return null;
    }

    private string MissingText(string column)
    {
        Need(column);
        return "";
    }
}
