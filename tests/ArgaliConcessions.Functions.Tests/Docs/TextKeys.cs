using System.Text.RegularExpressions;
using ArgaliConcessions.Functions.Tests.Architecture;

namespace ArgaliConcessions.Functions.Tests.Docs;

/// <summary>
/// The keys of texts that the source can ask for: those that it names, and those that it puts together of a pattern (<c>$"page.verdict.{key}"</c>) and
/// words that are literals in the same folder or below it, or members of enums.
/// </summary>
internal static partial class TextKeys
{
    /// <summary>Beginnings of keys whose other parts are codes, kinds and names that come from anywhere: rules, refusals, checks, columns of lists and tables.</summary>
    private static readonly string[] OfCodes =
    [
        "archive.", "check.", "cli.", "column.", "fault.", "findings.column.", "list.", "missing.", "nextStep.", "permits.column.", "reason.", "refusal.",
        "report.act.none.", "report.fault.", "rule.", "table.", "word.", "zonefile.",
    ];

    /// <summary>Parts of codes that the source writes apart from the rest: <c>$"boundary-{fault}"</c>, <c>$"list-{fault}"</c>, <c>$"{what}-not-found"</c>.</summary>
    private static readonly (string Before, string After)[] Composed = [("boundary-", ""), ("list-", ""), ("", "-not-found")];

    private static readonly (string Folder, string Text)[] Sources = [.. SourceTree.CSharp("src").Select(file => (Path.GetDirectoryName(file)!, File.ReadAllText(file)))];

    private static readonly HashSet<string> Everywhere = Words(Sources.Select(source => source.Text));

    private static readonly (Regex Pattern, HashSet<string> Words)[] Patterns = [.. Sources.GroupBy(source => source.Folder, StringComparer.Ordinal).SelectMany(OfFolder)];

    public static bool IsAskedFor(string key) => Everywhere.Contains(key) || OfCodes.Any(root => IsOfCodes(root, key)) || Patterns.Any(pattern =>
        pattern.Pattern.Match(key) is { Success: true } match && match.Groups["hole"].Captures.All(hole => pattern.Words.Contains(hole.Value) || hole.Value.Split('.').All(part => IsWord(part, pattern.Words))));

    private static bool IsOfCodes(string root, string key) =>
        key.StartsWith(root, StringComparison.Ordinal) && key[root.Length..].Split('.').All(part => IsWord(part, Everywhere) || IsComposed(part));

    private static bool IsWord(string part, HashSet<string> words) => words.Contains(part) || SourceWords.Members.Contains(part) || part.All(char.IsAsciiDigit);

    private static bool IsComposed(string part) => Composed.Any(c =>
        part.StartsWith(c.Before, StringComparison.Ordinal) && part.EndsWith(c.After, StringComparison.Ordinal)
        && part.Length > c.Before.Length + c.After.Length && IsWord(part[c.Before.Length..^c.After.Length], Everywhere));

    private static IEnumerable<(Regex Pattern, HashSet<string> Words)> OfFolder(IGrouping<string, (string Folder, string Text)> folder)
    {
        var words = Words(Sources.Where(source => $"{source.Folder}/".StartsWith($"{folder.Key}/", StringComparison.Ordinal)).Select(source => source.Text));
        return folder.SelectMany(source => Composition().Matches(source.Text)).Select(match => match.Groups["pattern"].Value).Distinct(StringComparer.Ordinal)
            .Select(pattern => (new Regex($"^{Hole().Replace(pattern.Replace(".", @"\.", StringComparison.Ordinal), "(?<hole>[A-Za-z0-9.-]+)")}$", RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(1)), words));
    }

    /// <summary>Whole literals, and what stands between the holes of interpolated strings: <c>across</c> of <c>$"across.{state}"</c>.</summary>
    private static HashSet<string> Words(IEnumerable<string> sources) => sources
        .SelectMany(text => Literal().Matches(text).Concat(Interpolated().Matches(text).SelectMany(match => Between().Matches(match.Groups["pattern"].Value))))
        .Select(match => match.Groups["word"].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>A literal that could be a key or a part of one.</summary>
    [GeneratedRegex("\"(?<word>[A-Za-z][A-Za-z0-9.-]*)\"", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Literal();

    /// <summary>An interpolated string that could be a key: a subject, a dot, and somewhere a hole.</summary>
    [GeneratedRegex("""\$"(?<pattern>[a-zA-Z]+\.[a-zA-Z0-9.-]*(\{[^{}"\n]+\}[a-zA-Z0-9.-]*)+)"[^"]""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Composition();

    /// <summary>An interpolated string that could be a part of a key.</summary>
    [GeneratedRegex("""\$"(?<pattern>[a-zA-Z0-9.-]*(\{[^{}"\n]+\}[a-zA-Z0-9.-]*)+)"[^"]""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"(?<![{a-zA-Z0-9])(?<word>[a-zA-Z0-9-]+)(?=\.|$|\{)(?![^{]*\})", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Between();

    [GeneratedRegex(@"\{[^{}]+\}", RegexOptions.None, 60_000)]
    private static partial Regex Hole();
}
