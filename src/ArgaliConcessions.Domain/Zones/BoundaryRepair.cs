using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>Proposes a valid boundary in place of a faulty one. Nothing is stored: a person looks at the proposal and sends it again.</summary>
public static class BoundaryRepair
{
    /// <summary>Shapes that cross themselves more often are no drawing of a zone, and taking them apart could take any time.</summary>
    public const int MaxCrossings = 2_000;

    /// <summary>
    /// Closes rings, drops repeated points, rings that enclose nothing and second copies, then cuts what crosses and puts it together
    /// anew. Null if the points are not on earth, cross the antimeridian or are too many, if too much crosses, or if
    /// nothing is left.
    /// </summary>
    public static RepairProposal? Propose(Polygons polygons)
    {
        var points = new FaultList();
        RingChecks.Check(polygons, points);
        if (points.More || points.Listed.Any(fault => IsBeyondRepair(fault.Kind)))
            return null;
        var notes = new SortedSet<RepairNote>();
        var tidy = RingTidying.Tidy(polygons, notes);
        if (tidy.Count == 0 || Crossings.Count(tidy, MaxCrossings) == MaxCrossings)
            return null;
        return Rebuilt(tidy, notes) is { } boundary
            ? new(boundary, EllipsoidArea.Hectares(tidy), boundary.AreaHectares, Changed(tidy, boundary), [.. notes])
            : null;
    }

    private static bool IsBeyondRepair(BoundaryFaultKind kind) => kind is
        BoundaryFaultKind.TooManyVertices or BoundaryFaultKind.NonFinite or BoundaryFaultKind.OutOfRange or BoundaryFaultKind.Antimeridian;

    private static Boundary? Rebuilt(Polygons tidy, SortedSet<RepairNote> notes)
    {
        if (BoundaryReader.Read(tidy).Boundary is { } asDrawn)
            return asDrawn;
        notes.Add(RepairNote.RebuiltTopology);
        try
        {
            return BoundaryReader.Read(Planar.Rings(GeometryFixer.Fix(Planar.MultiPolygon(tidy)))).Boundary;
        }
        catch (Exception e) when (Overlays.IsTopologyFailure(e))
        {
            return null;
        }
    }

    private static double? Changed(Polygons tidy, Boundary boundary) =>
        EvenOdd.Shape(tidy) is { } drawn ? Planar.Hectares(Overlays.SymmetricDifference(drawn, boundary.ToGeometry())) : null;
}
