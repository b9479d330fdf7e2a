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
            <div class="figures">{Figure("judged", totals.Judged, texts)}{Figure("flagged", totals.Flagged, texts)}{Figure("notJudged", totals.NotJudged, texts)}{Figure("findings", report.FindingCount, texts)}</div>
            {Markup.When(report.NothingFound, () => Markup.Of($"<p class=\"calm\">{texts.Format("report.nothingFound", ("count", totals.Judged))}</p>"))}
            {Markup.When(!report.Rules.IsEmpty, () => Causes(report, texts))}
            </section>
            """);
    }

    private static Markup Figure(string key, int count, Texts texts) =>
        Markup.Of($"<div><b>{texts.Value(count)}</b>{texts.Format($"report.figure.{key}", ("count", count))}</div>");

    // Causes stand in words below each other: a column for each would not fit a phone, nor a language with long words.
    private static Markup Causes(ReportModel report, Texts texts)
    {
        var standing = report.Rules.Where(r => r.Kind == FindingStatusKind.Standing).ToList();
        return Markup.Of(
            $"""
            <h2>{texts.Format("report.byCause")}</h2>
            <table>
            <thead><tr><th>{texts.Format("report.rule")}</th><th>{texts.Format("report.cause")}</th><th class="n">{texts.Format("report.total")}</th></tr></thead>
            {standing.GroupBy(r => (r.Rule, r.Code)).Select(g => Row(Markup.Of($"{texts.Format($"rule.{g.Key.Code}.title")} <span class=\"soft\">{g.Key.Rule}</span>"), [.. g], texts))}
            {Row(Markup.Of($"<b>{texts.Format("report.total")}</b>"), standing, texts)}
            </table>
            <p class="soft">{texts.Format("report.causes")}</p>
            """);
    }

    private static Markup Row(Markup title, List<RuleCount> counts, Texts texts) => Markup.Of(
        $"""
        <tr><td>{title}</td><td>{counts.GroupBy(r => r.Cause).OrderBy(g => g.Key).Select(g => Markup.Of($"<div>{texts.Value(g.Key)}: {texts.Value(g.Sum(r => r.Findings))}</div>"))}</td><td class="n">{texts.Value(counts.Sum(r => r.Findings))}</td></tr>

        """);
}
