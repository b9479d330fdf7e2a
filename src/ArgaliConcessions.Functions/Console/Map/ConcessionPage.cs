using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Seasons;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Functions.Console.Calendar;
using ArgaliConcessions.Functions.Console.Findings;
using ArgaliConcessions.Functions.Console.Permits;
using ArgaliConcessions.Functions.Console.Quotas;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.Map;

/// <summary>One concession: who holds it, its ground, its open days, its lines.</summary>
internal static class ConcessionPage
{
    /// <param name="calendar">Null where there is no hunting year.</param>
    /// <param name="quotas">Null where there is no hunting year.</param>
    public static IResult Render(Visit visit, ConcessionGround ground, YearCalendar? calendar, YearQuotas? quotas) =>
        visit.Page($"{ground.Terms.Code} · {NamesText.Of(ground.Terms.Names, visit.Texts)}", MapFunctions.Route, Markup.Of(
            $"""
            <p>{visit.Say("concession.standing", ("status", ground.Status), ("date", ground.On), ("holder", ground.Holder is { } holder ? NamesText.Of(holder.Names, visit.Texts) : "–"), ("from", ground.Terms.Tenure.From), ("to", ground.Terms.Tenure.To))}</p>
            {Markup.When(visit.May(Access.FindingReaders) && visit.Caller.MaySee(ground.Id), () => Markup.Of($"<p>{visit.Link(visit.Say("concession.findings"), FindingFunctions.Route, ("concession", ground.Id))}</p>"))}
            {Markup.When(visit.Caller.MaySee(ground.Id), () => Markup.Of($"<p>{visit.Link(visit.Say("concession.sheet"), $"{PaperFunctions.SheetRoute}/{ground.Id}")}</p>"))}
            {GroundMap.Render(visit, [ground])}
            {MapPage.Overlaps(visit, [ground])}
            {Zones(visit, ground)}
            {Seasons(visit, calendar)}
            {Lines(visit, quotas)}
            """), styles: QuotaBars.Css);

    private static Markup Zones(Visit visit, ConcessionGround ground) => Markup.When(ground.Zones.Length > 0, () => Markup.Of(
        $"""
        <h2 id="zones">{visit.Say("concession.zones")}</h2>
        {Tables.Scroll("zones", Markup.Of(
            $"""
            <table><thead><tr><th scope="col">{visit.Say("concession.zone")}</th><th scope="col">{visit.Say("map.name")}</th><th scope="col">{visit.Say("concession.kind")}</th><th scope="col" class="n">{visit.Say("map.hectares")}</th><th scope="col">{visit.Say("concession.validity")}</th><th scope="col">{visit.Say("concession.act")}</th></tr></thead>
            <tbody>{ground.Zones.Select(z => Zone(visit, z))}</tbody></table>
            """))}
        """));

    private static Markup Zone(Visit visit, ReportZone zone)
    {
        var (version, terms) = (zone.Version, zone.Version.Value);
        var act = visit.Texts.Format("report.act.text", ("title", version.Basis.Title), ("number", version.Basis.Number), ("date", version.Basis.PublishedOn));
        return Markup.Of(
            $"""
            <tr><th scope="row">{zone.Id}</th><td>{NamesText.Of(terms.Names, visit.Texts)}</td><td>{visit.Texts.Value(terms.Kind)}</td><td class="n">{visit.Texts.Value(Math.Round(terms.AreaHectares, 1))}</td><td>{visit.Say(version.ValidTo is null ? "concession.since" : "concession.span", ("from", version.ValidFrom), ("to", version.ValidTo))}</td><td>{act}</td></tr>

            """);
    }

    private static Markup Seasons(Visit visit, YearCalendar? calendar) => Markup.When(calendar is { Concessions: [{ Seasons.Length: > 0 }] }, () => Markup.Of(
        $"""
        <h2>{visit.Say("concession.seasons", ("year", calendar!.Year.Label))}</h2>
        {calendar.Concessions[0].Seasons.Select(s => CalendarRows.Figure(visit, calendar, s, null))}
        """));

    private static Markup Lines(Visit visit, YearQuotas? quotas) => Markup.When(quotas is { Concessions: [{ Lines.Length: > 0 }] }, () => Markup.Of(
        $"""
        <h2>{visit.Say("concession.lines", ("year", quotas!.Year.Label))}</h2>
        {QuotaBars.Legend(visit)}
        {quotas.Concessions[0].Lines.Select(l => QuotaBars.Line(visit, quotas, null, l))}
        """));
}
