using ArgaliConcessions.Functions.Tests.Docs;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Tests.Wording;

/// <summary>Every language has the texts that are promised in it, each once, and no others.</summary>
public sealed class CompleteTests
{
    private static readonly IReadOnlyList<string> English = [.. TextFiles.Of("en").Select(text => text.Key)];

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    public static TheoryData<string> Partial => [.. Language.All.Where(language => language.Fallback is not null).Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Files_OfALanguage_HaveNoKeyTwice(string language) =>
        Missing.Nothing(TextFiles.Of(language).GroupBy(text => text.Key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Files_OfALanguage_BelongToAFileInEnglish(string language) =>
        Missing.Nothing(TextFiles.Names.Where(name => $".{name}".EndsWith($".{language}.json", StringComparison.Ordinal))
            .SelectMany(name => TextFiles.Read(name).Select(text => text.Key).Except(TextFiles.Read(name.Replace($"{language}.json", "en.json", StringComparison.Ordinal)).Select(text => text.Key), StringComparer.Ordinal)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Files_OfALanguage_AreSorted(string language) =>
        Missing.Nothing(TextFiles.Names.Where(name => $".{name}".EndsWith($".{language}.json", StringComparison.Ordinal))
            .Where(name => TextFiles.Read(name).Select(text => text.Key) is var keys && !keys.SequenceEqual(keys.Order(StringComparer.Ordinal), StringComparer.Ordinal)));

    [Fact]
    public void Russian_HasEveryText() => Assert.Equal(English.Order(StringComparer.Ordinal), TextFiles.Of("ru").Select(text => text.Key).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Partial))]
    public void NamedSubjects_InEachLanguage_AreComplete(string language) =>
        Missing.Nothing(English.Where(NamedSubjects.Include).Except(TextFiles.Of(language).Select(text => text.Key), StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Partial))]
    public void OtherSubjects_InPartialLanguages_AreLeftToTheFallback(string language) =>
        Missing.Nothing(TextFiles.Of(language).Select(text => text.Key).Where(key => !NamedSubjects.Include(key)));

    [Fact]
    public void Resources_AllOfThem_AreLoaded() => Assert.All(Language.All, language =>
        Assert.Equal(TextFiles.Of(language.Code).Select(text => text.Key).Order(StringComparer.Ordinal), Texts.For(language).Keys.Order(StringComparer.Ordinal)));
}
