using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Zones;

/// <summary>A zone version as somebody wants it recorded; the shape is as drawn, unjudged.</summary>
/// <param name="AcceptOverlap">Why an overlap with another concession's zone is accepted; null refuses one.</param>
/// <param name="Reason">Why an earlier statement is corrected, where this is a correction.</param>
/// <param name="Properties">Where the properties lie in the request: a JSON pointer.</param>
/// <param name="Source">The file it is from; null when it comes by itself.</param>
public sealed record ZoneDraft(
    LocalizedNames Names, ZoneKind Kind, LocalDate ValidFrom, LocalDate? ValidTo, LegalBasis Basis, double? ToleranceMetres,
    string? AcceptOverlap, string? Reason, DrawnShape Shape, string Properties = "/properties", ZoneSource? Source = null);

/// <summary>A shape as it was sent.</summary>
/// <param name="Polygons">Polygons of rings of positions, longitude before latitude.</param>
/// <param name="Pointers">Where each polygon lies in the request; a ring is <c>/r</c> below it, a position <c>/r/p</c>.</param>
/// <param name="Geometry">Where the geometry lies in the request.</param>
public sealed record DrawnShape(Polygons Polygons, IReadOnlyList<string> Pointers, string Geometry = "/geometry");

/// <summary>A draft whose shape is valid.</summary>
internal sealed record CheckedZone(string Concession, string Zone, ZoneDraft Draft, Boundary Boundary)
{
    public VersionDraft<ZoneTerms> AsVersion() => new(
        Draft.ValidFrom, Draft.ValidTo, Draft.Basis,
        new ZoneTerms(Draft.Names, Draft.Kind, Boundary.GeometryHash, Boundary.AreaHectares, Draft.ToleranceMetres, Draft.AcceptOverlap, Draft.Source),
        Draft.Reason);

    /// <summary>SHA-256 of all that is to be recorded: the same request, the same hash.</summary>
    public string BodyHash => ChainHash.OfBytes(RecordJson.Write(AsVersion()));
}
