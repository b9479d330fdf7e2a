using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Law;
using NodaTime;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>A zone version as a GeoJSON Feature.</summary>
public sealed record ZoneFeature(string Id, GeometryWire Geometry, ZoneProperties Properties) : IGeoJson
{
    public string Type => "Feature";

    internal static ZoneFeature Of(ZoneReading zone) =>
        new($"{zone.Version.Concession}/{zone.Version.Id}", new GeometryWire(zone.Boundary.Polygons), ZoneProperties.Of(zone));
}

/// <summary>Zone versions as a GeoJSON FeatureCollection.</summary>
public sealed record ZoneCollection(IReadOnlyList<ZoneFeature> Features) : IGeoJson
{
    public string Type => "FeatureCollection";

    internal static ZoneCollection Of(IReadOnlyList<ZoneReading> zones) => new([.. zones.Select(ZoneFeature.Of)]);
}

/// <summary>What a zone version is beside its shape. May be sent back as it is.</summary>
/// <param name="ValidTo">Its last day, as a later version may have ended it.</param>
/// <param name="AreaHectares">True hectares, to a hundredth.</param>
/// <param name="InForce">Whether it rules on the date asked about.</param>
/// <param name="Versions">All versions that are recorded, this one included.</param>
/// <param name="Source">The imported file it is from; absent when it came by itself.</param>
public sealed record ZoneProperties(
    string Concession, string Zone, LocalizedNames Names, ZoneKind Kind, LocalDate ValidFrom, LocalDate? ValidTo, LegalBasis Basis,
    double? ToleranceMetres, string? AcceptOverlap, string? Reason, decimal AreaHectares, int Version, string GeometryHash, Instant RecordedAt,
    bool InForce, int? Corrects, bool? Provisional, IReadOnlyList<VersionSummary> Versions,
    ZoneSource? Source)
{
    internal static ZoneProperties Of(ZoneReading zone)
    {
        var (reading, version, terms) = (zone.Version, zone.Version.Selected, zone.Version.Selected.Value);
        return new ZoneProperties(
            reading.Concession, reading.Id, terms.Names, terms.Kind, version.ValidFrom, version.ValidTo, version.Basis,
            terms.ToleranceMetres, terms.AcceptedOverlap, version.Reason, Math.Round((decimal)terms.AreaHectares, 2), version.Number, terms.GeometryHash,
            version.RecordedAt, reading.InForce, version.Corrects, LawWire.Provisional(reading.Provisional), VersionSummary.Of(reading), terms.Source);
    }
}
