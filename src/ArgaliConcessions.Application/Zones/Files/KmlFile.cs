using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;

namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>
/// Reads the Placemarks of a KML document (OGC 12-007r2) that are polygons, with holes, alone or in a MultiGeometry. Its coordinates are WGS 84 by definition. No document
/// type, no entity, no address in it is followed.
/// </summary>
internal static class KmlFile
{
    private const int MaxDepth = 50;
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];
    private static readonly string[] Geometries = ["Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Model", "Track", "MultiTrack"];

    public static Outcome<ZoneFile> Read(ReadOnlyMemory<byte> bytes, ReferenceSystem? asked)
    {
        var agreed = StatedSystem.Agreed(KnownSystems.Wgs84, asked);
        if (agreed is not Outcome<ReferenceSystem>.Done { Value: var system }) return agreed.Refused<ReferenceSystem, ZoneFile>();
        try
        {
            var data = bytes.ToArray();
            if (Placemarks(data) is var count && count is null or 0) return FileRefusal.Of(Reason.Of("kml-broken"));
            if (count > ImportZones.MaxFeatures) return FileRefusal.Of(Reason.Of("zone-file-too-many", null, ("max", ImportZones.MaxFeatures)));
            return Read(data, system);
        }
        catch (XmlException)
        {
            return FileRefusal.Of(Reason.Of("kml-broken"));
        }
    }

    /// <summary>How many there are; null when the document is deeper than any of its kind. Looked at first, because elements are read into memory whole.</summary>
    private static int? Placemarks(byte[] data)
    {
        var count = 0;
        using var reader = Open(data);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth) return null;
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Placemark" }) count++;
        }

        return count;
    }

    private static Outcome<ZoneFile> Read(byte[] data, ReferenceSystem system)
    {
        var (features, columns, heights) = (new List<ZoneFileFeature>(), new List<string>(), false);
        using var reader = Open(data);
        reader.MoveToContent();
        while (!reader.EOF)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "Placemark" })
            {
                reader.Read();
                continue;
            }

            var placemark = (XElement)XNode.ReadFrom(reader);
            var shape = Shape(placemark, features.Count + 1, ref heights);
            if (shape is not Outcome<Polygons>.Done { Value: var polygons }) return shape.Refused<Polygons, ZoneFile>();
            var attributes = Attributes(placemark);
            columns.AddRange(attributes.Keys.Except(columns, StringComparer.OrdinalIgnoreCase));
            features.Add(new ZoneFileFeature(polygons, attributes));
        }

        return new Outcome<ZoneFile>.Done(new ZoneFile(system, features, columns, null, heights ? ["z"] : []));
    }

    private static XmlReader Open(byte[] data) => XmlReader.Create(
        new MemoryStream(data, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true });

    private static Outcome<Polygons> Shape(XElement placemark, int number, ref bool heights)
    {
        var polygons = new List<IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>>>();
        foreach (var geometry in placemark.Elements().Where(IsGeometry).SelectMany(Single))
        {
            if (geometry.Name.LocalName != "Polygon") return FileRefusal.Of(Reason.Of("kml-geometry", null, ("record", number), ("type", geometry.Name.LocalName)));
            var rings = new List<IReadOnlyList<(double Lon, double Lat)>>();
            foreach (var line in new[] { "outerBoundaryIs", "innerBoundaryIs" }.SelectMany(b => Children(geometry, b)).SelectMany(b => Children(b, "LinearRing")))
            {
                if (Ring(Children(line, "coordinates").FirstOrDefault()?.Value ?? "", ref heights) is not { } ring) return FileRefusal.Of(Reason.Of("kml-coordinates", null, ("record", number)));
                rings.Add(ring);
            }

            polygons.Add(rings);
        }

        return polygons.Count > 0 ? new Outcome<Polygons>.Done(polygons) : FileRefusal.Of(Reason.Of("kml-geometry", null, ("record", number), ("type", "–")));
    }

    private static bool IsGeometry(XElement element) => Geometries.Contains(element.Name.LocalName, StringComparer.Ordinal);

    private static IEnumerable<XElement> Single(XElement geometry) =>
        geometry.Name.LocalName == "MultiGeometry" ? geometry.Elements().Where(IsGeometry).SelectMany(Single) : [geometry];

    private static IEnumerable<XElement> Children(XElement element, string name) => element.Elements().Where(e => e.Name.LocalName == name);

    private static List<(double Lon, double Lat)>? Ring(string coordinates, ref bool heights)
    {
        var ring = new List<(double Lon, double Lat)>();
        foreach (var tuple in coordinates.Split(Blanks, StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = tuple.Split(',');
            if (parts.Length is < 2 or > 3 || Number(parts[0]) is not { } lon || Number(parts[1]) is not { } lat) return null;
            heights |= parts.Length == 3 && Number(parts[2]) is not (0 or null);
            ring.Add((lon, lat));
        }

        return ring;
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The name and the extended data, typed or not.</summary>
    private static Dictionary<string, string> Attributes(XElement placemark)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        void Add(string? name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(name) && !string.IsNullOrWhiteSpace(value)) attributes.TryAdd(name.Trim(), value.Trim());
        }

        Add("name", Children(placemark, "name").FirstOrDefault()?.Value);
        foreach (var data in Children(placemark, "ExtendedData").SelectMany(d => Children(d, "Data"))) Add((string?)data.Attribute("name"), Children(data, "value").FirstOrDefault()?.Value);
        foreach (var data in Children(placemark, "ExtendedData").SelectMany(d => Children(d, "SchemaData")).SelectMany(d => Children(d, "SimpleData"))) Add((string?)data.Attribute("name"), data.Value);
        return attributes;
    }
}
