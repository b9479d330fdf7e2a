using ArgaliConcessions.Domain.Zones;
using NodaTime;

namespace ArgaliConcessions.Domain.Tests.Zones;

/// <summary>Small shapes to test with. Sizes are chosen in degrees around 38° N, where 0.001° is 111 m north and 88 m east.</summary>
internal static class Draw
{
    public static readonly LocalDate Day = new(2015, 2, 1);

    /// <summary>Degrees of longitude that so many metres make at 38.5° N.</summary>
    public static double East(double metres) => metres / 87_236;

    /// <summary>Degrees of latitude that so many metres make at 38.5° N.</summary>
    public static double North(double metres) => metres / 110_993;

    public static (double Lon, double Lat)[] Ring(double west, double south, double east, double north) =>
        [(west, south), (east, south), (east, north), (west, north), (west, south)];

    public static Boundary Box(double west, double south, double east, double north) => Shape([Ring(west, south, east, north)]);

    /// <summary>One polygon: its shell, then its holes.</summary>
    public static Boundary Shape(params (double Lon, double Lat)[][] rings) => Shapes([rings]);

    public static Boundary Shapes(params (double Lon, double Lat)[][][] polygons) =>
        BoundaryReader.Read(polygons).Boundary ?? throw new InvalidOperationException("The test's own shape is faulty.");

    public static ZoneShape Hunting(string concession, string zone, Boundary boundary, double? tolerance = null) =>
        new(new(concession, zone, 1), ZoneKind.Hunting, new(2010, 1, 1), null, boundary, tolerance);

    public static ZoneShape Closed(string concession, string zone, Boundary boundary, double? tolerance = null) =>
        new(new(concession, zone, 1), ZoneKind.Closed, new(2010, 1, 1), null, boundary, tolerance);

    /// <summary>A regular ring of so many points, for shapes with curved edges.</summary>
    public static (double Lon, double Lat)[] Round(double lon, double lat, double radius, int points)
    {
        var ring = Enumerable.Range(0, points).Select(i => Math.Tau * i / points)
            .Select(angle => (lon + radius * Math.Cos(angle), lat + radius * Math.Sin(angle))).ToArray();
        return [.. ring, ring[0]];
    }
}
