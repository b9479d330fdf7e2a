using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ArgaliConcessions.Functions.Spreadsheets;

/// <summary>What text of any origin becomes before it may stand in a workbook.</summary>
internal static partial class SheetText
{
    /// <summary>The most characters (UTF-16) that a cell of Excel holds.</summary>
    public const int LongestCell = 32_767;

    /// <summary>The most characters that the name of a sheet has.</summary>
    public const int LongestName = 31;

    private const char Unreadable = '\ufffd';

    /// <summary>
    /// The text of a cell. Characters that XML forbids become U+FFFD, every end of line a line feed, what is longer than a cell ends with "…".
    /// What would be read as a code of the format (<c>_x0041_</c> is an A) is written so that it is read as it stands (ECMA-376, 22.9.2.19).
    /// </summary>
    public static string Cell(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        return Code().Replace(Lawful(Shorten(lines, LongestCell, "…")), "_x005F$0");
    }

    /// <summary>A name that Excel takes for a sheet, and that no other sheet has: case does not tell two apart.</summary>
    public static string Name(string wanted, IReadOnlyCollection<string> taken)
    {
        var name = new string([.. Lawful(wanted).Select(c => char.IsControl(c) || "[]:*?/\\".Contains(c, StringComparison.Ordinal) ? '_' : c)]).Trim(' ', '\'');
        if (name.Length == 0) name = "_";
        // Excel keeps this name for itself.
        if (name.Equals("History", StringComparison.OrdinalIgnoreCase)) name += "_";
        var free = Shorten(name, LongestName, "");
        for (var copy = 2; taken.Contains(free, StringComparer.OrdinalIgnoreCase); copy++)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $" ({copy})");
            free = Shorten(name, LongestName - mark.Length, "") + mark;
        }
        return free;
    }

    private static string Shorten(string text, int most, string end)
    {
        if (text.Length <= most) return text;
        var length = most - end.Length;
        // Never half a character.
        if (char.IsHighSurrogate(text[length - 1])) length--;
        return text[..length] + end;
    }

    private static string Lawful(string text)
    {
        var lawful = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var allowed = rune.Value is '\t' or '\n' or >= 0x20 and not (0xfffe or 0xffff);
            if (allowed) lawful.Append(rune);
            else lawful.Append(Unreadable);
        }
        return lawful.ToString();
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
