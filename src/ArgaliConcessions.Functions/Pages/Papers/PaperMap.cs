using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Papers;
using ArgaliConcessions.Functions.Pages.Maps;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Papers;

/// <summary>The map of a permit: its zones and the concession's closed areas, numbered, and what the numbers stand for.</summary>
internal static class PaperMap
{
    private const double PaperWidth = 520;

    /// <summary>Null where no shape is known.</summary>
    public static MapDrawing? Of(PermitPaper paper, Texts texts)
    {
        var areas = paper.Zones.Select((zone, i) => (zone, i)).Where(z => z.zone.Boundary is not null).Select(z => new MapArea(
            z.zone.Boundary!, MapArea.LookOf(z.zone.Version.Value.Kind), texts.Value(z.i + 1), $"{z.zone.Id}: {z.zone.Version.Value.Names.In(texts.Language.Chain)}") { Dashed = !z.zone.Throughout }).ToList();
        return areas.Count == 0 ? null : MapDrawing.Of(
            areas, MapPlane.Around(areas.Select(a => a.Boundary.Envelope), [], PaperWidth), texts.Format("fieldsheet.map.title", ("code", paper.Terms.Code)),
            texts.Format("fieldsheet.map.text", ("count", areas.Count), ("closed", areas.Count(a => a.Look == MapLook.Closed))), texts);
    }

    public static IReadOnlyList<PaperLine> Legend(PermitPaper paper, Texts texts) =>
        [.. paper.Zones.Select((zone, i) => new PaperLine(texts.Value(i + 1), Describe(zone, paper, texts)))];

    private static string Describe(ZoneOnDays zone, PermitPaper paper, Texts texts)
    {
        var kind = texts.Format(zone.IsClosed ? "fieldsheet.zoneKind.closed" : "fieldsheet.zoneKind.hunting");
        var days = zone.Throughout ? "" : $"; {texts.Value(zone.Within(paper.Days))}";
        return FormattableString.Invariant($"{zone.Id}: {NamesText.Of(zone.Version.Value.Names, texts)}; {kind}; @{zone.Version.Number}{days}");
    }
}
