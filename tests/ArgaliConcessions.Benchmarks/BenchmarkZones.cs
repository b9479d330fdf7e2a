using System.IO.Compression;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace ArgaliConcessions.Benchmarks;

/// <summary>A boundary: its GeoJSON geometry, and a point well within it.</summary>
internal sealed record BenchmarkZone(string Geometry, double Lon, double Lat, int Vertices);

/// <summary>The boundaries to measure with.</summary>
internal static class BenchmarkZones
{
    private const int Most = 2000;
    private const string Usual = "../shared/data/zones-2000.geojson.gz";

    /// <summary>Those of the file; without one those of the usual place beside the repository; else stars drawn on a grid.</summary>
    public static (IReadOnlyList<BenchmarkZone> All, string Source) Read(string? file)
    {
        var found = file ?? Path.Combine(Root(AppContext.BaseDirectory), Usual);
        if (!File.Exists(found)) return file is null ? (Drawn(), "drawn") : throw new FileNotFoundException("No such file.", file);
        return (FromFile(found), Path.GetFileName(found));
    }

    private static List<BenchmarkZone> FromFile(string file)
    {
        using var stream = File.OpenRead(file);
        using var document = JsonDocument.Parse(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("geometry")).Select(Of).Take(Most)];
    }

    private static BenchmarkZone Of(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        var polygons = geometry.GetProperty("type").GetString() == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToArray();
        var rings = polygons.Select(p => p.EnumerateArray().Select(Ring).ToArray()).ToArray();
        var largest = rings.Select(r => new Polygon(new LinearRing(r[0]), [.. r.Skip(1).Select(h => new LinearRing(h))])).MaxBy(p => p.Area)!;
        return new BenchmarkZone(geometry.GetRawText(), largest.InteriorPoint.X, largest.InteriorPoint.Y, rings.Sum(p => p.Sum(r => r.Length)));
    }

    private static Coordinate[] Ring(JsonElement ring) => [.. ring.EnumerateArray().Select(p => new Coordinate(p[0].GetDouble(), p[1].GetDouble()))];

    private static List<BenchmarkZone> Drawn() => [.. Enumerable.Range(0, Most).Select(i => Star(60 + (i % 50 * 0.5), 30 + (i / 50 * 0.5), new Random(i)))];

    /// <summary>A ragged star of 300 corners, at most 0.2 degrees from its middle.</summary>
    private static BenchmarkZone Star(double lon, double lat, Random random)
    {
        const int corners = 300;
        var points = Enumerable.Range(0, corners).Select(i => (Angle: 2 * Math.PI * i / corners, Reach: 0.1 + (0.1 * random.NextDouble())))
            .Select(p => FormattableString.Invariant($"[{lon + (p.Reach * Math.Cos(p.Angle)):0.00000},{lat + (p.Reach * Math.Sin(p.Angle)):0.00000}]")).ToList();
        return new BenchmarkZone($$"""{"type":"Polygon","coordinates":[[{{string.Join(',', points.Append(points[0]))}}]]}""", lon, lat, corners + 1);
    }

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "ArgaliConcessions.sln")) ? folder : Root(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!);
}
