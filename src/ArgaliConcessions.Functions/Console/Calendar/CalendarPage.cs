using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Application.Seasons;
using ArgaliConcessions.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.Calendar;

/// <summary>A hunting year: a bar for each concession and animal, then the same days month by month.</summary>
internal static class CalendarPage
{
    public static IResult Render(Visit visit, YearCalendar calendar)
    {
        var rows = calendar.Concessions.SelectMany(c => c.Seasons.Select(s => (Concession: c, Season: s))).ToList();
        return visit.Page(visit.Say("calendar.title", ("year", calendar.Year.Label)), CalendarFunctions.Route, Markup.Of(
            $"""
            {YearLinks.Render(visit, CalendarFunctions.Route, calendar.Years, calendar.Year)}
            <p>{visit.Say("calendar.span", ("from", calendar.Year.From), ("to", calendar.Year.To), ("today", calendar.Today))}</p>
            {Markup.When(rows.Count == 0, () => Markup.Of($"<p>{visit.Say("calendar.empty")}</p>"))}
            {Markup.When(rows.Count > 0, () => Legend(visit))}
            {rows.Select(r => CalendarRows.Figure(visit, calendar, r.Season, r.Concession))}
            {Markup.When(rows.Count > 0, () => Table(visit, calendar, rows))}
            """));
    }

    private static Markup Legend(Visit visit) => Markup.Of(
        $"""
        <p class="legend soft"><span><i class="sw" style="background:#7db58d"></i>{visit.Texts.Format("report.seasons.open")}</span><span><i class="sw" style="background:repeating-linear-gradient(45deg,#a01c1c 0 2px,#fff 2px 5px)"></i>{visit.Texts.Format("report.seasons.ban")}</span></p>
        """);

    private static Markup Table(Visit visit, YearCalendar calendar, List<(ConcessionSeasons Concession, ReportSeason Season)> rows)
    {
        var months = CalendarRows.Months(calendar.Year).ToList();
        return Markup.Of(
            $"""
            <h2 id="months">{visit.Say("calendar.months")}</h2>
            <p class="soft">{visit.Say("calendar.months.note")}</p>
            {Tables.Scroll("months", Markup.Of(
                $"""
                <table class="months"><thead><tr><th scope="col">{visit.Say("calendar.concession")}</th><th scope="col">{visit.Say("calendar.animal")}</th>{months.Select(m => Markup.Of($"<th scope=\"col\">{visit.Texts.Format($"console.month.{m.Month}")} {m.Year}</th>"))}</tr></thead>
                <tbody>{rows.Select(r => Markup.Of($"<tr><th scope=\"row\">{r.Concession.Terms.Code}</th><td>{CalendarRows.Animal(visit, calendar, r.Season)}</td>{months.Select(m => Markup.Of($"<td>{CalendarRows.DaysOf(m, r.Season)}</td>"))}</tr>\n"))}</tbody></table>
                """))}
            """);
    }
}
