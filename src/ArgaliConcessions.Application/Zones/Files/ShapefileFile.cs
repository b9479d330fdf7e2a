using System.Collections.Immutable;
using System.Globalization;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.IO.Esri.Shapefiles.Readers;

namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>Reads a shapefile's shapes and attributes, once its frame is known to hold.</summary>
internal static class ShapefileFile
{
    public static Outcome<ZoneFile> Read(ShapefileParts parts, ReferenceSystem? asked, AttributeEncoding? encoding)
    {
        var checkedShp = ShpStructure.Check(parts.Shp);
        if (checkedShp is not Outcome<ShpContent>.Done { Value: var content }) return checkedShp.Refused<ShpContent, ZoneFile>();
        if (DbfTable.Open(parts.Dbf) is not { } table) return FileRefusal.Of(Reason.Of("dbf-broken"));
        if (table.Records != content.Records) return FileRefusal.Of(Reason.Of("shapefile-counts-differ", null, ("shapes", content.Records), ("rows", table.Records)));
        var found = AttributeText.Find(table, parts.Cpg, encoding);
        if (found is not Outcome<FoundEncoding>.Done { Value: var text }) return found.Refused<FoundEncoding, ZoneFile>();
        var stated = StatedSystem.Of(parts.Prj, asked);
        if (stated is not Outcome<ReferenceSystem>.Done { Value: var system }) return stated.Refused<ReferenceSystem, ZoneFile>();
        ImmutableArray<string> dropped = [.. content.HasZ ? ["z"] : Array.Empty<string>(), .. content.HasM ? ["m"] : Array.Empty<string>()];
        return Features(parts, text, new ZoneFile(system, [], [], text, dropped));
    }

    private static Outcome<ZoneFile> Features(ShapefileParts parts, FoundEncoding text, ZoneFile file)
    {
        var (features, deleted) = (new List<ZoneFileFeature>(), 0);
        try
        {
            // Rings may come in any order and turn either way, whatever the specification says: what lies in what is told by the ground.
            var options = new ShapefileReaderOptions { Encoding = AttributeText.Of(text.Encoding), GeometryBuilderMode = GeometryBuilderMode.FixInvalidShapes };
            using var reader = Shapefile.OpenRead(new MemoryStream(parts.Shp, writable: false), new MemoryStream(parts.Dbf, writable: false), options);
            while (reader.Read(out var isDeleted, out var feature))
            {
                if (isDeleted) deleted++;
                else features.Add(Feature(feature));
            }

            return new Outcome<ZoneFile>.Done(file with { Features = features, Columns = [.. reader.Fields.Select(f => f.Name)], Deleted = deleted });
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The library throws what it likes at fields that are no numbers and tables that are no tables: all of it means that the file is broken.
            return FileRefusal.Of(Reason.Of("shape-record-broken", null, ("record", features.Count + deleted + 1)));
        }
    }

    private static ZoneFileFeature Feature(Feature feature)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in feature.Attributes.GetNames())
        {
            if (Text(feature.Attributes[name]) is { Length: > 0 } text) attributes[name] = text;
        }

        return new ZoneFileFeature(Shape(feature.Geometry), attributes);
    }

    /// <summary>A text that its field cut within a character ends before it.</summary>
    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim().TrimEnd('\uFFFD').Trim(),
    };

    private static Polygons Shape(Geometry? geometry)
    {
        var polygons = new List<IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>>>();
        for (var i = 0; i < (geometry?.NumGeometries ?? 0); i++)
        {
            if (geometry!.GetGeometryN(i) is Polygon { IsEmpty: false } polygon) polygons.Add([Ring(polygon.ExteriorRing), .. polygon.InteriorRings.Select(Ring)]);
        }

        return polygons;
    }

    private static IReadOnlyList<(double Lon, double Lat)> Ring(LineString ring) => [.. ring.Coordinates.Select(c => (c.X, c.Y))];
}
