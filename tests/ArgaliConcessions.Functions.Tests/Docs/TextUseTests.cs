using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Tests.Docs;

/// <summary>Every code that the source answers with has its words, and no words are left over.</summary>
public sealed class TextUseTests
{
    private const string Code = "\"(?<code>[a-z][a-z0-9-]*)\"";

    /// <summary>Parts of codes that the source writes apart from the rest: <c>$"boundary-{fault}"</c>, <c>$"list-{fault}"</c>, <c>$"{what}-not-found"</c>.</summary>
    private static readonly (string Before, string After)[] Composed = [("boundary-", ""), ("list-", ""), ("", "-not-found")];

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
    public void Texts_AllOfThem_AreUsedSomewhere() => Missing.Nothing(English.Keys.Where(key => !key.Split('.').All(IsKnown)));

    private static bool IsKnown(string segment) => segment.All(char.IsAsciiDigit) || SourceWords.All.Contains(segment) || Composed.Any(c =>
        segment.StartsWith(c.Before, StringComparison.Ordinal) && segment.EndsWith(c.After, StringComparison.Ordinal)
        && segment.Length > c.Before.Length + c.After.Length && SourceWords.All.Contains(segment[c.Before.Length..^c.After.Length]));
}
