using System.Globalization;
using ArgaliConcessions.Domain.Compliance;

namespace ArgaliConcessions.Functions.Tests.Docs;

/// <summary>The table of rules in src/README.md says of every rule what its class says, and honestly lists the others.</summary>
public sealed class RuleDocsTests
{
    private static readonly IReadOnlyList<string[]> Table = Page.Source.Rows("The rules");

    private static readonly (RuleInfo Info, string Class, bool? AtIssue)[] Rules =
    [
        .. RuleBook.PermitRules.Select(r => (r.Info, r.GetType().Name, (bool?)r.ChecksAtIssue)),
        .. RuleBook.LineRules.Select(r => (r.Info, r.GetType().Name, (bool?)null)),
        .. RuleBook.NationalRules.Select(r => (r.Info, r.GetType().Name, (bool?)null)),
        .. RuleBook.ZoneRules.Select(r => (r.Info, r.GetType().Name, (bool?)null)),
    ];

    [Fact]
    public void Table_HasALineForEachRuleAndNoOther() => Assert.Equal(
        Rules.Select(r => $"{r.Info.Id} {r.Info.Code} {r.Class}").Order(StringComparer.Ordinal),
        Table.Select(row => $"{row[0]} {Page.Code(row[1]).Single()} {Page.Code(row[^1]).Single()}").Order(StringComparer.Ordinal));

    [Fact]
    public void Table_NamesTheSourcesOfEachRule() =>
        Assert.All(Rules, rule => Assert.All(rule.Info.Sources, source => Assert.Contains(source, string.Join(" | ", RowOf(rule.Info)), StringComparison.Ordinal)));

    [Fact]
    public void Table_SaysWhichRulesAreCheckedAtIssue() => Assert.All(
        Rules.Where(r => r.AtIssue is not null), rule => Assert.Equal((rule.Info.Id, rule.AtIssue == true ? "yes" : "no"), (rule.Info.Id, RowOf(rule.Info)[^2])));

    [Fact]
    public void ListOfTheUnbuilt_IsWhatTheTableLacks()
    {
        var all = Enumerable.Range(1, 38).Select(n => string.Create(CultureInfo.InvariantCulture, $"R{n:00}"));

        Assert.Equal(all.Except(Rules.Select(r => r.Info.Id), StringComparer.Ordinal), Page.Source.Rows("Rules that are not built").Select(row => row[0]));
    }

    private static string[] RowOf(RuleInfo rule) => Table.Single(row => Page.Code(row[1]).Contains(rule.Code, StringComparer.Ordinal));
}
