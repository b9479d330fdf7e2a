using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Compliance;
using ArgaliConcessions.Functions.Console.Permits;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages;

namespace ArgaliConcessions.Functions.Console.Findings;

/// <summary>A finding with all that one needs to decide on it: its words, on what evidence, whose permit, whose act.</summary>
internal static class FindingCard
{
    public const string Styles = """
        .finding{border:1px solid var(--line);border-left:.45rem solid var(--doubt);border-radius:.4rem;padding:.6rem .9rem;margin:.8rem 0;max-width:52rem}.finding.violation{border-left-color:var(--bad)}.finding h2{border:0;margin:0 0 .3rem;font-size:1.05rem}
        .finding dl{display:grid;grid-template-columns:fit-content(40%) 1fr;gap:.2rem .9rem;margin:.4rem 0}.finding dt{font-weight:600}.finding dd{margin:0}.finding summary{cursor:pointer;padding:.3rem 0}.violation .mark{color:var(--bad)}.mark{color:var(--doubt)}
        .ask{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));gap:0 1rem;align-items:end}.ask .field{margin:.3rem 0}.ask button{margin:.3rem 0}

        """;

    /// <param name="linked">Whether its heading leads to the page on which it is decided.</param>
    public static Markup Render(Visit visit, FindingView view, bool linked)
    {
        var finding = view.Finding;
        var words = FindingWords.Of(finding, visit.Texts);
        var violation = finding.Severity == Severity.Violation;
        var title = $"{finding.Rule} · {words.Title}";
        return Markup.Of(
            $"""
            <article class="finding{(violation ? " violation" : "")}" id="{finding.Id}">
            <h2><span class="mark">{(violation ? "▲" : "◆")} {visit.Texts.Value(finding.Severity)}</span> · {(linked ? visit.Link(title, $"{FindingFunctions.Route}/{finding.Id}") : Markup.Of($"{title}"))}</h2>
            <p>{words.Detail}</p>
            <dl>
            {Row(visit, "status", Markup.Of($"{visit.Texts.Value(finding.Status)}; {visit.Texts.Value(finding.Cause)}"))}
            {Row(visit, "subject", Markup.Of($"{visit.Texts.Value(finding.Subject.Type)} {finding.Subject.Id}{(finding.Zone is null ? "" : $" · {finding.Zone}")}"))}
            {Markup.When(finding.Permit is not null, () => Row(visit, "permit", visit.Link(finding.Permit!, $"{PermitFunctions.Route}/{finding.Permit}")))}
            {Acts(visit, finding)}
            {Row(visit, "todo", Markup.Of($"{words.ToDo}"))}
            {Row(visit, "seen", Markup.Of($"{visit.Say("findings.seen.span", ("first", finding.FirstSeen), ("last", view.LastSeen))}"))}
            </dl>
            {Evidence(visit, finding)}
            {Decisions(visit, finding)}
            </article>

            """);
    }

    private static Markup Row(Visit visit, string name, Markup value) => Markup.Of($"<dt>{visit.Say($"findings.{name}")}</dt><dd>{value}</dd>");

    private static Markup Acts(Visit visit, Finding finding) => finding.Laws.IsEmpty
        ? Row(visit, "act", Markup.Of($"{visit.Texts.FormatFirst([$"report.act.none.{finding.Code}", "report.act.none"], ReasonText.Args(finding.Evidence))}"))
        : Markup.Join(finding.Laws.Select(l => Row(visit, "act", Markup.Of($"{Act(visit, l)}<span class=\"soft\">{l.Path}</span>"))));

    private static string Act(Visit visit, LawRef law) =>
        law.Basis is { } act ? visit.Texts.Format("report.act.text", ("title", act.Title), ("number", act.Number), ("date", act.PublishedOn)) + " " : "";

    /// <summary>The figures by their names of the API: whoever disputes a finding quotes them.</summary>
    private static Markup Evidence(Visit visit, Finding finding) => Markup.When(finding.Evidence.Values.Count > 0, () => Markup.Of(
        $"<details><summary>{visit.Say("findings.evidence")}</summary><dl>{finding.Evidence.Values.Select(v => Markup.Of($"<dt><code>{v.Key}</code></dt><dd>{visit.Texts.Value(v.Value)}</dd>"))}</dl></details>"));

    private static Markup Decisions(Visit visit, Finding finding) => Markup.When(!finding.Decisions.IsEmpty, () => Markup.Of(
        $"""<p>{visit.Say("findings.decisions")}</p><ul>{finding.Decisions.Select(d => Markup.Of($"<li>{visit.Say("findings.decision", ("status", d.Status), ("by", d.By), ("at", d.At), ("reason", d.Reason))}</li>"))}</ul>"""));
}
