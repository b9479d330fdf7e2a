using System.Globalization;
using System.Text.RegularExpressions;

namespace ArgaliConcessions.Tests;

/// <summary>Operations of a store, as the documents write them: <c>7P 1R 1C</c>, or <c>none</c>.</summary>
/// <param name="Points">Reads of one row.</param>
/// <param name="Pages">Pages of ranges.</param>
/// <param name="Commits">Attempts of commits.</param>
public readonly partial record struct Operations(int Points, int Pages, int Commits)
{
    public static Operations operator -(Operations after, Operations before) =>
        new(after.Points - before.Points, after.Pages - before.Pages, after.Commits - before.Commits);

    /// <summary>Reads the form; null when the text is none.</summary>
    public static Operations? Read(string text)
    {
        if (text == "none") return default(Operations);
        return text.Length > 0 && Form().Match(text) is { Success: true } found ? new(Number(found.Groups["p"]), Number(found.Groups["r"]), Number(found.Groups["c"])) : null;
    }

    public override string ToString()
    {
        string[] words = [.. new[] { (Points, "P"), (Pages, "R"), (Commits, "C") }.Where(w => w.Item1 != 0).Select(w => w.Item1.ToString("#,0", CultureInfo.InvariantCulture) + w.Item2)];
        return words.Length == 0 ? "none" : string.Join(' ', words);
    }

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^((?<p>[0-9,]+)P)? ?((?<r>[0-9,]+)R)? ?((?<c>[0-9,]+)C)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
