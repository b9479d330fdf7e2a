using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Report;

/// <summary>What could not be judged for want of data: it neither floods the findings nor passes in silence.</summary>
internal static class NotJudgedSection
{
    public static Markup Render(ReportModel report, Texts texts) => Markup.When(!report.NotJudged.IsEmpty, () => Markup.Of(
        $"""
        <h2>{texts.Format("report.notJudged")}</h2>
        <p class="soft">{texts.Format("report.notJudged.note")}</p>
        <div class="wide"><table>
        <tr><th>{texts.Format("report.rule")}</th><th>{texts.Format("report.missing")}</th><th>{texts.Format("report.concessions")}</th><th class="n">{texts.Format("report.total")}</th></tr>
        {report.NotJudged.GroupBy(n => (n.Count.Rule, n.Count.Code, n.Count.Missing)).OrderBy(g => g.Key.Rule, StringComparer.Ordinal).Select(g => Row(g.Key, [.. g], report, texts))}
        </table></div>
        """));

    private static Markup Row((string Rule, string Code, string Missing) key, List<ReportNotJudged> counts, ReportModel report, Texts texts) => Markup.Of(
        $"""
        <tr><td>{texts.Format($"rule.{key.Code}.title")} <span class="soft">{key.Rule}</span></td><td>{texts.Format($"missing.{key.Missing}")}</td><td>{Where(counts, report, texts)}</td><td class="n">{texts.Value(counts.Sum(c => c.Count.Count))}</td></tr>

        """);

    private static string Where(List<ReportNotJudged> counts, ReportModel report, Texts texts) => string.Join(", ", counts
        .GroupBy(c => c.Concession)
        .Select(g => $"{CodeOf(g.Key, report, texts)}\u00a0{texts.Value(g.Sum(c => c.Count.Count))}"));

    private static string CodeOf(string? concession, ReportModel report, Texts texts) => concession is null
        ? texts.Format("report.national")
        : report.Concessions.FirstOrDefault(c => c.Id == concession)?.Terms.Code ?? concession;
}
