using System.IO.Compression;
using System.Text;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Esri;
using NetTopologySuite.IO.Esri.Dbf.Fields;
using NetTopologySuite.IO.Esri.Shapefiles.Writers;

namespace ArgaliConcessions.Tests.ZoneFiles;

/// <summary>Makes zipped shapefiles as a GIS writes them, by the library, and lets a test spoil a part of them.</summary>
public sealed class ShapefileBuilder
{
    private static readonly GeometryFactory Geometries = new();
    private readonly List<Feature> _features = [];
    private readonly Dictionary<string, DbfField> _fields = new(StringComparer.Ordinal);

    /// <summary>What the shapes are: of polygons, with heights or measures.</summary>
    public ShapeType Type { get; init; } = ShapeType.Polygon;

    /// <summary>What the attributes are written in.</summary>
    public Encoding Attributes { get; init; } = Encoding.UTF8;

    /// <summary>The text of the .prj; none when null.</summary>
    public string? Prj { get; init; } = Wkt.Wgs84;

    /// <summary>The text of the .cpg; none when null.</summary>
    public string? Cpg { get; init; }

    /// <summary>The language byte of the .dbf.</summary>
    public byte LanguageByte { get; init; }

    /// <summary>The name of the layer, with its folders.</summary>
    public string Layer { get; init; } = "zones";

    public static Encoding Cp866 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(866)!;

    public static Encoding Cp1251 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    /// <summary>A square of <paramref name="size"/> with its attributes; all shapes must have the same columns.</summary>
    public ShapefileBuilder Square(double west, double south, double size, params (string Column, object? Value)[] attributes) =>
        Shape([[Ring(west, south, size)]], attributes);

    /// <summary>A shape of polygons of rings, the shell first.</summary>
    public ShapefileBuilder Shape(IEnumerable<IEnumerable<(double X, double Y)[]>> polygons, params (string Column, object? Value)[] attributes)
    {
        var made = polygons.Select(rings => rings.Select(Line).ToArray()).Select(rings => Geometries.CreatePolygon(rings[0], rings[1..])).ToArray();
        var table = new AttributesTable();
        foreach (var (column, value) in attributes)
        {
            table.Add(column, value);
            _fields.TryAdd(column, Field(column, value));
        }

        _features.Add(new Feature(Geometries.CreateMultiPolygon(made), table));
        return this;
    }

    /// <summary>The files of the layer by their extension, to be spoiled.</summary>
    public Dictionary<string, byte[]> Parts()
    {
        using var shp = new MemoryStream();
        using var shx = new MemoryStream();
        using var dbf = new MemoryStream();
        using var prj = new MemoryStream();
        using (var writer = Shapefile.OpenWrite(shp, shx, dbf, prj, new ShapefileWriterOptions(Type, [.. _fields.Values]) { Encoding = Attributes, Projection = Prj ?? "" }))
        {
            writer.Write(_features);
        }

        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal) { [".shp"] = shp.ToArray(), [".shx"] = shx.ToArray(), [".dbf"] = dbf.ToArray() };
        parts[".dbf"][29] = LanguageByte;
        if (Prj is not null) parts[".prj"] = Encoding.UTF8.GetBytes(Prj);
        if (Cpg is not null) parts[".cpg"] = Encoding.UTF8.GetBytes(Cpg);
        return parts;
    }

    public byte[] Zip() => Zip(Parts());

    /// <summary>The parts in a zip, with others beside them.</summary>
    public byte[] Zip(IReadOnlyDictionary<string, byte[]> parts, params (string Name, byte[] Bytes)[] others) =>
        ZipOf([.. parts.Select(p => ($"{Layer}{p.Key}", p.Value)), .. others]);

    public static byte[] ZipOf(params (string Name, byte[] Bytes)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A closed ring, counter-clockwise.</summary>
    public static (double X, double Y)[] Ring(double west, double south, double size) =>
        [(west, south), (west + size, south), (west + size, south + size), (west, south + size), (west, south)];

    private LinearRing Line((double X, double Y)[] ring) => Geometries.CreateLinearRing([.. ring.Select(p =>
        Type switch { ShapeType.PolygonZM => new CoordinateZM(p.X, p.Y, 3_900, 7), ShapeType.PolygonM => new CoordinateM(p.X, p.Y, 7), _ => new Coordinate(p.X, p.Y) })]);

    private static DbfField Field(string column, object? value) => value switch
    {
        DateTime => new DbfDateField(column),
        int => new DbfNumericInt32Field(column),
        double => new DbfNumericDoubleField(column, 19, 6),
        _ => new DbfCharacterField(column, 60),
    };
}
