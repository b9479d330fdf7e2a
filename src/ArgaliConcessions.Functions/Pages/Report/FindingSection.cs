using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Compliance;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Report;

/// <summary>The findings, by concession: what, on whose rule, on what evidence, and what to do.</summary>
internal static class FindingSection
{
    public static Markup Render(ReportModel report, Texts texts) => Markup.When(!report.Findings.IsEmpty, () => Markup.Of(
        $"""
        <h2>{texts.Format("report.findings", ("count", report.FindingCount))}</h2>
        <p class="soft">{texts.Format("report.findings.note")}</p>
        {report.Findings.GroupBy(f => f.Concession).Select(g => Group(g.Key, [.. g], report, texts))}
        {Markup.When(report.FindingCount > report.Findings.Length, () => Markup.Of($"<p>{texts.Format("report.findings.more", ("shown", report.Findings.Length), ("count", report.FindingCount))}</p>"))}
        """));

    private static Markup Group(string? concession, List<Finding> findings, ReportModel report, Texts texts) => Markup.Of(
        $"""
        <h3 id="c-{concession ?? "national"}">{Title(concession, report, texts)} <span class="soft">{texts.Format("report.findings.count", ("count", findings.Count))}</span></h3>
        {findings.Select(f => Card(f, report, texts))}
        """);

    private static Markup Title(string? concession, ReportModel report, Texts texts)
    {
        if (concession is null) return Markup.Of($"{texts.Format("report.national")}");
        var known = report.Concessions.FirstOrDefault(c => c.Id == concession);
        return known is null ? Markup.Of($"{concession}") : Markup.Of($"{known.Terms.Code} · {NamesText.Html(known.Terms.Names, texts)}");
    }

    private static Markup Card(Finding finding, ReportModel report, Texts texts)
    {
        var words = FindingWords.Of(finding, texts);
        var violation = finding.Severity == Severity.Violation;
        return Markup.Of(
            $"""
            <article class="card {(violation ? "violation" : "notice")}" id="{finding.Id}">
            <h4><span class="mark">{(violation ? "▲" : "◆")} {texts.Value(finding.Severity)}</span> · {words.Title}</h4>
            <p>{words.Detail}</p>
            <p><span class="tag">{texts.Value(finding.Cause)}</span>{Markup.When(report.Run.Previous is not null && report.ChangedIn(finding), () => Tag(texts.Value(finding.Change.Kind)))}{Markup.When(finding.Status == FindingStatus.Acknowledged, () => Tag(texts.Value(finding.Status)))}</p>
            <dl>
            <dt>{texts.Format("report.subject")}</dt><dd>{texts.Value(finding.Subject.Type)} {finding.Subject.Id}{Markup.When(finding.Zone is not null, () => Markup.Of($", {texts.Format("report.zone")} {ZoneName(finding, report, texts)}"))}</dd>
            {Acts(finding, texts)}
            <dt>{texts.Format("report.todo")}</dt><dd>{words.ToDo}</dd>
            </dl>
            </article>

            """);
    }

    private static Markup Tag(string text) => Markup.Of($"<span class=\"tag\">{text}</span>");

    /// <summary>Whose rule it is: the acts, or what else the rule follows from.</summary>
    private static Markup Acts(Finding finding, Texts texts) => finding.Laws.IsEmpty
        ? Markup.Of($"<dt>{texts.Format("report.act")}</dt><dd>{texts.FormatFirst([$"report.act.none.{finding.Code}", "report.act.none"], ReasonText.Args(finding.Evidence))}</dd>")
        : Markup.Join(finding.Laws.Select(l => Act(l, texts)));

    /// <summary>The zone by its name, where the report knows it: <c>zone</c> of the finding's concession, or <c>concession/zone</c>.</summary>
    private static Markup ZoneName(Finding finding, ReportModel report, Texts texts)
    {
        var parts = finding.Zone!.Split('/');
        var concession = parts.Length == 2 ? parts[0] : finding.Concession;
        var zone = report.Concessions.FirstOrDefault(c => c.Id == concession)?.Zones.FirstOrDefault(z => z.Id == parts[^1]);
        return zone is null ? Markup.Of($"{finding.Zone}") : Markup.Of($"{NamesText.Html(zone.Version.Value.Names, texts)} [{finding.Zone}]");
    }

    private static Markup Act(LawRef law, Texts texts) => Markup.Of(
        $"""
        <dt>{texts.Format("report.act")}</dt><dd>{Markup.When(law.Basis is not null, () => Markup.Of($"{texts.Format("report.act.text", ("title", law.Basis!.Title), ("number", law.Basis.Number), ("date", law.Basis.PublishedOn))} "))}<span class="soft">{law.Path}</span></dd>

        """);
}
