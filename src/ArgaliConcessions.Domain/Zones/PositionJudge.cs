using NetTopologySuite.Geometries;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>The working of <see cref="ZoneMap.Judge"/>.</summary>
internal sealed class PositionJudge
{
    private readonly ZoneMap map;
    private readonly SharedGround grounds = new();
    private readonly ClosedGrounds closedGrounds;

    public PositionJudge(ZoneMap map)
    {
        this.map = map;
        closedGrounds = new ClosedGrounds(map, grounds);
    }

    public PositionAnswer Judge(PositionQuestion question)
    {
        var ids = question.PermitZones.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var zones = ids.Select(id => map.InForce(question.Concession, id, question.Date))
            .OfType<ZoneInForce>().Where(zone => zone.Shape.Kind == ZoneKind.Hunting).ToList();
        var circle = Circle.Of(question);
        var radius = circle.Radius(zones.Select(zone => zone.ToleranceMetres).DefaultIfEmpty().Max());
        var (hunting, isInside, metres) = Hunting(circle, zones, radius);
        var closed = closedGrounds.Around(circle, question.Date, question.Concession, isInHuntingGround: hunting == HuntingGroundResult.Inside);
        return new(
            hunting, isInside, metres, radius, question.AccuracyUnknown,
            [.. zones.Select(zone => zone.Ref)],
            [.. ids.Where(id => !zones.Exists(zone => string.Equals(zone.Ref.Zone, id, StringComparison.Ordinal)))],
            closed.Select(ground => ground.Result).DefaultIfEmpty().Max(), closed,
            isInside ? null : OtherConcession(circle, question, hunting));
    }

    private (HuntingGroundResult Result, bool IsInside, double? Metres) Hunting(Circle circle, List<ZoneInForce> zones, double radius)
    {
        if (zones.Count == 0)
            return (HuntingGroundResult.NoZone, false, null);
        var ground = Ground(zones);
        var isInside = ground.Locate(circle.Lon, circle.Lat) != Location.Exterior;
        var metres = ground.MetresToEdge(circle.Lon, circle.Lat);
        var result = metres < radius ? HuntingGroundResult.Unclear
            : isInside ? HuntingGroundResult.Inside
            : HuntingGroundResult.Outside;
        return (result, isInside, metres);
    }

    /// <summary>One zone of one part is what was drawn; between more there may be slits.</summary>
    private AreaIndex Ground(List<ZoneInForce> zones)
    {
        if (zones.Count == 1 && zones[0].Boundary.Polygons.Count == 1)
            return zones[0].Boundary.Index;
        var tolerance = zones.Max(zone => zone.ToleranceMetres);
        return grounds.Keep(
            string.Join(' ', zones.Select(zone => zone.Ref.Law)),
            () => SharedGround.Of([.. zones.Select(zone => zone.Boundary.ToGeometry())], tolerance));
    }

    private OtherConcessionGround? OtherConcession(Circle circle, PositionQuestion question, HuntingGroundResult hunting)
    {
        var deepest = map.InForce(GeoEnvelope.At(circle.Lon, circle.Lat), question.Date)
            .Where(zone => zone.Shape.Kind == ZoneKind.Hunting && !string.Equals(zone.Ref.Concession, question.Concession, StringComparison.Ordinal))
            .Where(zone => zone.Boundary.Index.Locate(circle.Lon, circle.Lat) != Location.Exterior)
            .Select(zone => (Zone: zone, Metres: zone.Boundary.Index.MetresToEdge(circle.Lon, circle.Lat)))
            .OrderByDescending(found => found.Metres)
            .FirstOrDefault();
        if (deepest.Zone is not { } other)
            return null;
        var isCertain = hunting != HuntingGroundResult.Unclear && deepest.Metres >= circle.Radius(other.ToleranceMetres);
        return new(other.Ref, deepest.Metres, isCertain);
    }
}
