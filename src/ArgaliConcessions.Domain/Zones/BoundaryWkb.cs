using System.Buffers.Binary;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>
/// Rings as well-known binary (OGC 06-103r4, 8): always a MultiPolygon in two dimensions, little-endian, so that a shape has one
/// serialisation.
/// </summary>
internal static class BoundaryWkb
{
    private const byte LittleEndian = 1;
    private const int PolygonType = 3;
    private const int MultiPolygonType = 6;
    private const int HeaderBytes = 9;
    private const int PointBytes = 16;

    public static byte[] Write((double Lon, double Lat)[][][] polygons)
    {
        var bytes = new byte[HeaderBytes + polygons.Sum(rings => HeaderBytes + rings.Sum(ring => 4 + PointBytes * ring.Length))];
        var rest = Header(bytes, MultiPolygonType, polygons.Length);
        foreach (var rings in polygons)
        {
            rest = Header(rest, PolygonType, rings.Length);
            foreach (var ring in rings)
                rest = Points(rest, ring);
        }
        return bytes;
    }

    /// <exception cref="FormatException">The bytes were not written by <see cref="Write"/>.</exception>
    public static (double Lon, double Lat)[][][] Read(ReadOnlySpan<byte> bytes)
    {
        var polygons = new (double Lon, double Lat)[Count(ref bytes, MultiPolygonType, HeaderBytes)][][];
        for (var p = 0; p < polygons.Length; p++)
        {
            polygons[p] = new (double Lon, double Lat)[Count(ref bytes, PolygonType, 4)][];
            for (var r = 0; r < polygons[p].Length; r++)
                polygons[p][r] = Points(ref bytes);
        }
        if (bytes.Length != 0)
            throw Malformed();
        return polygons;
    }

    private static Span<byte> Header(Span<byte> bytes, int type, int count)
    {
        bytes[0] = LittleEndian;
        BinaryPrimitives.WriteInt32LittleEndian(bytes[1..], type);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[5..], count);
        return bytes[HeaderBytes..];
    }

    private static Span<byte> Points(Span<byte> bytes, (double Lon, double Lat)[] ring)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes, ring.Length);
        bytes = bytes[4..];
        foreach (var (lon, lat) in ring)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, lon);
            BinaryPrimitives.WriteDoubleLittleEndian(bytes[8..], lat);
            bytes = bytes[PointBytes..];
        }
        return bytes;
    }

    private static int Count(ref ReadOnlySpan<byte> bytes, int type, int leastBytesEach)
    {
        if (bytes.Length < HeaderBytes || bytes[0] != LittleEndian || BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]) != type)
            throw Malformed();
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[5..]);
        bytes = bytes[HeaderBytes..];
        return count >= 1 && count <= bytes.Length / leastBytesEach ? count : throw Malformed();
    }

    private static (double Lon, double Lat)[] Points(ref ReadOnlySpan<byte> bytes)
    {
        var count = bytes.Length < 4 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (count < 4 || count > (bytes.Length - 4) / PointBytes)
            throw Malformed();
        bytes = bytes[4..];
        var ring = new (double Lon, double Lat)[count];
        for (var i = 0; i < count; i++, bytes = bytes[PointBytes..])
            ring[i] = (BinaryPrimitives.ReadDoubleLittleEndian(bytes), BinaryPrimitives.ReadDoubleLittleEndian(bytes[8..]));
        return ring[0] == ring[^1] ? ring : throw Malformed();
    }

    private static FormatException Malformed() => new("These bytes are not a stored boundary.");
}
