using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Tests.Docs;

/// <summary>Every code that the source answers with has its words, and no words are left over.</summary>
public sealed class TextUseTests
{
    private const string Code = "\"(?<code>[a-z][a-z0-9-]*)\"";

    private static readonly Texts English = Texts.For(Language.English);

    [Theory]
    [InlineData("refusal.{0}", @"Refusal\.Because\(\s*RefusalKind\.\w+,\s*" + Code)]
    [InlineData("refusal.{0}", @"new Problem\([^"",]+,\s*" + Code)]
    [InlineData("refusal.{0}-not-found", @"\.NotFound\(\s*" + Code)]
    [InlineData("refusal.{0}", @"FileRefusal\.Of\(Reason\.Of\(\s*" + Code)]
    [InlineData("fault.{0}", @"CoordinateLook\.\w+ => " + Code)]
    [InlineData("reason.{0}", @"Reason\.Of\(\s*" + Code)]
    [InlineData("reason.{0}", @"complaints\.Add\(\s*" + Code)]
    [InlineData("reason.{0}", @"complaints\.When\([^"";]*,\s*" + Code)]
    [InlineData("fault.{0}", @"\.(AddAt|AddParameter|Fault)\((""[^""]*""|[^"",()]+),\s*" + Code)]
    [InlineData("fault.list-{0}", @"new ListFault\([^"",]+,\s*(""\w*""|\w+),\s*" + Code)]
    [InlineData("fault.list-{0}", @"\bReject\(\w+,\s*" + Code)]
    [InlineData("missing.{0}", @"RuleAnswer\.NotJudged\([^"";]*,\s*" + Code)]
    public void Codes_AllOfThem_AreWorded(string key, string call)
    {
        var keys = SourceWords.Codes(call).Select(code => key.Replace("{0}", code, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(keys);
        Missing.Nothing(keys.Where(k => !English.Has(k)));
    }

    [Fact]
    public void Rules_AllOfThem_HaveTitleDetailAndTodo() =>
        Missing.Nothing(RuleBook.Infos.SelectMany(r => new[] { "title", "detail", "todo" }.Select(part => $"rule.{r.Code}.{part}")).Where(key => !English.Has(key)));

    [Fact]
    public void Rules_CheckedAtIssue_HaveAReason() => Missing.Nothing(RuleBook.AtIssue.Select(r => $"reason.{r.Info.Code}").Where(key => !English.Has(key)));

    [Fact]
    public void Texts_AllOfThem_AreUsedSomewhere() => Missing.Nothing(English.Keys.Where(key => !TextKeys.IsAskedFor(key)));

    /// <summary>The test above can fail: it knows what is asked for from what only looks like it.</summary>
    [Theory]
    [InlineData("page.verdict.next", true)]
    [InlineData("page.verdict.passport", true)]
    [InlineData("page.verdict.provisional", false)]
    [InlineData("rule.out-of-season.detail.gap", true)]
    [InlineData("rule.out-of-season.detail.never-heard", false)]
    [InlineData("word.sex.male", true)]
    [InlineData("word.sex.never-heard", false)]
    [InlineData("nowhere", false)]
    public void Key_IsAskedFor_OnlyWhereTheSourceCanMakeIt(string key, bool expected) => Assert.Equal(expected, TextKeys.IsAskedFor(key));
}
