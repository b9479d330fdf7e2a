using System.Text.RegularExpressions;
using ArgaliConcessions.Functions.Tests.Docs;

namespace ArgaliConcessions.Functions.Tests.Wording;

/// <summary>
/// Texts are written with the letters of their language. A Latin letter that looks like a Cyrillic one is invisible on the screen, but no search
/// finds the word, no screen reader reads it, and a font may show it otherwise.
/// </summary>
public sealed partial class LetterTests
{
    private const string Russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

    /// <summary>Latin letters that are drawn like Cyrillic ones.</summary>
    private const string LookAlike = "aceopxyABCEHKMOPTXY";

    private const char LastLatin = '\u0250';

    /// <summary>What is Latin though it looks Cyrillic: the measure M of coordinates.</summary>
    private static readonly string[] Names = ["M"];

    private static readonly Dictionary<string, string> Alphabets = new(StringComparer.Ordinal)
    {
        ["ru"] = Russian,
        ["ky"] = Russian + "ңөү",
        ["tg"] = "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    };

    public static TheoryData<string> Cyrillic => [.. Alphabets.Keys];

    public static TheoryData<string> Languages => CompleteTests.Languages;

    [Theory]
    [MemberData(nameof(Cyrillic))]
    public void Words_OfCyrillicLanguages_AreOfOneAlphabet(string language) => Missing.Nothing(
        from text in TextFiles.Of(language)
        from Match word in Word().Matches(TextFiles.Words(text.Value))
        where !word.Value.All(c => Alphabets[language].Contains(char.ToLowerInvariant(c))) && !word.Value.All(char.IsAsciiLetter)
        select $"{text.Key}: {word.Value}");

    /// <summary>A word all of whose letters have a Cyrillic twin is a slip of the keyboard more likely than a foreign word.</summary>
    [Theory]
    [MemberData(nameof(Cyrillic))]
    public void LatinWords_InCyrillicTexts_CanBeToldFromCyrillicOnes(string language) => Missing.Nothing(
        from text in TextFiles.Of(language)
        from Match token in Token().Matches(TextFiles.Words(text.Value))
        where token.Value.Any(char.IsAsciiLetter) && token.Value.Where(char.IsLetter).All(LookAlike.Contains) && !Names.Contains(token.Value)
        select $"{text.Key}: {token.Value}");

    [Fact]
    public void EnglishTexts_HaveLatinLettersOnly() => Missing.Nothing(
        from text in TextFiles.Of("en")
        from Match word in Word().Matches(TextFiles.Words(text.Value))
        where !word.Value.All(c => c < LastLatin)
        select $"{text.Key}: {word.Value}");

    /// <summary>Pages escape what they are given: markup in a text would be shown as it stands.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void Texts_OfALanguage_AreFreeOfMarkup(string language) =>
        Missing.Nothing(TextFiles.Of(language).Where(text => Markup().IsMatch(text.Value)).Select(text => text.Key));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Texts_OfALanguage_HaveNoStrayBlanks(string language) => Missing.Nothing(TextFiles.Of(language)
        .Where(text => !text.Key.StartsWith("cli.help", StringComparison.Ordinal) && !text.Key.StartsWith("cli.greeting", StringComparison.Ordinal) && StrayBlank().IsMatch(text.Value)).Select(text => text.Key));

    [Theory]
    [MemberData(nameof(Cyrillic))]
    public void Quotes_OfCyrillicLanguages_AreAngled(string language) =>
        Missing.Nothing(TextFiles.Of(language).Where(text => text.Value.AsSpan().IndexOfAny('"', '“', '”') >= 0).Select(text => text.Key));

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 60_000)]
    private static partial Regex Word();

    /// <summary>A word with what is joined to it by hyphens; nothing with a digit in it, which is a pattern of a date or a code.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d-])[\p{L}-]+(?![\p{L}\d-])", RegexOptions.None, 60_000)]
    private static partial Regex Token();

    [GeneratedRegex("<[a-zA-Z/!]|&[a-zA-Z#0-9]+;", RegexOptions.None, 60_000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^\s|\s$|(?<=\S)  | [,.:!?](?![\p{L}\d])|[\t\r]", RegexOptions.None, 60_000)]
    private static partial Regex StrayBlank();
}
