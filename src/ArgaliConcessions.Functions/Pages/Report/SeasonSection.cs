using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Wording;
using NodaTime;

namespace ArgaliConcessions.Functions.Pages.Report;

/// <summary>The season calendar: a bar for each hunting year, open days filled, bans hatched, the dates in words beside it.</summary>
internal static class SeasonSection
{
    private const double Width = 480;
    private const double Height = 20;

    public static Markup Render(ReportModel report, Texts texts)
    {
        var rows = report.Concessions.SelectMany(c => c.Seasons.Select(s => (Code: c.Terms.Code, Season: s)))
            .GroupBy(r => new SameDays(r.Season)).OrderBy(g => g.Key.Season.Year, StringComparer.Ordinal).ToList();
        return Markup.When(rows.Count > 0, () => Markup.Of(
            $"""
            <h2>{texts.Format("report.seasons")}</h2>
            <p class="legend soft"><span><i class="sw" style="background:#7db58d"></i>{texts.Format("report.seasons.open")}</span><span><i class="sw" style="background:repeating-linear-gradient(45deg,#a01c1c 0 2px,#fff 2px 5px)"></i>{texts.Format("report.seasons.ban")}</span></p>
            {rows.Select(g => Row(g.Key.Season, [.. g.Select(r => r.Code)], report, texts))}
            """));
    }

    private static Markup Row(ReportSeason season, List<string> codes, ReportModel report, Texts texts)
    {
        var year = report.Years.First(y => y.Id == season.Year);
        var open = string.Join("; ", season.Open.Select(s => texts.Value(new DateInterval(s.From, s.To))));
        var taxon = report.Authority.TaxonTree.Find(season.Taxon)?.Names;
        return Markup.Of(
            $"""
            <figure><figcaption><b>{year.Label}</b> {(taxon is null ? season.Taxon : texts.Value(taxon))} <span class="soft">{string.Join(", ", codes)}</span></figcaption>
            {Bar(season, year, open)}
            <p class="soft">{(open.Length > 0 ? open : texts.Format("report.seasons.closed"))}{season.Bans.Select(b => Ban(b, texts))}</p></figure>

            """);
    }

    private static Markup Ban(ReportBan ban, Texts texts)
    {
        var act = ban.Basis is { } basis ? texts.Format("report.act.text", ("title", basis.Title), ("number", basis.Number), ("date", basis.PublishedOn)) : "";
        return Markup.Of($" · {texts.Format("report.seasons.banText", ("name", ban.Names), ("from", ban.From), ("to", ban.To), ("act", act))}");
    }

    /// <summary>One taxon's year; what it shows stands in its label.</summary>
    internal static Markup Bar(ReportSeason season, HuntingYear year, string label) => Markup.Of(
        $"""
        <svg class="season" viewBox="0 0 {Width} {Height + 14}" role="img" aria-label="{label}">
        <defs><pattern id="ban-{year.Id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2.5" height="6" fill="#a01c1c"/></pattern></defs>
        <rect width="{Width}" height="{Height}" fill="#eef1ee" stroke="#5a655e"/>
        {season.Open.Select(s => Span(s.From, s.To, year, "#7db58d"))}{season.Bans.Select(b => Span(b.From, b.To, year, $"url(#ban-{year.Id})"))}{Months(year)}
        </svg>
        """);

    private static Markup Span(LocalDate from, LocalDate to, HuntingYear year, string fill)
    {
        var (start, end) = (At(from, year), At(to.PlusDays(1), year));
        return Markup.Of($"<rect x=\"{start}\" width=\"{Math.Max(1, end - start)}\" height=\"{Height}\" fill=\"{fill}\"/>");
    }

    private static IEnumerable<Markup> Months(HuntingYear year)
    {
        for (var first = new LocalDate(year.From.Year, year.From.Month, 1); first <= year.To; first = first.PlusMonths(1))
        {
            var x = At(LocalDate.Max(first, year.From), year);
            yield return Markup.Of($"<line x1=\"{x}\" x2=\"{x}\" y2=\"{Height}\" stroke=\"#5a655e\" stroke-width=\".6\"/><text x=\"{x + 3}\" y=\"{Height + 11}\" font-size=\"9\">{first.Month}.{(first.Month == 1 || first == year.From ? $" {first.Year}" : "")}</text>");
        }
    }

    private static double At(LocalDate date, HuntingYear year)
    {
        var all = Period.DaysBetween(year.From, year.To) + 1;
        return Width * Math.Clamp(Period.DaysBetween(year.From, date), 0, all) / all;
    }

    /// <summary>Concessions whose year, animal, open days and bans are the same share one bar.</summary>
    private sealed record SameDays(ReportSeason Season)
    {
        public bool Equals(SameDays? other) => other is not null && Key == other.Key;

        public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

        private string Key => string.Join('|', [
            Season.Year, Season.Taxon, .. Season.Open.Select(s => $"{s.From:R}{s.To:R}"), .. Season.Bans.Select(b => $"{b.From:R}{b.To:R}{b.Names.In("en")}"),
        ]);
    }
}
