using System.Security.Cryptography;
using NetTopologySuite.Geometries;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>
/// A valid shape on the ground: one or more polygons with holes in WGS84 longitude and latitude, edges straight in longitude
/// and latitude (RFC 7946). Immutable; equal to another boundary if both have the same points, wherever their rings begin and in
/// whatever order these come.
/// </summary>
/// <remarks>Made by <see cref="BoundaryReader"/> or <see cref="BoundaryRepair"/>, which check, or by <see cref="FromWkb"/>, which trusts the store.</remarks>
public sealed class Boundary : IEquatable<Boundary>
{
    private readonly Lazy<double> areaHectares;
    private readonly Lazy<string> geometryHash;
    private readonly Lazy<AreaIndex> index;
    private readonly Lazy<(double Lon, double Lat)> innerPoint;
    private readonly (double Lon, double Lat)[][][] rings;

    /// <param name="polygons">A valid shape; copied.</param>
    internal Boundary(Polygons polygons)
    {
        rings = CanonicalRings.Of(polygons);
        Polygons = ReadOnly(rings);
        VertexCount = rings.Sum(polygon => polygon.Sum(ring => ring.Length - 1));
        Envelope = GeoEnvelope.Around(rings.SelectMany(polygon => polygon[0]));
        areaHectares = new(() => EllipsoidArea.Hectares(Polygons));
        geometryHash = new(() => Convert.ToHexStringLower(SHA256.HashData(ToWkb())));
        index = new(() => new AreaIndex(Planar.MultiPolygon(Polygons)));
        innerPoint = new(() => Inside(ToGeometry()));
    }

    /// <summary>
    /// The polygons, of each its rings (the shell, then the holes), of each its points, the first repeated as the last; shells
    /// counter-clockwise, holes clockwise, as RFC 7946 wants them.
    /// </summary>
    public Polygons Polygons { get; }

    public GeoEnvelope Envelope { get; }

    /// <summary>Points of all rings, the closing ones not counted again.</summary>
    public int VertexCount { get; }

    /// <summary>True hectares on the WGS84 ellipsoid, to about 1e-9 of the area.</summary>
    public double AreaHectares => areaHectares.Value;

    /// <summary>A point well inside, where a label can stand.</summary>
    public (double Lon, double Lat) InnerPoint => innerPoint.Value;

    /// <summary>SHA-256 of <see cref="ToWkb"/>, in lower-case hexadecimal: the same for the same points.</summary>
    public string GeometryHash => geometryHash.Value;

    /// <summary>Answers whether it holds a point and how far its edge is; made at the first question, then kept.</summary>
    internal AreaIndex Index => index.Value;

    /// <summary>A serialisation for storage that depends on the shape alone (WKB MultiPolygon, little-endian).</summary>
    public byte[] ToWkb() => BoundaryWkb.Write(rings);

    /// <summary>Reads what <see cref="ToWkb"/> wrote. It does not check the shape again.</summary>
    /// <exception cref="FormatException">The bytes are something else: the store is broken.</exception>
    public static Boundary FromWkb(ReadOnlySpan<byte> bytes) => new(BoundaryWkb.Read(bytes));

    /// <summary>
    /// The rings with fewer points, for drawing only: what is dropped lies within the tolerance of what is left, but rings that
    /// lie nearer to each other may cross. Every ring keeps at least a triangle.
    /// </summary>
    /// <param name="toleranceDegrees">Zero or more; zero drops only points on straight lines.</param>
    public Polygons Simplified(double toleranceDegrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(toleranceDegrees);
        return ReadOnly([.. rings.Select(polygon => polygon.Select(ring => RingSimplifier.Simplify(ring, toleranceDegrees)).ToArray())]);
    }

    public bool Equals(Boundary? other) => other is not null && string.Equals(GeometryHash, other.GeometryHash, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as Boundary);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(GeometryHash);

    public static bool operator ==(Boundary? one, Boundary? other) => one is null ? other is null : one.Equals(other);

    public static bool operator !=(Boundary? one, Boundary? other) => !(one == other);

    /// <summary>A geometry of its own for the caller, to calculate with.</summary>
    internal MultiPolygon ToGeometry() => Planar.MultiPolygon(Polygons);

    private static (double Lon, double Lat) Inside(MultiPolygon shape)
    {
        var point = shape.InteriorPoint.Coordinate;
        return (point.X, point.Y);
    }

    private static Polygons ReadOnly((double Lon, double Lat)[][][] rings) =>
        Array.AsReadOnly(rings.Select(polygon => (PolygonRings)Array.AsReadOnly(polygon.Select(ring => (Ring)Array.AsReadOnly(ring)).ToArray())).ToArray());
}
