using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.FieldSheets;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Functions.Pages.Maps;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.FieldSheets;

/// <summary>The map of the zones, numbered, and what the numbers stand for. A version that is not in force on all of the days is drawn with a broken border.</summary>
internal static class ZoneTable
{
    private const double PaperWidth = 520;

    public static Markup Render(FieldSheet sheet, Texts texts) => Markup.Of(
        $"""
        <h2>{texts.Format("fieldsheet.map")}</h2>
        {Markup.When(sheet.Zones.IsEmpty, () => Markup.Of($"<p>{texts.Format("fieldsheet.zones.none")}</p>"))}
        {Markup.When(sheet.Zones.Any(z => z.Boundary is not null), () => Map(sheet, texts))}
        {Markup.When(!sheet.Zones.IsEmpty, () => Table(sheet, texts))}
        """);

    private static Markup Map(FieldSheet sheet, Texts texts)
    {
        var areas = sheet.Zones.Select((zone, i) => (zone, i)).Where(z => z.zone.Boundary is not null)
            .Select(z => new MapArea(z.zone.Boundary!, MapArea.LookOf(z.zone.Version.Value.Kind), texts.Value(z.i + 1), Title(z.zone, texts)) { Dashed = !z.zone.Throughout }).ToList();
        var map = MapDrawing.Of(
            areas, MapPlane.Around(areas.Select(a => a.Boundary.Envelope), [], PaperWidth), texts.Format("fieldsheet.map.title", ("code", sheet.Terms.Code)),
            texts.Format("fieldsheet.map.text", ("count", areas.Count), ("closed", areas.Count(a => a.Look == MapLook.Closed))), texts);
        return Markup.Of(
            $"""
            <figure>{MapSvg.Render(map)}
            <figcaption class="soft"><span><i class="sw" style="background:#cfe3d4"></i>{texts.Format("fieldsheet.zoneKind.hunting")}</span> <span><i class="sw" style="background:repeating-linear-gradient(45deg,#a01c1c 0 2px,#fff 2px 6px)"></i>{texts.Format("fieldsheet.zoneKind.closed")}</span> <span><i class="sw" style="border-style:dashed"></i>{texts.Format("fieldsheet.map.dashed")}</span> {texts.Format("fieldsheet.map.note")}</figcaption></figure>
            """);
    }

    private static Markup Table(FieldSheet sheet, Texts texts) => Markup.Of(
        $"""
        <div class="wide"><table><thead><tr><th>№</th><th>{texts.Format("fieldsheet.zone")}</th><th>{texts.Format("fieldsheet.zone.kind")}</th><th>{texts.Format("fieldsheet.zone.inForce")}</th><th>{texts.Format("fieldsheet.zone.hectares")}</th><th>{texts.Format("fieldsheet.act")}</th></tr></thead>
        <tbody>{sheet.Zones.Select((zone, i) => Row(zone, i + 1, sheet, texts))}</tbody></table></div>
        """);

    private static Markup Row(ZoneOnDays zone, int number, FieldSheet sheet, Texts texts)
    {
        var version = zone.Version;
        return Markup.Of(
            $"<tr><td><b>{number}</b></td><td>{zone.Id}: {NamesText.Html(version.Value.Names, texts)} <span class=\"soft\">@{version.Number}</span></td>{SeasonTable.Cell("zone.kind", Kind(version.Value.Kind, texts), texts)}{SeasonTable.Cell("zone.inForce", InForce(zone, sheet, texts), texts)}{SeasonTable.Cell("zone.hectares", texts.Value(Math.Round(version.Value.AreaHectares)), texts)}{SeasonTable.Cell("act", ActText.Of(version.Basis, texts), texts)}</tr>\n");
    }

    private static string Title(ZoneOnDays zone, Texts texts) => $"{zone.Id}: {zone.Version.Value.Names.In(texts.Language.Chain)} ({Kind(zone.Version.Value.Kind, texts)})";

    private static string InForce(ZoneOnDays zone, FieldSheet sheet, Texts texts) =>
        zone.Throughout ? texts.Format("fieldsheet.zone.throughout") : texts.Value(zone.Within(sheet.Days));

    private static string Kind(ZoneKind kind, Texts texts) => texts.Format(kind == ZoneKind.Closed ? "fieldsheet.zoneKind.closed" : "fieldsheet.zoneKind.hunting");
}
