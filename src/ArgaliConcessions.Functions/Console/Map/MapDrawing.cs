using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Functions.Pages;
using ArgaliConcessions.Functions.Pages.Report;

namespace ArgaliConcessions.Functions.Console.Map;

/// <summary>Zones on paper: hunting ground, closed areas hatched, zones that overlap another concession's outlined. For the eye; the words stand in the list beside it.</summary>
internal static class MapDrawing
{
    public static Markup Render(Visit visit, IReadOnlyList<ConcessionGround> grounds)
    {
        var zones = grounds.SelectMany(g => g.Zones.Where(z => z.Boundary is not null).Select(z => (Ground: g, Zone: z))).ToList();
        if (zones.Count == 0) return Markup.Of($"<p>{visit.Say("map.empty")}</p>");
        var shared = grounds.SelectMany(g => g.Overlaps.SelectMany(o => new[] { $"{g.Id}/{o.Zone}", o.Other })).ToHashSet(StringComparer.Ordinal);
        var plane = MapPlane.Around(zones.Select(z => z.Zone.Boundary!.Envelope), []);
        return Markup.Of(
            $"""
            <figure class="map"><svg viewBox="0 0 {plane.Width} {plane.Height}" role="img" aria-label="{visit.Say("map.label", ("concessions", grounds.Count), ("zones", zones.Count), ("overlaps", grounds.Sum(g => g.Overlaps.Length)))}">
            <defs><pattern id="closed" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#fff" fill-opacity=".6"/><rect width="2" height="7" fill="#a01c1c"/></pattern></defs>
            <rect width="{plane.Width}" height="{plane.Height}" fill="#fbfbf8" stroke="#5a655e"/>
            {Graticule.Render(plane)}
            {zones.OrderBy(z => z.Zone.Version.Value.Kind).Select(z => Shape(z.Ground, z.Zone, shared, plane))}
            {grounds.Select(g => Label(g, plane))}
            {Graticule.ScaleBar(plane, visit.Texts)}
            </svg>
            <figcaption class="legend soft">{Legend(visit)}</figcaption></figure>

            """);
    }

    private static Markup Legend(Visit visit) => Markup.Of(
        $"""
        <span><i class="sw" style="background:#a9cdb4"></i>{visit.Say("map.hunting")}</span><span><i class="sw" style="background:repeating-linear-gradient(45deg,#a01c1c 0 2px,#fff 2px 6px)"></i>{visit.Say("map.closed")}</span><span><i class="sw" style="border:3px solid #a01c1c"></i>{visit.Say("map.shared")}</span><span><i class="sw" style="border:2px dashed #1d6b3c"></i>{visit.Say("map.ended")}</span>
        """);

    /// <summary>Half transparent, so that ground which two zones claim is seen to be darker.</summary>
    private static Markup Shape(ConcessionGround ground, ReportZone zone, HashSet<string> shared, MapPlane plane)
    {
        var hunting = zone.Version.Value.Kind == ZoneKind.Hunting;
        var overlaps = shared.Contains($"{ground.Id}/{zone.Id}");
        return Markup.Of(
            $"<path d=\"{plane.PathOf(zone.Boundary!)}\" fill=\"{(hunting ? "#7db58d" : "url(#closed)")}\" fill-opacity=\"{(hunting ? 0.6 : 1.0)}\" fill-rule=\"evenodd\" stroke=\"{(overlaps ? "#a01c1c" : "#1d6b3c")}\" stroke-width=\"{(overlaps ? 3.0 : 1.2)}\"{(zone.InForce ? Markup.None : new Markup(" stroke-dasharray=\"5 4\""))}/>");
    }

    private static Markup Label(ConcessionGround ground, MapPlane plane)
    {
        var largest = ground.Zones.Where(z => z.Boundary is not null && z.Version.Value.Kind == ZoneKind.Hunting).MaxBy(z => z.Version.Value.AreaHectares)?.Boundary?.Envelope;
        if (largest is not { } at) return Markup.None;
        var (x, y) = plane.At((at.West + at.East) / 2, (at.South + at.North) / 2);
        return Markup.Of($"<text x=\"{x}\" y=\"{y}\" font-size=\"17\" font-weight=\"700\" text-anchor=\"middle\" stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\">{ground.Terms.Code}</text>");
    }
}
