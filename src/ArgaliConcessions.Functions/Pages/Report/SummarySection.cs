using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Report;

/// <summary>The figures that are read first: judged, flagged, not judged, and the findings by cause.</summary>
internal static class SummarySection
{
    public static Markup Render(ReportModel report, Texts texts)
    {
        var totals = report.Totals;
        return Markup.Of(
            $"""
            <section>
            <div class="figures">{Figure("judged", totals.Judged, texts)}{Figure("flagged", totals.Flagged, texts)}{Figure("notJudged", totals.NotJudged, texts)}{Figure("findings", totals.Standing, texts)}</div>
            {Markup.When(report.NothingFound, () => Markup.Of($"<p class=\"calm\">{texts.Format("report.nothingFound", ("count", totals.Judged))}</p>"))}
            {Markup.When(!report.Rules.IsEmpty, () => Causes(report, texts))}
            </section>
            """);
    }

    private static Markup Figure(string key, int count, Texts texts) =>
        Markup.Of($"<div><b>{texts.Value(count)}</b>{texts.Format($"report.figure.{key}", ("count", count))}</div>");

    private static Markup Causes(ReportModel report, Texts texts) => Markup.Of(
        $"""
        <h2>{texts.Format("report.byCause")}</h2>
        <div class="wide"><table>
        <tr><th>{texts.Format("report.rule")}</th>{Enum.GetValues<FindingCause>().Select(c => Markup.Of($"<th class=\"n\">{texts.Value(c)}</th>"))}<th class="n">{texts.Format("report.total")}</th></tr>
        {report.Rules.Where(r => r.Kind == FindingStatusKind.Standing).GroupBy(r => (r.Rule, r.Code)).Select(g => Row(g.Key.Rule, g.Key.Code, [.. g], texts))}
        </table></div>
        <p class="soft">{texts.Format("report.causes")}</p>
        """);

    private static Markup Row(string rule, string code, List<RuleCount> counts, Texts texts) => Markup.Of(
        $"""
        <tr><td>{texts.Format($"rule.{code}.title")} <span class="soft">{rule}</span></td>{Enum.GetValues<FindingCause>().Select(c => Cell(counts.Where(r => r.Cause == c), texts))}{Cell(counts, texts)}</tr>

        """);

    private static Markup Cell(IEnumerable<RuleCount> counts, Texts texts)
    {
        var sum = counts.Sum(c => c.Findings);
        return Markup.Of($"<td class=\"n\">{(sum == 0 ? "–" : texts.Value(sum))}</td>");
    }
}
