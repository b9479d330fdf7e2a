using System.Globalization;

namespace ArgaliConcessions.Host.Local.Timers;

/// <summary>One field of a schedule: the values that fit it.</summary>
internal sealed class CronField
{
    private readonly SortedSet<int> _values = [];

    private CronField()
    {
    }

    public int First => _values.Min;

    public bool Has(int value) => _values.Contains(value);

    /// <summary>The first value from this one on; null when the field has none left.</summary>
    public int? AtOrAfter(int value)
    {
        var rest = _values.GetViewBetween(value, int.MaxValue);
        return rest.Count == 0 ? null : rest.Min;
    }

    /// <param name="names">Names of the values from <paramref name="min"/> on, parted by commas.</param>
    /// <exception cref="FormatException">The text is no field of these bounds.</exception>
    public static CronField Parse(string text, int min, int max, string names = "")
    {
        var field = new CronField();
        foreach (var part in text.Split(',')) field.Add(part, min, max, names);
        return field;
    }

    private void Add(string part, int min, int max, string names)
    {
        var (range, step) = part.Split('/') switch
        {
            [var whole] => (whole, 1),
            [var whole, var every] => (whole, Number(every, part, 1, max)),
            _ => throw Bad(part),
        };
        var (from, to) = range.Split('-') switch
        {
            ["*"] => (min, max),
            // A single value with a step runs to the field's end: 5/15 is 5, 20, 35, 50.
            [var one] when part.Contains('/', StringComparison.Ordinal) => (Value(one, min, max, names), max),
            [var one] => (Value(one, min, max, names), Value(one, min, max, names)),
            [var first, var last] => (Value(first, min, max, names), Value(last, min, max, names)),
            _ => throw Bad(part),
        };
        if (from > to) throw Bad(part);
        for (var value = from; value <= to; value += step) _values.Add(value);
    }

    private static int Value(string text, int min, int max, string names)
    {
        var index = Array.FindIndex(names.Split(','), n => n.Length > 0 && n.Equals(text, StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? index + min : Number(text, text, min, max);
    }

    private static int Number(string text, string part, int min, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max ? value : throw Bad(part);

    private static FormatException Bad(string part) => new($"'{part}' is no field of a schedule, or out of its range.");
}
