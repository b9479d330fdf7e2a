using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Functions.Pages.Maps;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Report;

/// <summary>The map: hunting zones, closed areas hatched, zones with flagged permits outlined, flagged harvests where they happened.</summary>
internal static class MapSection
{
    private const double PaperWidth = 900;

    /// <summary>A label this far from every flagged place is far enough.</summary>
    private const double Clearance = 20;

    public static Markup Render(ReportModel report, Texts texts)
    {
        var zones = report.Concessions.SelectMany(c => c.Zones.Where(z => z.Boundary is not null).Select(z => new DrawnZone(c, z))).ToList();
        if (zones.Count == 0) return Markup.None;
        var points = report.Findings.Where(f => f.Position is not null).DistinctBy(f => (f.Subject.Id, f.Severity)).ToList();
        var plane = MapPlane.Around(zones.Select(z => z.Zone.Boundary!.Envelope), points.Select(p => p.Position!), PaperWidth);
        var map = MapDrawing.Of(
            [.. zones.Select(z => AreaOf(z, report, texts))], plane, texts.Format("report.map"), texts.Format("report.map.label", ("zones", zones.Count), ("points", points.Count)), texts);
        return Markup.Of(
            $"""
            <h2>{texts.Format("report.map")}</h2>
            <figure>{MapSvg.Render(map, Markup.Join([.. points.Select(f => Point(f, plane, texts)), .. report.Concessions.Select(c => Label(c, zones, report, plane))]))}
            <figcaption class="legend soft"><span><i class="sw" style="background:#cfe3d4"></i>{texts.Format("report.map.hunting")}</span><span><i class="sw" style="background:repeating-linear-gradient(45deg,#a01c1c 0 2px,#fff 2px 6px)"></i>{texts.Format("report.map.closed")}</span><span><i class="sw" style="border:3px solid #a01c1c"></i>{texts.Format("report.map.flagged")}</span><span>▲ {texts.Format("report.map.violation")}</span><span>◆ {texts.Format("report.map.notice")}</span><br>{texts.Format("report.map.note")}</figcaption></figure>
            """);
    }

    /// <summary>How many permits of the concession were flagged in this zone (or, where the finding names no zone, at all).</summary>
    private static int FlaggedPermits(DrawnZone drawn, ReportModel report) => report.Findings
        .Where(f => f.Concession == drawn.Concession.Id && f.Permit is not null && (f.Zone is null || f.Zone == drawn.Zone.Id)).Select(f => f.Permit).Distinct().Count();

    private static MapArea AreaOf(DrawnZone drawn, ReportModel report, Texts texts)
    {
        var hunting = drawn.Zone.Version.Value.Kind == ZoneKind.Hunting;
        var flagged = hunting ? FlaggedPermits(drawn, report) : 0;
        var title = texts.Format(
            hunting ? "report.map.zone" : "report.map.closedZone",
            ("zone", $"{drawn.Concession.Terms.Code}/{drawn.Zone.Id}"), ("name", drawn.Zone.Version.Value.Names), ("count", flagged));
        return new MapArea(drawn.Zone.Boundary!, flagged > 0 ? MapLook.Flagged : MapArea.LookOf(drawn.Zone.Version.Value.Kind), "", title) { Dashed = !drawn.Zone.InForce };
    }

    private static Markup Label(ReportConcession concession, List<DrawnZone> zones, ReportModel report, MapPlane plane)
    {
        var own = zones.Where(z => z.Concession == concession && z.Zone.Version.Value.Kind == ZoneKind.Hunting).ToList();
        if (own.Count == 0) return Markup.None;
        var largest = own.MaxBy(z => z.Zone.Version.Value.AreaHectares)!.Zone.Boundary!.Envelope;
        var (x, y) = FreePlace(largest, report, plane);
        var permits = report.Findings.Where(f => f.Concession == concession.Id && f.Permit is not null).Select(f => f.Permit).Distinct().Count();
        return Markup.Of($"<text x=\"{x}\" y=\"{y}\" font-size=\"15\" font-weight=\"700\" text-anchor=\"middle\" stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\">{concession.Terms.Code}{(permits > 0 ? $" ▲{permits}" : "")}</text>");
    }

    /// <summary>A place on the middle line of a zone that is farthest from any flagged place, so that neither hides the other.</summary>
    private static (double X, double Y) FreePlace(GeoEnvelope zone, ReportModel report, MapPlane plane)
    {
        var points = report.Findings.Where(f => f.Position is not null).Select(f => plane.At(f.Position!.Lon, f.Position.Lat)).ToList();
        return new[] { 0.5, 0.35, 0.65, 0.2, 0.8 }.Select(part => plane.At((zone.West + zone.East) / 2, zone.South + ((zone.North - zone.South) * part)))
            .MaxBy(at => points.Select(p => Math.Min(Clearance, Math.Max(Math.Abs(p.X - at.X) / 3, Math.Abs(p.Y - at.Y)))).DefaultIfEmpty(Clearance).Min());
    }

    private static Markup Point(Finding finding, MapPlane plane, Texts texts)
    {
        var (x, y) = plane.At(finding.Position!.Lon, finding.Position.Lat);
        var violation = finding.Severity == Severity.Violation;
        var shape = violation ? Markup.Of($"M{x} {y - 7}L{x + 6} {y + 5}H{x - 6}Z") : Markup.Of($"M{x} {y - 6}L{x + 6} {y}L{x} {y + 6}L{x - 6} {y}Z");
        return Markup.Of($"<a href=\"#{finding.Id}\"><path d=\"{shape}\" fill=\"{(violation ? "#a01c1c" : "#e0a100")}\" stroke=\"#fff\" stroke-width=\"1\"><title>{texts.Format($"rule.{finding.Code}.title")}: {finding.Subject.Id}</title></path></a>");
    }

    private sealed record DrawnZone(ReportConcession Concession, ReportZone Zone);
}
