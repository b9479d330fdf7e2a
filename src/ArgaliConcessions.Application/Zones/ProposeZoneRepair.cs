using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Zones;

/// <summary>Proposes a valid shape in place of a faulty one, for a person to look at and send again. Stores nothing.</summary>
public sealed class ProposeZoneRepair
{
    /// <summary>The proposal; what is wrong with the shape where it cannot be mended.</summary>
    public Outcome<RepairProposal> Run(DrawnShape shape)
    {
        if (BoundaryRepair.Propose(shape.Polygons) is { } proposal) return new Outcome<RepairProposal>.Done(proposal);
        Reason[] faults = [.. ShapeReasons.Of(BoundaryReader.Read(shape.Polygons), shape), Reason.Of("boundary-beyond-repair", shape.Geometry)];
        return Refusal.Invalid(faults);
    }
}
