using System.Text.Json;
using System.Text.RegularExpressions;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Tests.Given;

/// <summary>The texts of rules and verdicts in both languages, as far as a test needs them: does the evidence fill its text?</summary>
public static partial class Wordings
{
    private static readonly Dictionary<string, Dictionary<string, string>> Files = new[] { "rules.en", "rules.ru", "verdict.en", "verdict.ru" }
        .ToDictionary(name => name, Read, StringComparer.Ordinal);

    public static IEnumerable<string> Languages => ["en", "ru"];

    public static bool Has(string file, string language, string key) => Files[$"{file}.{language}"].ContainsKey(key);

    public static IEnumerable<string> Keys(string file, string language) => Files[$"{file}.{language}"].Keys;

    public static IEnumerable<string> Placeholders(string file, string language, string key) =>
        Placeholder().Matches(Files[$"{file}.{language}"][key]).Select(match => match.Groups[1].Value).Distinct();

    /// <summary>The first key that exists is filled by the evidence, in each language.</summary>
    public static void AssertFilled(string file, IEnumerable<string> keys, Evidence evidence)
    {
        foreach (var language in Languages)
        {
            var key = keys.FirstOrDefault(candidate => Has(file, language, candidate));
            Assert.True(key is not null, $"No text in {language} for {string.Join(", ", keys)}.");
            var empty = Placeholders(file, language, key).Where(name => !evidence.Values.ContainsKey(name)).ToList();
            Assert.True(empty.Count == 0, $"{key} ({language}) asks for {string.Join(", ", empty)}; evidence: {string.Join(", ", evidence.Values.Keys)}.");
        }
    }

    private static Dictionary<string, string> Read(string name)
    {
        using var stream = typeof(Wordings).Assembly.GetManifestResourceStream($"{name}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    [GeneratedRegex(@"\{(\w+)[|}]", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
