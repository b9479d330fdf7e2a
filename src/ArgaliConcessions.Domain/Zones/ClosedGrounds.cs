using NetTopologySuite.Geometries;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>Finds the closed ground that a position's circle meets: closed zones, and holes that no hunting zone fills.</summary>
internal sealed class ClosedGrounds
{
    /// <summary>Closed areas this near each other share a border; what is between them is drawing.</summary>
    private const double SharedBorderMetres = 1;

    private readonly ZoneMap map;
    private readonly SharedGround kept;

    public ClosedGrounds(ZoneMap map, SharedGround kept)
    {
        this.map = map;
        this.kept = kept;
    }

    /// <summary>The closed ground around a position, gravest first, then deepest.</summary>
    /// <param name="circle">The position.</param>
    /// <param name="date">The legal date.</param>
    /// <param name="concession">The concession whose holes count.</param>
    /// <param name="isInHuntingGround">Whether the whole circle lies in the permit's zones and so meets no hole.</param>
    public IReadOnlyList<ClosedGround> Around(Circle circle, LocalDate date, string concession, bool isInHuntingGround)
    {
        var near = GeoEnvelope.At(circle.Lon, circle.Lat).GrownBy(circle.Radius(map.LargestToleranceMetres));
        var areas = map.InForce(near, date).SelectMany(zone =>
            zone.Shape.Kind == ZoneKind.Closed ? [ClosedArea.Zone(zone)]
            : isInHuntingGround || !string.Equals(zone.Ref.Concession, concession, StringComparison.Ordinal) ? []
            : EmptyHoles(zone, near, date));
        var met = areas.Where(area => area.IsMetBy(circle)).ToList();
        var grounds = met.Select(area => area.Judge(circle)).ToList();
        if (grounds.Count > 1 && grounds.TrueForAll(ground => ground.Result == ClosedGroundResult.Unclear) && IsInAllTogether(circle, met))
            grounds = Convicted(grounds);
        return [.. grounds
            .OrderByDescending(ground => ground.Result)
            .ThenByDescending(ground => ground.PointInside ? ground.Metres : -ground.Metres)
            .ThenBy(ground => ground.Zone)];
    }

    /// <summary>The holes of a zone near a place, as far as no hunting zone of any concession lies in them; of those all that is wider than the tolerance.</summary>
    private IEnumerable<ClosedArea> EmptyHoles(ZoneInForce host, GeoEnvelope near, LocalDate date)
    {
        var polygons = host.Boundary.Polygons;
        for (var p = 0; p < polygons.Count; p++)
            for (var r = 1; r < polygons[p].Count; r++)
            {
                var hole = polygons[p][r];
                if (!GeoEnvelope.Around(hole).Intersects(near))
                    continue;
                var fillers = Fillers(host, GeoEnvelope.Around(hole), date);
                var key = $"{host.Ref.Law}#{p}/{r} {string.Join(' ', fillers.Select(filler => filler.Ref.Law))}";
                yield return new(host, ClosedGroundKind.Hole, key, kept.Keep(key, () => new(Rest(hole, fillers, host.ToleranceMetres))));
            }
    }

    private List<ZoneInForce> Fillers(ZoneInForce host, GeoEnvelope hole, LocalDate date) =>
        [.. map.InForce(hole, date).Where(zone => zone.Shape.Kind == ZoneKind.Hunting && (zone != host || host.Boundary.Polygons.Count > 1))];

    /// <summary>What is left of a hole; nothing if its fillings are so tangled that it cannot be said.</summary>
    private static Geometry Rest(Ring ring, List<ZoneInForce> fillers, double toleranceMetres)
    {
        const double Untouched = 1 - 1e-9;
        Geometry hole = Planar.Polygon([ring]);
        List<Geometry> fillings = [.. fillers.Select(filler => filler.Boundary.ToGeometry())];
        if (Crossings.IsTangle([hole, .. fillings]))
            return Planar.Factory.CreatePolygon();
        var rest = fillings.Aggregate(hole, Overlays.Difference);
        if (rest.Area >= hole.Area * Untouched)
            return hole;
        var plane = LocalPlane.Around(hole);
        return Planar.Factory.CreateMultiPolygon([.. Planar.Parts(rest).Where(part => !plane.IsNarrower(part, toleranceMetres))]);
    }

    private bool IsInAllTogether(Circle circle, List<ClosedArea> areas)
    {
        var together = kept.Keep(
            $"closed {string.Join(' ', areas.Select(area => area.Key))}",
            () => SharedGround.Of([.. areas.SelectMany(area => area.Index.Areas).Select(area => area.Copy())], SharedBorderMetres));
        return together.Locate(circle.Lon, circle.Lat) == Location.Interior
            && together.MetresToEdge(circle.Lon, circle.Lat) >= areas.Max(area => area.Radius(circle));
    }

    /// <summary>The position is in those that hold it; on the border between two, in the nearest.</summary>
    private static List<ClosedGround> Convicted(List<ClosedGround> grounds)
    {
        var nearest = grounds.Exists(ground => ground.PointInside) ? -1 : grounds.Min(ground => ground.Metres);
        return [.. grounds.Select(ground => ground.PointInside || ground.Metres <= nearest ? ground with { Result = ClosedGroundResult.InClosed } : ground)];
    }
}
