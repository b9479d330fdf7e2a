using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Functions.Pages;
using ArgaliConcessions.Functions.Pages.Maps;

namespace ArgaliConcessions.Functions.Console.Map;

/// <summary>Zones on a map: hunting ground, closed areas hatched, zones that overlap another concession's outlined, what has ended dashed. For the eye; the words stand in the list beside it.</summary>
internal static class GroundMap
{
    private const double PaperWidth = 900;

    public static Markup Render(Visit visit, IReadOnlyList<ConcessionGround> grounds)
    {
        var zones = grounds.SelectMany(g => g.Zones.Where(z => z.Boundary is not null).Select(z => (Ground: g, Zone: z))).ToList();
        if (zones.Count == 0) return Markup.Of($"<p>{visit.Say("map.empty")}</p>");
        var shared = grounds.SelectMany(g => g.Shared.Select(o => $"{g.Id}/{o.Zone}")).ToHashSet(StringComparer.Ordinal);
        var plane = MapPlane.Around(zones.Select(z => z.Zone.Boundary!.Envelope), [], PaperWidth);
        var label = visit.Say("map.label", ("concessions", grounds.Count), ("zones", zones.Count), ("overlaps", grounds is [var one] ? one.Shared.Length : grounds.Sum(g => g.Overlaps.Length)));
        var map = MapDrawing.Of([.. zones.Select(z => AreaOf(z.Ground, z.Zone, shared, visit))], plane, visit.Say("map.title"), label, visit.Texts);
        return Markup.Of(
            $"""
            <figure class="map">{MapSvg.Render(map)}
            <figcaption class="legend soft">{Legend(visit)}</figcaption></figure>

            """);
    }

    private static Markup Legend(Visit visit) => Markup.Of(
        $"""
        <span><i class="sw" style="background:#cfe3d4"></i>{visit.Say("map.hunting")}</span><span><i class="sw" style="background:repeating-linear-gradient(45deg,#a01c1c 0 2px,#fff 2px 6px)"></i>{visit.Say("map.closed")}</span><span><i class="sw" style="border:3px solid #a01c1c"></i>{visit.Say("map.shared")}</span><span><i class="sw" style="border:2px dashed #1d6b3c"></i>{visit.Say("map.ended")}</span>
        """);

    /// <summary>The largest hunting zone bears its concession's code.</summary>
    private static MapArea AreaOf(ConcessionGround ground, ReportZone zone, HashSet<string> shared, Visit visit)
    {
        var terms = zone.Version.Value;
        var largest = ground.Zones.Where(z => z.Boundary is not null && z.Version.Value.Kind == ZoneKind.Hunting).MaxBy(z => z.Version.Value.AreaHectares);
        var look = terms.Kind == ZoneKind.Hunting && shared.Contains($"{ground.Id}/{zone.Id}") ? MapLook.Flagged : MapArea.LookOf(terms.Kind);
        return new MapArea(zone.Boundary!, look, zone == largest ? ground.Terms.Code : "", $"{ground.Terms.Code}/{zone.Id}: {NamesText.Of(terms.Names, visit.Texts)}") { Dashed = !zone.InForce || ground.Status == ConcessionStatus.Ended };
    }
}
