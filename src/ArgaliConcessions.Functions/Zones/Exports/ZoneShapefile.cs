using System.IO.Compression;
using System.Text;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Functions.Http.Responses;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.IO.Esri.Shapefiles.Writers;

namespace ArgaliConcessions.Functions.Zones.Exports;

/// <summary>
/// Zones as a zipped shapefile (polygons in WGS 84; shells clockwise, as that format has it; attributes in UTF-8) with a <c>readme.txt</c>. Coordinates are doubles,
/// to their last digit.
/// </summary>
/// <param name="name">Of the files, without their endings.</param>
internal sealed class ZoneShapefile(ZoneWords words, string name)
{
    public const string MediaType = "application/zip";

    private const string Wgs84 =
        """GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]""";

    private static readonly DateTimeOffset FirstOfZip = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly GeometryFactory Geometries = new(new PrecisionModel(), 4326);

    /// <summary>The three files patch their heads at the end, so they are made in memory: of <see cref="ExportZones.MaxPoints"/> points 5 MB, and 2 KB a zone.</summary>
    public Task WriteAsync(HeldStream output, CancellationToken cancellationToken)
    {
        Make(output);
        return Task.CompletedTask;
    }

    private void Make(HeldStream output)
    {
        using MemoryStream shapes = new(), index = new(), attributes = new();
        Write(shapes, index, attributes);
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        Add(zip, name + ".shp", shapes.ToArray());
        Add(zip, name + ".shx", index.ToArray());
        Add(zip, name + ".dbf", attributes.ToArray());
        Add(zip, name + ".prj", Encoding.ASCII.GetBytes(Wgs84));
        Add(zip, name + ".cpg", "UTF-8"u8);
        Add(zip, "readme.txt", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(ZoneReadme.Of(words))]);
    }

    private void Write(Stream shapes, Stream index, Stream attributes)
    {
        var fields = new ZoneAttributes(words);
        var options = new ShapefileWriterOptions(ShapeType.Polygon, fields.All) { Encoding = Encoding.UTF8 };
        // The library would begin the .prj with a byte order mark, which some readers take for a part of it.
        using var writer = Shapefile.OpenWrite(shapes, index, attributes, prjStream: null, options);
        foreach (var zone in words.Export.Zones)
        {
            writer.Geometry = GeometryOf(zone);
            fields.Set(zone);
            writer.Write();
        }
    }

    private void Add(ZipArchive zip, string file, ReadOnlySpan<byte> content)
    {
        var entry = zip.CreateEntry(file);
        var made = words.Export.KnownAt.ToDateTimeOffset();
        entry.LastWriteTime = made < FirstOfZip ? FirstOfZip : made;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static MultiPolygon GeometryOf(ExportedZone zone) => Geometries.CreateMultiPolygon(
        [.. zone.Zone.Boundary.Polygons.Select(polygon => Geometries.CreatePolygon(RingOf(polygon[0]), [.. polygon.Skip(1).Select(RingOf)]))]);

    private static LinearRing RingOf(IReadOnlyList<(double Lon, double Lat)> ring) => Geometries.CreateLinearRing([.. ring.Select(point => new Coordinate(point.Lon, point.Lat))]);
}
