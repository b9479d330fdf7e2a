using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Functions.Http.Responses;
using NodaTime;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>A Feature whose shape was mended, for a person to look at and send again; nothing is stored.</summary>
public sealed record RepairedFeature(GeometryWire Geometry, RepairedProperties Properties) : IGeoJson
{
    public string Type => "Feature";

    internal static RepairedFeature Of(ZoneDraft draft, RepairProposal proposal) => new(
        new GeometryWire(proposal.Boundary.Polygons),
        new RepairedProperties(
            draft.Names, draft.Kind, draft.ValidFrom, draft.ValidTo, draft.Basis, draft.ToleranceMetres, draft.AcceptOverlap, draft.Reason,
            new RepairFigures(Hectares(proposal.HectaresBefore), Hectares(proposal.HectaresAfter)!.Value, Hectares(proposal.HectaresChanged), proposal.Notes)));

    private static decimal? Hectares(double? hectares) => hectares is { } value ? Math.Round((decimal)value, 2) : null;
}

/// <summary>The properties as they were sent, and what was done to the shape.</summary>
public sealed record RepairedProperties(
    LocalizedNames Names, ZoneKind Kind, LocalDate ValidFrom, LocalDate? ValidTo, LegalBasis Basis, double? ToleranceMetres, string? AcceptOverlap,
    string? Reason, RepairFigures Repair);

/// <summary>Hectares to a hundredth; null where they cannot be computed.</summary>
/// <param name="HectaresChanged">Ground that is in one of the two shapes and not in the other.</param>
public sealed record RepairFigures(decimal? HectaresBefore, decimal HectaresAfter, decimal? HectaresChanged, IReadOnlyList<RepairNote> Notes);
