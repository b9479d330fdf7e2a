using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Report;

/// <summary>
/// The morning report as one page that a deputy minister can read and print: what was judged, what was found, where, whose
/// rule it breaks and what to do. No script, nothing loaded from anywhere, no border line of any state.
/// </summary>
public static class ReportPage
{
    public static string Render(ReportModel report, Texts texts)
    {
        var body = Markup.Join(
        [
            HeadSection.Render(report, texts),
            SummarySection.Render(report, texts),
            ChangesSection.Render(report, texts),
            MapSection.Render(report, texts),
            FindingSection.Render(report, texts),
            SeasonSection.Render(report, texts),
            QuotaSection.Render(report, texts),
            NotJudgedSection.Render(report, texts),
            DecidedSection.Render(report, texts),
            Markup.Of($"<footer><p class=\"soft\">{texts.Format("report.footer")}</p></footer>"),
        ]);
        return PageLayout.Page(texts, texts.Format("report.title", ("authority", report.Authority.Names)), body, ReportStyles.Css);
    }
}
