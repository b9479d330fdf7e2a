using ArgaliConcessions.Functions.Tests.Docs;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Tests.Wording;

/// <summary>Placeholders are well formed, the same as in English, and give as many forms of a noun as the language has.</summary>
public sealed class PlaceholderTests
{
    private static readonly IReadOnlyDictionary<string, string> English = TextFiles.Of("en").ToDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Languages => CompleteTests.Languages;

    [Theory]
    [MemberData(nameof(Languages))]
    public void Texts_OfALanguage_CanBeParsed(string language) => Assert.All(TextFiles.Of(language), text =>
    {
        Assert.Empty(text.Value.Replace("{{", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal).Aggregate("", Braces));
        TextTemplate.Parse(text.Value);
    });

    [Theory]
    [MemberData(nameof(Languages))]
    public void Texts_OfALanguage_UseThePlaceholdersOfEnglish(string language) =>
        Missing.Nothing(TextFiles.Of(language).Where(text => !Names(text.Value).SequenceEqual(Names(English[text.Key]), StringComparer.Ordinal)).Select(text => text.Key));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Texts_OfALanguage_HaveNamesInTheirBraces(string language) => Missing.Nothing(TextFiles.Of(language)
        .Where(text => TextFiles.Placeholders(text.Value).Any(parts => !parts[0].All(char.IsAsciiLetterOrDigit) || parts[0].Length == 0 || parts.Any(string.IsNullOrWhiteSpace)))
        .Select(text => text.Key));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Plurals_OfALanguage_HaveAFormForEachClass(string language)
    {
        var classes = Grammar.Of(Language.Find(language)!).Classes.Count;

        Missing.Nothing(TextFiles.Of(language).Where(text => TextFiles.Placeholders(text.Value).Any(parts => parts.Length > 1 && parts.Length - 1 != classes)).Select(text => text.Key));
    }

    private static IEnumerable<string> Names(string text) => TextFiles.Placeholders(text).Select(parts => parts[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>What is open: nothing at the end, and never a brace within a brace.</summary>
    private static string Braces(string open, char next) => (open, next) switch
    {
        ("", '{') => "{",
        ("{", '}') => "",
        (_, '{' or '}') => "wrong",
        _ => open,
    };
}
