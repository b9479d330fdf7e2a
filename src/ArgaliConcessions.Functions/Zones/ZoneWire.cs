using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Application.Zones.Files;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Law;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>Reads a zone: a GeoJSON Feature.</summary>
internal static class ZoneWire
{
    /// <summary>No border is drawn worse than this.</summary>
    private const double LargestToleranceMetres = 1000;

    public static ZoneDraft Read(BodyReader body, GroundFrames frames) => GeoJsonReader.Feature(body, (boundary, properties) =>
    {
        properties.Ignore("concession", "zone");
        return Read(boundary, properties, frames);
    });

    /// <summary>Reads a Feature's geometry and those properties that any zone has; its coordinates become those of the register.</summary>
    public static ZoneDraft Read(RawBoundary boundary, BodyReader properties, GroundFrames frames)
    {
        properties.Ignore(
            "areaHectares", "version", "geometryHash", "recordedAt", "inForce", "corrects", "provisional", "versions", "repair",
            "concessionCode", "concessionNames", "asOf", "knownAt", "source");
        var geometry = $"{properties.Pointer[..properties.Pointer.LastIndexOf('/')]}/geometry";
        return new ZoneDraft(
            properties.Names("names"), properties.OneOf<ZoneKind>("kind"), properties.Date("validFrom"), properties.DateOrNull("validTo"),
            properties.Basis("basis"), properties.NumberOrNull("toleranceMetres", 0, LargestToleranceMetres),
            properties.TextOrNull("acceptOverlap", LawWire.LongestReason), properties.TextOrNull("reason", LawWire.LongestReason),
            new DrawnShape(Ground(boundary, geometry, properties, frames), boundary.Pointers, geometry), properties.Pointer);
    }

    // What states no system is WGS 84 as it stands, to its last digit.
    private static IReadOnlyList<IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>>> Ground(
        RawBoundary boundary, string geometry, BodyReader properties, GroundFrames frames)
    {
        var system = boundary.System ?? KnownSystems.Wgs84;
        if (Plausibility.Judge(boundary.Polygons, system) is { } misfit)
        {
            properties.FaultAt(
                geometry, CodeOf(misfit.Look), ("system", $"{system.Code} ({system.Name})"), ("zone", misfit.Zone),
                ("east", Math.Round(misfit.East, 6)), ("north", Math.Round(misfit.North, 6)));
            return [];
        }

        return boundary.System is null ? boundary.Polygons : frames.ToWgs84(boundary.Polygons, system);
    }

    private static string CodeOf(CoordinateLook look) => look switch
    {
        CoordinateLook.GaussKrugerZone => "coordinates-gauss-kruger-zone",
        CoordinateLook.MetresWithoutZone => "coordinates-metres-without-zone",
        CoordinateLook.NorthBeforeEast => "coordinates-north-before-east",
        CoordinateLook.Degrees => "coordinates-degrees",
        _ => "coordinates-unknown",
    };
}
