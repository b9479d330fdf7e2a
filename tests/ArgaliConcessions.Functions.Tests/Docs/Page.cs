using System.Text.RegularExpressions;
using ArgaliConcessions.Functions.Tests.Architecture;

namespace ArgaliConcessions.Functions.Tests.Docs;

/// <summary>One of the project's own Markdown pages, as far as tests read it: headings and tables.</summary>
internal sealed partial class Page
{
    private readonly string[] _lines;
    private readonly string _name;

    private Page(string name) => (_name, _lines) = (name, File.ReadAllLines(Path.Combine(SourceTree.Root, name)));

    public static Page Source { get; } = new("src/README.md");

    public static Page Readme { get; } = new("README.md");

    public static Page Infra { get; } = new("infra/README.md");

    /// <summary>The lines below a heading, up to the next heading.</summary>
    public IReadOnlyList<string> Section(string heading)
    {
        var start = Array.FindIndex(_lines, l => Heading().Match(l) is { Success: true } h && h.Groups[1].Value == heading);
        Assert.True(start >= 0, $"{_name} has no heading \"{heading}\".");
        return [.. _lines.Skip(start + 1).TakeWhile(l => !Heading().IsMatch(l))];
    }

    /// <summary>The rows of the tables below a heading, cell by cell, without their heads.</summary>
    public IReadOnlyList<string[]> Rows(string heading)
    {
        var rows = Section(heading).Where(l => l.StartsWith('|')).ToArray();
        Assert.True(rows.Length > 2, $"{_name} has no table below \"{heading}\".");
        return [.. rows.Where((r, i) => !IsRule(r) && !(i + 1 < rows.Length && IsRule(rows[i + 1]))).Select(r => r.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))];
    }

    /// <summary>What stands between backticks.</summary>
    public static IEnumerable<string> Code(string text) => Ticked().Matches(text).Select(m => m.Groups[1].Value);

    private static bool IsRule(string row) => row.All(c => c is '|' or '-' or ':' or ' ');

    [GeneratedRegex("^#+ (.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex("`([^`]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Ticked();
}
