using System.Globalization;
using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Application.Seasons;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Console.Map;
using ArgaliConcessions.Functions.Pages;
using ArgaliConcessions.Functions.Pages.Report;
using NodaTime;

namespace ArgaliConcessions.Functions.Console.Calendar;

/// <summary>One animal's open days, drawn and in words.</summary>
internal static class CalendarRows
{
    /// <param name="concession">Named above the bar; null on its own page.</param>
    public static Markup Figure(Visit visit, YearCalendar calendar, ReportSeason season, ConcessionSeasons? concession)
    {
        var open = string.Join("; ", season.Open.Select(s => visit.Texts.Value(new DateInterval(s.From, s.To))));
        var words = open.Length > 0 ? open : visit.Texts.Format("report.seasons.closed");
        return Markup.Of(
            $"""
            <figure class="open"><figcaption><b>{Animal(visit, calendar, season)}</b>{Markup.When(concession is not null, () => Markup.Of($" · {visit.Link($"{concession!.Terms.Code} {concession.Terms.Names.In(visit.Texts.Language.Chain)}", $"{MapFunctions.Route}/{concession.Id}")}"))}</figcaption>
            {SeasonSection.Bar(season, calendar.Year, words)}
            <p class="soft">{words}</p>
            {Markup.When(season.Bans.Length > 0, () => Markup.Of($"<ul class=\"soft\">{season.Bans.Select(b => Ban(visit, b))}</ul>"))}</figure>

            """);
    }

    public static string Animal(Visit visit, YearCalendar calendar, ReportSeason season) =>
        calendar.Authority.TaxonTree.Find(season.Taxon)?.Names is { } names ? visit.Texts.Value(names) : season.Taxon;

    /// <summary>The first days of a year's months.</summary>
    public static IEnumerable<LocalDate> Months(HuntingYear year)
    {
        for (var first = new LocalDate(year.From.Year, year.From.Month, 1); first <= year.To; first = first.PlusMonths(1)) yield return first;
    }

    /// <summary>The open days of a month as numbers, those that a ban of the whole concession takes left out: <c>1–9, 21–28</c>; a dash for none.</summary>
    public static string DaysOf(LocalDate month, ReportSeason season)
    {
        var last = month.PlusMonths(1).PlusDays(-1);
        var open = Enumerable.Range(0, last.Day).Select(month.PlusDays).Where(day => season.Open.Any(s => s.Contains(day)) && !season.Bans.Any(b => b.Zones.IsEmpty && b.From <= day && day <= b.To));
        var spans = new List<(int From, int To)>();
        foreach (var day in open.Select(d => d.Day))
        {
            if (spans.Count > 0 && spans[^1].To == day - 1) spans[^1] = (spans[^1].From, day);
            else spans.Add((day, day));
        }

        return spans.Count == 0 ? "–" : string.Join(", ", spans.Select(s => s.From == s.To ? Number(s.From) : $"{Number(s.From)}–{Number(s.To)}"));
    }

    private static Markup Ban(Visit visit, ReportBan ban)
    {
        var act = ban.Basis is { } basis ? visit.Texts.Format("report.act.text", ("title", basis.Title), ("number", basis.Number), ("date", basis.PublishedOn)) : "";
        return Markup.Of($"<li>{visit.Texts.Format("report.seasons.banText", ("name", ban.Names), ("from", ban.From), ("to", ban.To), ("act", act))}{(ban.Zones.IsEmpty ? "" : $" ({string.Join(", ", ban.Zones)})")}</li>");
    }

    private static string Number(int day) => day.ToString(CultureInfo.InvariantCulture);
}
