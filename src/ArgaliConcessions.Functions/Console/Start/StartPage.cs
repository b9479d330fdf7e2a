using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Functions.Compliance;
using ArgaliConcessions.Functions.Console.Calendar;
using ArgaliConcessions.Functions.Console.Quotas;
using ArgaliConcessions.Functions.Console.Runs;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Pages;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace ArgaliConcessions.Functions.Console.Start;

/// <summary>What needs attention, as cards: the night's sweep, findings, lines that are full, seasons that begin or end.</summary>
internal static class StartPage
{
    /// <summary>A season that begins or ends within so many days is told of.</summary>
    private const int Ahead = 30;

    public static IResult Render(Visit visit, StartState state) => visit.Page(visit.Say("start.title"), ConsoleDesk.Home, Markup.Of(
        $"""
        <ul class="cards">
        {Sweep(visit, state.Sweep)}{Totals(visit, state.Sweep)}{Quotas(visit, state)}{Seasons(visit, state)}
        </ul>
        {Open(visit, state.Findings)}
        """));

    private static Markup Sweep(Visit visit, SweepStanding sweep)
    {
        var (kind, words) = sweep switch
        {
            { Failed: not null } => ("bad", visit.Say("start.sweep.failed")),
            { IsLate: true } => ("bad", visit.Say("start.sweep.late")),
            { LastComplete: null } => ("doubt", visit.Say("start.sweep.none")),
            _ => ("good", visit.Say("start.sweep.done")),
        };
        var last = sweep.LastComplete?.FinishedAt is { } at ? visit.Say("start.sweep.last", ("at", at)) : "";
        return Card(kind, visit.Say("start.sweep"), Markup.Of($"<p>{words} {last}</p>"));
    }

    /// <summary>What the whole register's last sweep found is for those who see all of it.</summary>
    private static Markup Totals(Visit visit, SweepStanding sweep) => Markup.When(visit.May(Access.AuditorOrAuthority) && sweep.LastComplete?.Totals is not null, () =>
    {
        var totals = sweep.LastComplete!.Totals!;
        return Card(totals.Standing > 0 ? "doubt" : "good", visit.Say("start.findings"), Markup.Of(
            $"<p class=\"figure\">{visit.Texts.Value(totals.Standing)}</p><p>{visit.Say("start.findings.words", ("flagged", totals.Flagged), ("judged", totals.Judged), ("new", totals.Changes.New))}</p><p>{visit.Link(visit.Say("start.findings.all"), Findings.FindingFunctions.Route)} · {visit.Link(visit.Say("start.report"), $"{ReportFunctions.Route}/{RunRows.Latest}")}</p>"));
    });

    private static Markup Quotas(Visit visit, StartState state)
    {
        if (state.Quotas is not { } quotas) return Card("doubt", visit.Say("start.quotas"), Markup.Of($"<p>{visit.Say("start.noYear")}</p>"));
        var full = quotas.Concessions.SelectMany(c => c.Lines.Where(l => l.Balance.Remaining(l.Selected.Value.Animals) <= 0).Select(l => (Concession: c, Line: l))).ToList();
        var isOversold = full.Exists(f => f.Line.Balance.Remaining(f.Line.Selected.Value.Animals) < 0);
        return Card(isOversold ? "bad" : full.Count > 0 ? "doubt" : "good", visit.Say("start.quotas"), Markup.Of(
            $"""
            <p>{visit.Say(full.Count == 0 ? "start.quotas.free" : "start.quotas.full", ("count", full.Count), ("year", quotas.Year.Label))}</p>
            {Markup.When(full.Count > 0, () => Markup.Of($"<ul>{full.Select(f => Markup.Of($"<li>{f.Concession.Terms.Code} / {f.Line.Line}: {Left(visit, f.Line)}</li>"))}</ul>"))}
            <p>{visit.Link(visit.Say("start.quotas.all"), QuotaFunctions.Route)}</p>
            """));
    }

    private static string Left(Visit visit, QuotaLineStanding line)
    {
        var remaining = line.Balance.Remaining(line.Selected.Value.Animals);
        return remaining < 0 ? visit.Say("quotas.oversold", ("count", -remaining)) : visit.Say("quotas.left", ("count", remaining));
    }

    private static Markup Seasons(Visit visit, StartState state)
    {
        if (state.Calendar is not { } calendar) return Card("doubt", visit.Say("start.seasons"), Markup.Of($"<p>{visit.Say("start.noYear")}</p>"));
        var today = calendar.Today;
        var spans = calendar.Concessions.SelectMany(c => c.Seasons.SelectMany(s => s.Open.Select(o => (c.Terms.Code, Animal: CalendarRows.Animal(visit, calendar, s), Open: o)))).ToList();
        var lines = spans.Where(s => s.Open.Contains(today)).GroupBy(s => (s.Animal, s.Open.To)).Select(g => visit.Say("start.seasons.open", ("animal", g.Key.Animal), ("to", g.Key.To), ("codes", Codes(g.Select(s => s.Code)))))
            .Concat(spans.Where(s => today < s.Open.From && Period.DaysBetween(today, s.Open.From) <= Ahead).GroupBy(s => (s.Animal, s.Open.From)).Select(g => visit.Say("start.seasons.begins", ("animal", g.Key.Animal), ("from", g.Key.From), ("codes", Codes(g.Select(s => s.Code))))))
            .ToList();
        return Card("", visit.Say("start.seasons"), Markup.Of(
            $"""
            {(lines.Count == 0 ? Markup.Of($"<p>{visit.Say("start.seasons.closed")}</p>") : Markup.Of($"<ul>{lines.Select(l => Markup.Of($"<li>{l}</li>"))}</ul>"))}
            <p>{visit.Link(visit.Say("start.seasons.all"), CalendarFunctions.Route)}</p>
            """));
    }

    private static string Codes(IEnumerable<string> codes) => string.Join(", ", codes.Distinct(StringComparer.Ordinal));

    private static Markup Open(Visit visit, IReadOnlyList<Finding>? findings) => Markup.When(findings is { Count: > 0 }, () => Markup.Of(
        $"""
        <h2>{visit.Say("start.open")}</h2>
        <ul class="cards">{findings!.Select(f => One(visit, f))}</ul>
        <p>{visit.Link(visit.Say("start.queue"), Findings.FindingFunctions.Route)}</p>
        """));

    private static Markup One(Visit visit, Finding finding)
    {
        var words = FindingWords.Of(finding, visit.Texts);
        return Card(finding.Severity == Severity.Violation ? "bad" : "doubt", visit.Link($"{finding.Rule} · {words.Title}", $"{Findings.FindingFunctions.Route}/{finding.Id}"), Markup.Of($"<p class=\"soft\">{finding.Subject.Id} · {visit.Texts.Value(finding.Severity)}</p><p>{words.Detail}</p>"), "h3");
    }

    private static Markup Card(string kind, string title, Markup body) => Card(kind, Markup.Of($"{title}"), body, "h2");

    private static Markup Card(string kind, Markup title, Markup body, string heading) =>
        Markup.Of($"<li class=\"{kind}\"><{new Markup(heading)}>{title}</{new Markup(heading)}>{body}</li>\n");
}
