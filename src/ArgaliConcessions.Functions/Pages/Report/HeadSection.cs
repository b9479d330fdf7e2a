using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Report;

/// <summary>Whose report it is, of what and when; a failed or late sweep comes before everything else.</summary>
internal static class HeadSection
{
    public static Markup Render(ReportModel report, Texts texts) => Markup.Of(
        $"""
        {Warnings(report, texts)}
        <header>
        <p class="soft">{NamesText.Html(report.Authority.Names, texts)}</p>
        <h1>{texts.Format("report.heading")}</h1>
        <p>{texts.Format("report.period", ("years", report.Years.Select(y => y.Label).ToArray()))}</p>
        <p class="soft">{texts.Format("report.asOf", ("from", report.DataAsOf.From), ("to", report.DataAsOf.To), ("run", report.Run.Id))}</p>
        </header>
        """);

    private static Markup Warnings(ReportModel report, Texts texts)
    {
        var (latest, failed, late) = (report.Warnings.LastComplete, report.Warnings.Failed, report.Warnings.IsLate);
        return Markup.Join(
        [
            Markup.When(failed is not null, () => Markup.Of($"<p class=\"warn\">{texts.Format("report.failed", ("at", failed!.RequestedAt), ("fault", texts.FormatFirst([$"report.fault.{failed.Fault}", "report.fault"], new Dictionary<string, object?>(StringComparer.Ordinal))))}</p>")),
            Markup.When(late, () => Markup.Of($"<p class=\"warn\">{texts.Format("report.late", ("at", latest?.FinishedAt))}</p>")),
        ]);
    }
}
