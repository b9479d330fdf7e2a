using System.Text.Json;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using NodaTime;

namespace ArgaliConcessions.Functions.Zones.Exports;

/// <summary>
/// Zones as one FeatureCollection (RFC 7946): shells counter-clockwise, holes clockwise, every coordinate to its last digit, so that the geometry hash can be
/// computed again. What was written can be sent back to <c>POST /imports/zones</c>.
/// </summary>
internal sealed class ZoneGeoJson(ZoneWords words)
{
    public async Task WriteAsync(HeldStream output, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(output, Json.Writing);
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteString("name", words.Title);
        writer.WriteString("description", words.AsOf);
        writer.WriteStartArray("features");
        foreach (var zone in words.Export.Zones)
        {
            JsonSerializer.Serialize(writer, FeatureOf(zone), Json.Options);
            await writer.FlushAsync(cancellationToken);
            await output.SendIfMuchAsync(cancellationToken);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);
    }

    private TakenFeature FeatureOf(ExportedZone zone)
    {
        var (reading, version) = (zone.Zone.Version, zone.Zone.Version.Selected);
        return new TakenFeature("Feature", $"{reading.Concession}/{reading.Id}", new GeometryWire(zone.Zone.Boundary.Polygons), new TakenProperties(
            reading.Concession, zone.Terms.Code, zone.Terms.Names, reading.Id, version.Value.Names, version.Value.Kind, version.Number, version.Value.GeometryHash,
            version.ValidFrom, version.ValidTo, version.Basis, version.Value.ToleranceMetres, version.Value.AcceptedOverlap, ZoneWords.Hectares(zone), version.RecordedAt, words.Export.On, words.Export.KnownAt));
    }
}

/// <summary>A zone as a Feature.</summary>
internal sealed record TakenFeature(string Type, string Id, GeometryWire Geometry, TakenProperties Properties);

/// <param name="AsOf">The date that all of the file is of.</param>
/// <param name="KnownAt">What the register recorded later is not in it.</param>
internal sealed record TakenProperties(
    string Concession, string ConcessionCode, LocalizedNames ConcessionNames, string Zone, LocalizedNames Names, ZoneKind Kind, int Version, string GeometryHash,
    LocalDate ValidFrom, LocalDate? ValidTo, LegalBasis Basis, double? ToleranceMetres, string? AcceptOverlap, decimal AreaHectares, Instant RecordedAt, LocalDate AsOf, Instant KnownAt);
