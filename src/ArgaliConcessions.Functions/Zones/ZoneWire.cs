using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Law;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>Reads a zone: a GeoJSON Feature.</summary>
internal static class ZoneWire
{
    /// <summary>No border is drawn worse than this.</summary>
    private const double LargestToleranceMetres = 1000;

    public static ZoneDraft Read(BodyReader body) => GeoJsonReader.Feature(body, (boundary, properties) =>
    {
        properties.Ignore("concession", "zone");
        return Read(boundary, properties);
    });

    /// <summary>Reads a Feature's geometry and those properties that any zone has.</summary>
    public static ZoneDraft Read(RawBoundary boundary, BodyReader properties)
    {
        properties.Ignore(
            "areaHectares", "version", "geometryHash", "recordedAt", "inForce", "corrects", "provisional", "versions", "repair",
            "concessionCode", "concessionNames", "asOf", "knownAt");
        var geometry = $"{properties.Pointer[..properties.Pointer.LastIndexOf('/')]}/geometry";
        return new ZoneDraft(
            properties.Names("names"), properties.OneOf<ZoneKind>("kind"), properties.Date("validFrom"), properties.DateOrNull("validTo"),
            properties.Basis("basis"), properties.NumberOrNull("toleranceMetres", 0, LargestToleranceMetres),
            properties.TextOrNull("acceptOverlap", LawWire.LongestReason), properties.TextOrNull("reason", LawWire.LongestReason),
            new DrawnShape(boundary.Polygons, boundary.Pointers, geometry), properties.Pointer);
    }
}
