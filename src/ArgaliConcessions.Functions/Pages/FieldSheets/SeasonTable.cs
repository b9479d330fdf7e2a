using ArgaliConcessions.Application.Permits.FieldSheets;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.FieldSheets;

/// <summary>On which days what may be hunted where, and the bans that take days away from it.</summary>
internal static class SeasonTable
{
    public static Markup Render(FieldSheet sheet, Texts texts) => Markup.Of(
        $"""
        <h2>{texts.Format("fieldsheet.seasons")}</h2>
        {Markup.When(sheet.Seasons.IsEmpty, () => Markup.Of($"<p>{texts.Format("fieldsheet.seasons.none")}</p>"))}
        {Markup.When(!sheet.Seasons.IsEmpty, () => Markup.Of(
            $"""
            <div class="wide"><table><thead><tr><th>{texts.Format("fieldsheet.animal")}</th><th>{texts.Format("fieldsheet.year")}</th><th>{texts.Format("fieldsheet.zones")}</th><th>{texts.Format("fieldsheet.seasons.open")}</th><th>{texts.Format("fieldsheet.act")}</th></tr></thead>
            <tbody>{sheet.Seasons.Select(s => Row(s, sheet, texts))}</tbody></table></div>
            """))}
        <h2>{texts.Format("fieldsheet.closures")}</h2>
        {Markup.When(sheet.Closures.IsEmpty, () => Markup.Of($"<p>{texts.Format("fieldsheet.closures.none")}</p>"))}
        {Markup.When(!sheet.Closures.IsEmpty, () => Markup.Of($"<ul class=\"bans\">{sheet.Closures.Select(c => Ban(c, sheet, texts))}</ul>"))}
        """);

    private static Markup Row(SheetSeason season, FieldSheet sheet, Texts texts)
    {
        var open = season.Open.Spans.IsEmpty ? texts.Format("fieldsheet.seasons.closed") : string.Join("; ", season.Open.Spans.Select(s => texts.Value(new NodaTime.DateInterval(s.From, s.To))));
        var acts = string.Join("; ", season.Open.Laws.Select(l => ActText.Of(l.Basis, texts)).Distinct(StringComparer.Ordinal));
        return Markup.Of(
            $"<tr><td><b>{AnimalText.Taxon(season.Taxon, sheet.Authority, texts)}</b></td>{Cell("year", season.Year.Label, texts)}{Cell("zones", string.Join(", ", season.Zones), texts)}{Cell("seasons.open", open, texts)}{Cell("act", acts, texts)}</tr>\n");
    }

    /// <summary>On a phone the heading stands before each cell.</summary>
    public static Markup Cell(string heading, string text, Texts texts) => Markup.Of($"<td data-h=\"{texts.Format($"fieldsheet.{heading}")}\">{text}</td>");

    private static Markup Ban(Revision<Closure> ban, FieldSheet sheet, Texts texts)
    {
        var closure = ban.Value;
        var own = closure.Zones.Where(z => z.StartsWith(sheet.Concession + "/", StringComparison.Ordinal)).Select(z => z[(sheet.Concession.Length + 1)..]).ToArray();
        return Markup.Of(
            $"""
            <li><b>{NamesText.Html(closure.Names, texts)}</b>: {(closure.To is { } to ? texts.Value(new NodaTime.DateInterval(closure.From, to)) : texts.Format("fieldsheet.untilLifted", ("from", closure.From)))}. {texts.Format("fieldsheet.animal")}: {(closure.Taxa.IsEmpty ? texts.Format("fieldsheet.all") : string.Join(", ", closure.Taxa.Select(t => AnimalText.Taxon(t, sheet.Authority, texts))))}. {texts.Format("fieldsheet.zones")}: {(own.Length == 0 ? texts.Format("fieldsheet.all") : string.Join(", ", own))}. <span class="soft">{ActText.Of(ban.Basis, texts)}</span></li>

            """);
    }
}
