using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Compliance;

public sealed class RuleBookTests
{
    [Fact]
    public void Infos_AllRules_HaveTheirOwnCodeAndASource()
    {
        Assert.Equal(RuleBook.Infos.Length, RuleBook.Infos.Select(info => info.Code).Distinct().Count());
        Assert.All(RuleBook.Infos, info =>
        {
            Assert.Matches("^R[0-9]{2}$", info.Id);
            Assert.Matches("^[a-z]+(-[a-z]+)*$", info.Code);
            Assert.NotEmpty(info.Sources);
        });
    }

    [Fact]
    public void Infos_OfThisVersion_AreTheRulesOfTheAuthoritysList() => Assert.Equal(
        "R01 R02 R03 R04 R05 R06 R07 R08 R09 R10 R11 R12 R13 R14 R15 R16 R17 R18 R22 R23 R24 R27 R32 R34 R35 R36 R37 R38",
        string.Join(' ', RuleBook.Infos.Select(info => info.Id).Distinct().Order(StringComparer.Ordinal)));

    [Fact]
    public void AtIssue_Rules_HaveWordsForRefusal() => Assert.All(RuleBook.AtIssue, rule => Assert.All(
        Wordings.Languages, language => Assert.Contains(Wordings.Keys("rules", language), key => key.StartsWith($"reason.{rule.Info.Code}", StringComparison.Ordinal))));

    [Fact]
    public void Texts_EachRule_HasTitleAndWhatToDo() => Assert.All(RuleBook.Infos, info => Assert.All(Wordings.Languages, language =>
    {
        Assert.True(Wordings.Has("rules", language, $"rule.{info.Code}.title"), info.Code);
        Assert.True(Wordings.Has("rules", language, $"rule.{info.Code}.todo"), info.Code);
    }));

    [Theory]
    [InlineData("rules")]
    [InlineData("verdict")]
    public void Texts_BothLanguages_SayTheSameOfTheSame(string file)
    {
        Assert.Equal(Wordings.Keys(file, "en"), Wordings.Keys(file, "ru"));
        Assert.All(Wordings.Keys(file, "en"), key => Assert.Equal(
            Wordings.Placeholders(file, "en", key).Order(StringComparer.Ordinal), Wordings.Placeholders(file, "ru", key).Order(StringComparer.Ordinal)));
    }
}
