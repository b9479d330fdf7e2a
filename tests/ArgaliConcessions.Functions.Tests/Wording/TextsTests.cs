using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Wording;
using NodaTime;

namespace ArgaliConcessions.Functions.Tests.Wording;

public sealed class TextsTests
{
    private static readonly Texts English = Texts.For(Language.English);
    private static readonly Texts Russian = Texts.For(Language.Russian);
    private static readonly Texts Kyrgyz = Texts.For(Language.Kyrgyz);
    private static readonly Texts Tajik = Texts.For(Language.Tajik);

    [Fact]
    public void RussianTexts_WithWords_AreWrittenInCyrillic()
    {
        string[] international = ["cli.greeting-token", "date.moment"];
        var latin = Russian.Keys.Where(k => !international.Contains(k) && Russian.Format(k) is var text && text.Any(char.IsLetter) && !text.Any(c => c is >= 'А' and <= 'я'));

        Assert.Equal([], latin.Where(k => Russian.Format(k).Split('{', '}').Where((_, i) => i % 2 == 0).Any(p => p.Any(char.IsLetter))));
    }

    [Fact]
    public void Format_Date_IsInTheLanguagesOwnWords()
    {
        Assert.Equal("1 March 2015", English.Value(new LocalDate(2015, 3, 1)));
        Assert.Equal("1 марта 2015 г.", Russian.Value(new LocalDate(2015, 3, 1)));
        Assert.Equal("14 March 2015, 06:00 UTC", English.Value(Instant.FromUtc(2015, 3, 14, 6, 0)));
        Assert.Equal("14 марта 2015 г., 06:00 UTC", Russian.Value(Instant.FromUtc(2015, 3, 14, 6, 0)));
        Assert.Equal("2015-ж. 1-март", Kyrgyz.Value(new LocalDate(2015, 3, 1)));
        Assert.Equal("2015-ж. 14-март, 06:00 UTC", Kyrgyz.Value(Instant.FromUtc(2015, 3, 14, 6, 0)));
        Assert.Equal("1 марти соли 2015", Tajik.Value(new LocalDate(2015, 3, 1)));
        Assert.Equal("аз 1 марти соли 2015 то 31 майи соли 2015", Tajik.Value(new DateInterval(new LocalDate(2015, 3, 1), new LocalDate(2015, 5, 31))));
    }

    [Theory]
    [InlineData(1234567, "1,234,567", "1\u00a0234\u00a0567")]
    [InlineData(-12, "-12", "-12")]
    public void Format_Number_HasTheLanguagesSeparators(int value, string english, string russian)
    {
        Assert.Equal(english, English.Value(value));
        Assert.All([Russian, Kyrgyz, Tajik], texts => Assert.Equal(russian, texts.Value(value)));
    }

    [Fact]
    public void Format_Fraction_HasTheLanguagesSeparator()
    {
        Assert.Equal("2,140.5", English.Value(2140.5));
        Assert.Equal("2\u00a0140,5", Russian.Value(2140.5m));
    }

    [Theory]
    [InlineData(0, "лицензий")]
    [InlineData(1, "лицензия")]
    [InlineData(2, "лицензии")]
    [InlineData(4, "лицензии")]
    [InlineData(5, "лицензий")]
    [InlineData(11, "лицензий")]
    [InlineData(14, "лицензий")]
    [InlineData(21, "лицензия")]
    [InlineData(22, "лицензии")]
    [InlineData(111, "лицензий")]
    [InlineData(112, "лицензий")]
    [InlineData(101, "лицензия")]
    public void Plural_Russian_HasThreeForms(int count, string form) =>
        Assert.Equal(form, new WordForms(Russian).Plural(count, ["лицензия", "лицензии", "лицензий"]));

    [Theory]
    [InlineData(0, "other", "other")]
    [InlineData(1, "one", "other")]
    [InlineData(2, "other", "other")]
    [InlineData(21, "other", "other")]
    public void Plural_KyrgyzAndTajik_HasTheFormsOfCldr(int count, string kyrgyz, string tajik)
    {
        Assert.Equal(kyrgyz, new WordForms(Kyrgyz).Plural(count, ["one", "other"]));
        Assert.Equal(tajik, new WordForms(Tajik).Plural(count, ["other"]));
    }

    [Fact]
    public void Plural_OfAFraction_IsTheSingularInTheGenitive()
    {
        Assert.Equal("дня", new WordForms(Russian).Plural(2.5m, ["день", "дня", "дней"]));
        Assert.Equal("дней", new WordForms(Russian).Plural(25.0, ["день", "дня", "дней"]));
        Assert.Equal("days", new WordForms(English).Plural(1.5, ["day", "days"]));
    }

    [Theory]
    [InlineData(0, "permits")]
    [InlineData(1, "permit")]
    [InlineData(2, "permits")]
    public void Plural_English_HasTwoForms(int count, string form) => Assert.Equal(form, new WordForms(English).Plural(count, ["permit", "permits"]));

    [Fact]
    public void Plural_OfEvidence_IsThatOfItsNumber() =>
        Assert.Equal("permit", new WordForms(English).Plural((EvidenceValue)1, ["permit", "permits"]));

    [Fact]
    public void Format_UnknownKey_AnswersTheKey() => Assert.Equal("reason.never-heard", English.Format("reason.never-heard"));

    [Fact]
    public void Format_MissingArgument_LeavesThePlaceholder() => Assert.Equal("The number must lie between 1 and {max}.", English.Format("fault.out-of-range", ("min", 1)));

    [Fact]
    public void Format_EnumAndEvidence_AreWorded()
    {
        Assert.Equal("инспектор", Russian.Value(Role.Inspector));
        Assert.Equal("1 March 2015, Murghab, 7", English.Value(EvidenceValue.List([new LocalDate(2015, 3, 1), LocalizedNames.Of("en", "Murghab"), 7])));
        Assert.Equal("north: 1 March 2015, 7; south: 8", English.Value(EvidenceValue.List(
            [EvidenceValue.List(["north", new LocalDate(2015, 3, 1), 7]), EvidenceValue.List(["south", 8])])));
        Assert.Equal("1 March 2015; 8", English.Value(EvidenceValue.List([EvidenceValue.List([new LocalDate(2015, 3, 1)]), EvidenceValue.List([8])])));
        Assert.Equal("1 March 2015 to 2 March 2015", English.Value((EvidenceValue)new DateInterval(new LocalDate(2015, 3, 1), new LocalDate(2015, 3, 2))));
    }

    [Fact]
    public void Template_ValueThatEndsInADot_EndsTheSentence() =>
        Assert.Equal("До 1 марта 2015 г. Потом нет.", TextTemplate.Parse("До {day}. Потом нет.").Fill(
            new Dictionary<string, object?> { ["day"] = new LocalDate(2015, 3, 1) }, new WordForms(Russian)));

    [Fact]
    public void Template_Braces_AreDoubled() =>
        Assert.Equal("{x} 1", TextTemplate.Parse("{{x}} {x}").Fill(new Dictionary<string, object?> { ["x"] = 1 }, new WordForms(English)));

    [Fact]
    public void Template_OpenBrace_IsRefused() => Assert.Throws<FormatException>(() => TextTemplate.Parse("{x"));
}
