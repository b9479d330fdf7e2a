namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>What a number is shown as.</summary>
internal enum NumberKind { Plain, Date, DayOfYear, Time, DateTime, Scientific, Padded, Worded }

/// <summary>How a cell shows the number in it: a date, a number with zeros before it, a number among words.</summary>
/// <param name="Digits">Of <see cref="NumberKind.Padded"/>: how many digits are shown at least.</param>
internal readonly record struct NumberLook(NumberKind Kind, int Digits = 0)
{
    /// <summary>A format that a workbook names by number alone (ECMA-376 part 1, 18.8.30); those from 27 on are dates in the East.</summary>
    public static NumberLook OfBuiltIn(int id) => id switch
    {
        16 => new(NumberKind.DayOfYear),
        14 or 15 or 17 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => new(NumberKind.Date),
        (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) or 55 or 56 => new(NumberKind.Time),
        22 => new(NumberKind.DateTime),
        11 or 48 => new(NumberKind.Scientific),
        _ => new(NumberKind.Plain),
    };

    /// <summary>A format by its code, as <c>dd\.mm\.yyyy</c>, <c>[$-419]d mmmm yyyy</c>, <c>0000</c>, <c>"AB"000</c>.</summary>
    public static NumberLook Of(string code)
    {
        if (code.Equals("General", StringComparison.OrdinalIgnoreCase)) return new(NumberKind.Plain);
        var (symbols, words) = Split(code);
        var (date, time) = (symbols.Any(c => c is 'd' or 'y' or 'g' or 'b'), symbols.Any(c => c is 'h' or 's'));
        date |= !time && symbols.Contains('m', StringComparison.Ordinal);
        if (date && !time && symbols.Contains('d', StringComparison.Ordinal) && symbols.Contains('m', StringComparison.Ordinal) && !symbols.Contains('y', StringComparison.Ordinal))
        {
            return new(NumberKind.DayOfYear);
        }

        if (date) return new(time ? NumberKind.DateTime : NumberKind.Date);
        if (time) return new(NumberKind.Time);
        if (symbols.Contains("e+", StringComparison.Ordinal) || symbols.Contains("e-", StringComparison.Ordinal)) return new(NumberKind.Scientific);
        if (words) return new(NumberKind.Worded);
        return symbols.Length > 1 && symbols.All(c => c == '0') ? new(NumberKind.Padded, symbols.Length) : new(NumberKind.Plain);
    }

    /// <summary>The first section's symbols in small letters, and whether letters or digits stand among them as they are.</summary>
    private static (string Symbols, bool Words) Split(string code)
    {
        var (symbols, words) = (new System.Text.StringBuilder(), false);
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    var quote = EndOf(code, i, '"');
                    words |= code[i..quote].Any(char.IsLetterOrDigit);
                    i = quote;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    words |= code[i - 1] == '\\' && i < code.Length && char.IsLetterOrDigit(code[i]);
                    break;
                case '[':
                    var bracket = EndOf(code, i, ']');
                    // Time that has passed: [h]:mm. All else in brackets is colour, currency, language, condition.
                    if (code[(i + 1)..bracket].ToLowerInvariant() is { Length: > 0 } elapsed && elapsed.All(c => c is 'h' or 'm' or 's')) symbols.Append('h');
                    i = bracket;
                    break;
                default:
                    symbols.Append(char.ToLowerInvariant(code[i]));
                    break;
            }
        }

        return (symbols.Replace("am/pm", "h").Replace("a/p", "h").ToString(), words);
    }

    private static int EndOf(string code, int start, char end)
    {
        var at = code.IndexOf(end, start + 1);
        return at < 0 ? code.Length - 1 : at;
    }
}
