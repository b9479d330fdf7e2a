using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>A mapped part of a concession, without its geometry (that lies under its hash, write-once).</summary>
/// <param name="GeometryHash">Lower-case hex SHA-256 of the canonical boundary.</param>
/// <param name="ToleranceMetres">Widens the doubt at its boundary; null takes the authority's setting.</param>
/// <param name="AcceptedOverlap">Why an overlap with another concession was accepted, if one was.</param>
/// <param name="Source">The file it was imported from; null when it came by itself, or before sources were kept.</param>
/// <remarks>
/// Equal to others that say the same of the ground, whatever file said so: a zone that is imported again, from the same file or from its copy in another
/// format, is no new statement.
/// </remarks>
public sealed record ZoneTerms(
    LocalizedNames Names, ZoneKind Kind, string GeometryHash, double AreaHectares, double? ToleranceMetres, string? AcceptedOverlap, ZoneSource? Source = null)
{
    public bool Equals(ZoneTerms? other) => other is not null && Said.Equals(other.Said);

    public override int GetHashCode() => Said.GetHashCode();

    private (LocalizedNames, ZoneKind, string, double, double?, string?) Said => (Names, Kind, GeometryHash, AreaHectares, ToleranceMetres, AcceptedOverlap);
}
