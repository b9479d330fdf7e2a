using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Wording;
using NodaTime;

namespace ArgaliConcessions.Functions.Tests.Wording;

/// <summary>What a language has no text for is said in another one, wholly: words, dates and forms.</summary>
public sealed class FallbackTests
{
    private static readonly LocalDate Day = new(2015, 3, 1);

    [Theory]
    [InlineData("ky")]
    [InlineData("tg")]
    public void Format_TextThatIsMissing_IsRussian(string language)
    {
        var texts = Texts.For(Language.Find(language)!);

        Assert.True(texts.Has("reason.reservation-run-out"));
        Assert.Equal("Бронь x действовала по 1 марта 2015 г.", texts.Format("reason.reservation-run-out", ("reservation", "x"), ("until", Day)));
        Assert.Equal("В списке 3 ошибки; из него ничего не загружено.", texts.Format("refusal.import-faults", ("count", 3)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("ky")]
    [InlineData("tg")]
    public void Format_TextThatNobodyHas_IsItsKey(string language)
    {
        var texts = Texts.For(Language.Find(language)!);

        Assert.False(texts.Has("reason.never-heard"));
        Assert.Equal("reason.never-heard", texts.Format("reason.never-heard"));
    }

    [Fact]
    public void Whole_OfAPartialLanguage_IsThatWhichHasAllTexts()
    {
        Assert.All([Language.English, Language.Russian], language => Assert.Same(Texts.For(language), Texts.For(language).Whole));
        Assert.All([Language.Kyrgyz, Language.Tajik], language => Assert.Same(Texts.For(Language.Russian), Texts.For(language).Whole));
    }

    [Fact]
    public void Noting_TellsTheLanguageOfEachText()
    {
        var said = new List<Language>();
        var texts = Texts.For(Language.Tajik).Noting(said.Add);

        texts.Format("verdict.valid");
        Assert.Equal([Language.Tajik], said);
        texts.Format("refusal.invalid");
        Assert.Equal([Language.Tajik, Language.Russian], said);
        texts.Whole.Value(Day);
        Assert.Equal(Language.Russian, said[^1]);
        texts.Value(7);
        texts.Format("reason.never-heard");
        Assert.Equal([Language.Tajik], said[..1]);
        Assert.All(said[1..], language => Assert.Equal(Language.Russian, language));
    }

    /// <summary>A Tajik reader knows Russian sooner than English; the register may have a name in either.</summary>
    [Fact]
    public void Names_OfAPartialLanguage_FollowItsChain()
    {
        var names = LocalizedNames.From([new("en", "North"), new("ru", "Север"), new("ky", "Түндүк")]);

        Assert.Equal("Север", Texts.For(Language.Tajik).Value(names));
        Assert.Equal("Түндүк", Texts.For(Language.Kyrgyz).Value(names));
        Assert.Equal("North", Texts.For(Language.English).Value(names));
        Assert.Equal("North", Texts.For(Language.Kyrgyz).Value(LocalizedNames.From([new("en", "North"), new("mn", "Хойд")])));
    }
}
