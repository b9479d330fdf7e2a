using System.Collections.Immutable;
using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Functions.Compliance;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Report;

/// <summary>What a person waived, and what this run saw go away.</summary>
internal static class DecidedSection
{
    public static Markup Render(ReportModel report, Texts texts) => Markup.Join(
    [
        List("report.waived", report.Waived, f => f.Decisions is [.., var last] ? last.Reason : "", texts),
        List("report.resolved", report.Resolved, f => f.End is { } end ? texts.Value(end) : "", texts),
    ]);

    private static Markup List(string key, ImmutableArray<Finding> findings, Func<Finding, string> why, Texts texts) => Markup.When(!findings.IsEmpty, () => Markup.Of(
        $"""
        <h2>{texts.Format(key, ("count", findings.Length))}</h2>
        <div class="wide"><table>
        <tr><th>{texts.Format("report.subject")}</th><th>{texts.Format("report.rule")}</th><th>{texts.Format("report.why")}</th></tr>
        {findings.Select(f => Markup.Of($"<tr><td>{f.Subject.Id}</td><td>{FindingWords.Of(f, texts).Title} <span class=\"soft\">{f.Rule}</span></td><td>{why(f)}</td></tr>"))}
        </table></div>
        """));
}
