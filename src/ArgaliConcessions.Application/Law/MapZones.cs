using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Law;

/// <summary>Makes rows of <c>zonemap</c> from what a concession records.</summary>
internal static class MapZones
{
    /// <summary>A version as the map needs it; its envelope is known only with its shape.</summary>
    public static MapZone Of(string concession, string zone, LawVersion<ZoneTerms> version, GeoEnvelope envelope = default) => new(
        concession, zone, version.Number, version.Value.Kind, version.ValidFrom, version.ValidTo, version.Value.GeometryHash, envelope,
        version.Value.ToleranceMetres, version.Basis, version.RecordedAt);
}
