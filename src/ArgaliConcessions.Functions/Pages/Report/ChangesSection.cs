using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Report;

/// <summary>What changed since the report before.</summary>
internal static class ChangesSection
{
    public static Markup Render(ReportModel report, Texts texts)
    {
        var changes = report.Totals.Changes;
        var key = report.Run.Previous is null ? "report.changes.first" : changes == Application.Compliance.Runs.ChangeCounts.Zero ? "report.changes.none" : "report.changes.some";
        return Markup.Of(
            $"""
            <h2>{texts.Format("report.changes")}</h2>
            <p>{texts.Format(key, ("new", changes.New), ("changed", changes.Changed), ("reopened", changes.Reopened), ("resolved", changes.Resolved))}</p>
            """);
    }
}
