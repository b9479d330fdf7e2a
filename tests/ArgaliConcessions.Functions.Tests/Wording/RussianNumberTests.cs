using System.Text.RegularExpressions;
using ArgaliConcessions.Functions.Tests.Docs;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Tests.Wording;

/// <summary>What stands beside a number in a Russian text has the form that the number and the sentence ask for.</summary>
public sealed partial class RussianNumberTests
{
    private static readonly IReadOnlyList<KeyValuePair<string, string>> Russian = TextFiles.Of("ru");

    /// <summary>Placeholders that are never a number in a Russian text: a word after them stands on its own.</summary>
    private static readonly HashSet<string> NoNumbers = new(
        "act at closedFrom code column concession date day dueBy file folder from header holder letter line mapping name north number officer on openUntil other otherConcession otherZone outfitter paper place read record reservation surveyedOn tag taxon timeZone validFrom value zone"
            .Split(' '), StringComparer.Ordinal);

    /// <summary>
    /// Words that do not bend after a number: abbreviated units; what does not belong to the number (a preposition, a particle, a verb of its own); and
    /// the noun of a number that names and does not count ("в 2014 году", "порт 8080 занят", "версия 2 уже действует").
    /// </summary>
    private static readonly HashSet<string> Unbending = new(
        "га км м г из по до за без в и или для на там не уже нет есть нельзя забронировано занят открыть году закрыт имеют включительно".Split(' '), StringComparer.Ordinal);

    public static TheoryData<string> WithNumbers =>
        [.. Russian.Where(text => TextFiles.Placeholders(text.Value).Any(parts => parts.Length > 1)).Select(text => text.Key)];

    [Fact]
    public void Forms_BesideNumbers_AreAgreed() => Missing.Nothing(
        from text in Russian
        from parts in TextFiles.Placeholders(text.Value)
        where parts.Length > 1 && !AgreedForms.All.Contains(string.Join('|', parts[1..]))
        select $"{text.Key}: {string.Join('|', parts[1..])}");

    /// <summary>Every text with forms, read with every number: the rendering is put together by hand and compared.</summary>
    [Theory]
    [MemberData(nameof(WithNumbers))]
    public void Texts_WithNumbers_ReadRight(string key)
    {
        var text = Russian.Single(t => t.Key == key).Value;
        var counted = TextFiles.Placeholders(text).Where(parts => parts.Length > 1).Select(parts => parts[0]).ToHashSet(StringComparer.Ordinal);

        foreach (var number in AgreedForms.Numbers)
        {
            var args = TextFiles.Placeholders(text).Select(parts => parts[0]).Distinct(StringComparer.Ordinal)
                .ToDictionary(name => name, name => (object?)(counted.Contains(name) ? number : name), StringComparer.Ordinal);
            var expected = Inside().Replace(text, match => match.Groups["inside"].Value.Split('|') switch
            {
                [var name] => counted.Contains(name) ? $"{number}" : name,
                var parts => parts[1 + AgreedForms.Index(number)],
            });

            Assert.Equal(expected, Texts.For(Language.Russian).Format(key, args));
        }
    }

    [Fact]
    public void Nouns_AfterANumber_BendWithIt() => Missing.Nothing(
        from text in Russian
        from Match match in Followed().Matches(text.Value)
        where !NoNumbers.Contains(match.Groups["name"].Value) && !Unbending.Contains(match.Groups["word"].Value)
        select $"{text.Key}: {match.Value}");

    [Theory]
    [InlineData("fault.too-precise", 1, "В числе может быть не более 1 знака после запятой.")]
    [InlineData("fault.too-precise", 2, "В числе может быть не более 2 знаков после запятой.")]
    [InlineData("page.verdict.minimumAge", 7, "7 лет и старше")]
    [InlineData("page.verdict.minimumAge", 21, "21 год и старше")]
    [InlineData("page.verdict.minimumAge", 2, "2 года и старше")]
    [InlineData("reason.year-too-long", 2, "Охотничий год длится не более 2 календарных лет.")]
    public void Examples_ReadAloud_AreRight(string key, int number, string expected)
    {
        var name = Texts.For(Language.Russian).Placeholders(key).Single();

        Assert.Equal(expected, Texts.For(Language.Russian).Format(key, (name, number)));
    }

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)\}[ \u00a0](?<word>[а-яё]+)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Followed();

    [GeneratedRegex(@"\{(?<inside>[^{}]*)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Inside();
}
