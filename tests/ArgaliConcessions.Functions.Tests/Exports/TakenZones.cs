using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using ArgaliConcessions.Domain.Zones;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.IO.Esri.Shapefiles.Readers;
using Polygons = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<(double Lon, double Lat)>>>;
using Ring = System.Collections.Generic.IReadOnlyList<(double Lon, double Lat)>;

namespace ArgaliConcessions.Functions.Tests.Exports;

/// <summary>A zone as another program finds it in a file: what the file says of it, by the file's own names, and its shape.</summary>
internal sealed record TakenZone(IReadOnlyDictionary<string, string> Said, Boundary Boundary);

/// <summary>Reads files of zones as other programs do: shapes are put together anew from what is in the file.</summary>
internal static class TakenZones
{
    private static readonly XNamespace Kml = "http://www.opengis.net/kml/2.2";

    public static IReadOnlyList<TakenZone> Read(string format, byte[] file) => format switch
    {
        "geojson" => OfGeoJson(file),
        "gpx" => OfGpx(file),
        "kml" => OfKml(file),
        _ => OfShapefile(file),
    };

    public static Dictionary<string, byte[]> Unzipped(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.ToDictionary(entry => entry.FullName, Content, StringComparer.Ordinal);
    }

    private static TakenZone[] OfGeoJson(byte[] file)
    {
        using var document = JsonDocument.Parse(file);
        return
        [
            .. document.RootElement.GetProperty("features").EnumerateArray().Select(feature => new TakenZone(
                feature.GetProperty("properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal), BoundaryOf(feature.GetProperty("geometry")))),
        ];
    }

    private static Boundary BoundaryOf(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        var polygons = geometry.GetProperty("type").GetString() == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToArray();
        return Boundary([.. polygons.Select(polygon => (IReadOnlyList<Ring>)[.. polygon.EnumerateArray().Select(RingOf)])]);
    }

    /// <summary>A segment that runs counter-clockwise begins a polygon; the others are holes of the one before.</summary>
    private static TakenZone[] OfGpx(byte[] file)
    {
        var gpx = GpxFile.Parse(Encoding.UTF8.GetString(file), new GpxReaderSettings());
        return [.. gpx.Tracks.Select(track =>
        {
            var polygons = new List<List<Ring>>();
            foreach (var segment in track.Segments)
            {
                Ring ring = [.. segment.Waypoints.Select(point => (point.Longitude.Value, point.Latitude.Value))];
                if (Orientation.IsCCW([.. ring.Select(point => new Coordinate(point.Lon, point.Lat))])) polygons.Add([]);
                polygons[^1].Add(ring);
            }
            var said = new Dictionary<string, string> { ["name"] = track.Name, ["comment"] = track.Comment, ["description"] = track.Description, ["type"] = track.Classification, ["law"] = track.Source };
            return new TakenZone(said, Boundary([.. polygons]));
        })];
    }

    private static TakenZone[] OfKml(byte[] file) => [.. XDocument.Load(new MemoryStream(file)).Descendants(Kml + "Placemark").Select(place => new TakenZone(
        place.Descendants(Kml + "Data").Select(data => (Name: data.Attribute("name")!.Value, data.Value)).Append(("style", place.Element(Kml + "styleUrl")!.Value))
            .ToDictionary(data => data.Item1, data => data.Item2, StringComparer.Ordinal),
        Boundary([.. place.Element(Kml + "MultiGeometry")!.Elements(Kml + "Polygon").Select(polygon =>
            (IReadOnlyList<Ring>)[RingOf(polygon.Element(Kml + "outerBoundaryIs")!), .. polygon.Elements(Kml + "innerBoundaryIs").Select(RingOf)])])))];

    private static Ring RingOf(JsonElement ring) => [.. ring.EnumerateArray().Select(point => (point[0].GetDouble(), point[1].GetDouble()))];

    private static Ring RingOf(XElement boundary) =>
        [.. boundary.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(point => point.Split(',')).Select(point => (Number(point[0]), Number(point[1])))];

    private static List<TakenZone> OfShapefile(byte[] file)
    {
        var files = Unzipped(file);
        var zones = new List<TakenZone>();
        using var reader = Shapefile.OpenRead(Open(files, ".shp"), Open(files, ".dbf"), new ShapefileReaderOptions { Encoding = Encoding.UTF8 });
        while (reader.Read())
        {
            var said = reader.Fields.ToDictionary(field => field.Name, field => Convert.ToString(field.Value, CultureInfo.InvariantCulture) ?? "", StringComparer.Ordinal);
            zones.Add(new TakenZone(said, Boundary([.. ((MultiPolygon)reader.Geometry).Geometries.Cast<Polygon>().Select(polygon =>
                (IReadOnlyList<Ring>)[PointsOf(polygon.Shell), .. polygon.Holes.Select(PointsOf)])])));
        }
        return zones;
    }

    private static MemoryStream Open(Dictionary<string, byte[]> files, string ending) => new(files.Single(file => file.Key.EndsWith(ending, StringComparison.Ordinal)).Value);

    private static Ring PointsOf(LinearRing ring) => [.. ring.Coordinates.Select(point => (point.X, point.Y))];

    private static Boundary Boundary(Polygons polygons)
    {
        var reading = BoundaryReader.Read(polygons);
        return reading.Boundary ?? throw new InvalidDataException(string.Join(", ", reading.Faults));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
