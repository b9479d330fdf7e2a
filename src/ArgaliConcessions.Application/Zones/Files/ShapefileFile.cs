using System.Collections.Immutable;
using System.Globalization;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;
using NetTopologySuite.IO.Esri.Dbf;

namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>Reads a shapefile's shapes and attributes, once its frame is known to hold.</summary>
internal static class ShapefileFile
{
    public static Outcome<ZoneFile> Read(ShapefileParts parts, ReferenceSystem? asked, AttributeEncoding? encoding)
    {
        var shp = ShpRings.Read(parts.Shp);
        if (shp is not Outcome<ShpContent>.Done { Value: var content }) return shp.Refused<ShpContent, ZoneFile>();
        if (DbfTable.Open(parts.Dbf) is not { } table) return FileRefusal.Of(Reason.Of("dbf-broken"));
        if (table.Records != content.Shapes.Count) return FileRefusal.Of(Reason.Of("shapefile-counts-differ", null, ("shapes", content.Shapes.Count), ("rows", table.Records)));
        var found = AttributeText.Find(table, parts.Cpg, encoding);
        if (found is not Outcome<FoundEncoding>.Done { Value: var text }) return found.Refused<FoundEncoding, ZoneFile>();
        var stated = StatedSystem.Of(parts.Prj, asked);
        if (stated is not Outcome<ReferenceSystem>.Done { Value: var system }) return stated.Refused<ReferenceSystem, ZoneFile>();
        ImmutableArray<string> dropped = [.. content.HasZ ? ["z"] : Array.Empty<string>(), .. content.HasM ? ["m"] : Array.Empty<string>()];
        return Features(parts.Dbf, content, new ZoneFile(system, [], [], text, dropped));
    }

    private static Outcome<ZoneFile> Features(byte[] dbf, ShpContent content, ZoneFile file)
    {
        var (features, record) = (new List<ZoneFileFeature>(), 0);
        try
        {
            using var reader = new DbfReader(new MemoryStream(dbf, writable: false), AttributeText.Of(file.Encoding!.Encoding));
            for (; reader.Read(out var isDeleted); record++)
            {
                if (!isDeleted) features.Add(new ZoneFileFeature(RingNesting.Polygons(content.Shapes[record]), Attributes(reader)));
            }

            return new Outcome<ZoneFile>.Done(file with { Features = features, Columns = [.. reader.Fields.Select(f => f.Name)], Deleted = record - features.Count });
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The library throws what it likes at fields that are no numbers and tables that are no tables: all of it means that the file is broken.
            return FileRefusal.Of(Reason.Of("shape-record-broken", null, ("record", record + 1)));
        }
    }

    private static Dictionary<string, string> Attributes(DbfReader reader)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in reader.Fields)
        {
            if (Text(field.Value) is { Length: > 0 } text) attributes[field.Name] = text;
        }

        return attributes;
    }

    /// <summary>A text that its field cut within a character ends before it.</summary>
    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim().TrimEnd('\uFFFD').Trim(),
    };
}
