using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>A mapped part of a concession, without its geometry (that lies under its hash, write-once).</summary>
/// <param name="GeometryHash">Lower-case hex SHA-256 of the canonical boundary.</param>
/// <param name="ToleranceMetres">Widens the doubt at its boundary; null takes the authority's setting.</param>
/// <param name="AcceptedOverlap">Why an overlap with another concession was accepted, if one was.</param>
public sealed record ZoneTerms(
    LocalizedNames Names, ZoneKind Kind, string GeometryHash, double AreaHectares, double? ToleranceMetres, string? AcceptedOverlap);
