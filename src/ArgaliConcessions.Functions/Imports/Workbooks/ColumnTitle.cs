using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Imports.Workbooks;

/// <summary>What stands above the columns of templates.</summary>
internal static class ColumnTitle
{
    /// <summary>
    /// A header that the column is known by: its canonical name in English, else the first name in Cyrillic letters, which every clerk of the region
    /// reads. A star says that no row can do without; headers are compared without it.
    /// </summary>
    public static string Of(Column column, Language language)
    {
        var cyrillic = language == Language.English ? null : column.Aliases.FirstOrDefault(a => a.Any(c => c is >= '\u0400' and <= '\u052F'));
        var title = cyrillic is null ? column.Name : char.ToUpperInvariant(cyrillic[0]) + cyrillic[1..];
        return column.Required ? title + " *" : title;
    }

    /// <summary>One word of each value, in Cyrillic letters where the language has them.</summary>
    public static IReadOnlyList<string> Words(Column column, Language language) =>
        [.. column.Words.Select(words => (language == Language.English ? null : words.FirstOrDefault(w => w.Any(c => c is >= '\u0400' and <= '\u052F'))) ?? words[0])];
}
