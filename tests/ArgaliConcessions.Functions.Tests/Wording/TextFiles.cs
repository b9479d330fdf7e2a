using System.Text.Json;
using System.Text.RegularExpressions;
using ArgaliConcessions.Functions.Tests.Architecture;

namespace ArgaliConcessions.Functions.Tests.Wording;

/// <summary>The texts as they stand in the files, before anything has parsed them.</summary>
internal static partial class TextFiles
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "src", "ArgaliConcessions.Functions", "Texts");

    /// <summary>Every text of a language, those that stand in two files twice.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(string language) =>
    [
        .. Directory.EnumerateFiles(Folder, "*.json").Where(file => $".{Path.GetFileName(file)}".EndsWith($".{language}.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).SelectMany(ReadFile),
    ];

    /// <summary>The names of the files without their folder: <c>verdict.ru.json</c>.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public static IEnumerable<KeyValuePair<string, string>> Read(string name) => ReadFile(Path.Combine(Folder, name));

    /// <summary>What stands in braces, split at the bars: a name and, of plurals, the forms.</summary>
    public static IEnumerable<string[]> Placeholders(string text) => Placeholder().Matches(Unescaped(text)).Select(match => match.Groups["inside"].Value.Split('|'));

    /// <summary>The text without its placeholders; each plural form stands where it would.</summary>
    public static string Words(string text) =>
        Placeholder().Replace(Unescaped(text), match => match.Groups["inside"].Value.Split('|') is [_, .. var forms] && forms.Length > 0 ? $" {string.Join(' ', forms)} " : " ");

    private static string Unescaped(string text) => text.Replace("{{", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> ReadFile(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        return [.. file.RootElement.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.GetString()!))];
    }

    [GeneratedRegex(@"\{(?<inside>[^{}]*)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
