using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Concessions;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.Findings;

/// <summary>The queue, what it is narrowed down to, and its pages.</summary>
internal static class FindingQueuePage
{
    private static readonly FindingStatus[] Statuses = [FindingStatus.Acknowledged, FindingStatus.Waived, FindingStatus.Resolved];

    public static IResult Render(Visit visit, FindingQuery asked, QueuePage page, IEnumerable<ConcessionStanding> concessions, IEnumerable<HuntingYear> years) => visit.Page(
        visit.Say("findings.title"), FindingFunctions.Route, Markup.Of(
            $"""
            {QueryForm.Render(visit, FindingFunctions.Route, Filters(visit, asked, concessions, years), visit.Say("findings.show"))}
            <p role="status">{visit.Say("findings.count", ("count", page.Total))} {visit.Say("findings.order")}{(page.Complete ? "" : " " + visit.Say("findings.incomplete", ("count", page.Total)))}</p>
            {page.Findings.Select(f => FindingCard.Render(visit, f, linked: true))}
            {Pages(visit, asked, page)}
            """), styles: FindingCard.Styles);

    private static Markup Filters(Visit visit, FindingQuery asked, IEnumerable<ConcessionStanding> concessions, IEnumerable<HuntingYear> years)
    {
        Field Of(string name, string? value) => new(name, visit.Say($"findings.by.{name}")) { Value = value };

        var any = visit.Say("findings.any");
        return Markup.Of(
            $"""
            {Of("status", asked.Status).Select([.. Statuses.Select(s => (Json.Camel(s.ToString()), visit.Texts.Value(s))), (FindingQuery.AnyStatus, any)], visit.Texts.Value(FindingStatus.Open))}
            {Of("rule", asked.Filter.Rule).Select(RuleBook.Infos.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => (r.Id, $"{r.Id} · {visit.Texts.Format($"rule.{r.Code}.title")}")), any)}
            {Of("concession", asked.Filter.Concession).Select(concessions.Select(c => (c.Id, $"{c.Terms.Code} · {visit.Texts.Value(c.Terms.Names)}")), any)}
            {Of("year", asked.Filter.Year).Select(years.Select(y => (y.Id, y.Label)), any)}
            """);
    }

    private static Markup Pages(Visit visit, FindingQuery asked, QueuePage page)
    {
        var last = (page.Total + FindingQuery.PageSize - 1) / FindingQuery.PageSize;
        return Markup.When(last > 1 || asked.Page > 1, () => Markup.Of(
            $"""
            <nav aria-label="{visit.Say("findings.pages")}"><p class="actions">
            {Markup.When(asked.Page > 1, () => Step(visit, asked, asked.Page - 1, "findings.before"))}
            <span>{visit.Say("findings.page", ("page", asked.Page), ("last", Math.Max(last, 1)))}</span>
            {Markup.When(asked.Page < last, () => Step(visit, asked, asked.Page + 1, "findings.next"))}
            </p></nav>
            """));
    }

    private static Markup Step(Visit visit, FindingQuery asked, int page, string words) =>
        Markup.Of($"<a class=\"button second\" href=\"{visit.At(FindingFunctions.Route, asked.At(page))}\">{visit.Say(words)}</a>");
}
