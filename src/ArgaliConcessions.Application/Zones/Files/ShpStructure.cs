using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>
/// Walks over a .shp (ESRI Shapefile Technical Description, 1998) before the library reads it: that every length in it fits, that its shapes are polygons of
/// closed rings, and how much there is. So no figure in the file makes the library allocate or loop beyond the file's own size.
/// </summary>
internal static class ShpStructure
{
    /// <summary>Rings of one shape at most; telling holes from islands takes time for every pair of them.</summary>
    public const int MaxRings = 1_000;

    private const int HeaderLength = 100;
    private const int FileCode = 9994;
    private const int Polygon = 5;
    private const int PolygonZ = 15;
    private const int PolygonM = 25;
    private const int PointLength = 16;

    private static readonly Dictionary<int, string> OtherTypes = new()
    {
        [0] = "Null", [1] = "Point", [3] = "PolyLine", [8] = "MultiPoint", [11] = "PointZ", [13] = "PolyLineZ", [18] = "MultiPointZ",
        [21] = "PointM", [23] = "PolyLineM", [28] = "MultiPointM", [31] = "MultiPatch",
    };

    /// <summary>The records and what their points have beside their place, or the refusal.</summary>
    public static Outcome<ShpContent> Check(ReadOnlySpan<byte> shp)
    {
        if (shp.Length < HeaderLength || BinaryPrimitives.ReadInt32BigEndian(shp) != FileCode) return FileRefusal.Of(Reason.Of("shapefile-broken"));
        var type = BinaryPrimitives.ReadInt32LittleEndian(shp[32..]);
        if (type is not (Polygon or PolygonZ or PolygonM)) return FileRefusal.Of(Reason.Of("shape-type", null, ("type", OtherTypes.GetValueOrDefault(type) ?? $"{type}")));
        var length = BinaryPrimitives.ReadInt32BigEndian(shp[24..]) * 2L;
        if (length < HeaderLength || length > shp.Length) return FileRefusal.Of(Reason.Of("shapefile-truncated"));
        return Walk(shp[..(int)length], type);
    }

    private static Outcome<ShpContent> Walk(ReadOnlySpan<byte> shp, int type)
    {
        var (records, measured) = (0, false);
        for (var rest = shp[HeaderLength..]; rest.Length > 0;)
        {
            if (++records > ImportZones.MaxFeatures) return FileRefusal.Of(Reason.Of("zone-file-too-many", null, ("max", ImportZones.MaxFeatures)));
            if (rest.Length < 8) return FileRefusal.Of(Reason.Of("shapefile-truncated"));
            var content = BinaryPrimitives.ReadInt32BigEndian(rest[4..]) * 2L;
            if (content < 4 || content > rest.Length - 8) return FileRefusal.Of(Reason.Of("shapefile-truncated"));
            if (Record(rest.Slice(8, (int)content), type, records, ref measured) is { } refusal) return refusal;
            rest = rest[(8 + (int)content)..];
        }

        return new Outcome<ShpContent>.Done(new ShpContent(records, HasZ: type == PolygonZ, HasM: measured));
    }

    private static Refusal? Record(ReadOnlySpan<byte> record, int type, int number, ref bool measured)
    {
        const int Fixed = 44;
        var own = BinaryPrimitives.ReadInt32LittleEndian(record);
        if (own == 0) return null;
        if (own != type || record.Length < Fixed) return Broken(number);
        var (parts, points) = (BinaryPrimitives.ReadInt32LittleEndian(record[36..]), BinaryPrimitives.ReadInt32LittleEndian(record[40..]));
        if (parts > MaxRings || points > BoundaryReader.MaxVertices)
            return FileRefusal.Of(Reason.Of("shape-too-large", null, ("record", number), ("maxPoints", BoundaryReader.MaxVertices), ("maxRings", MaxRings)));
        // Measures may be left out, heights may not.
        var needed = Fixed + (4 * parts) + (PointLength * points) + (type == PolygonZ ? 16 + (8 * points) : 0);
        if (parts < 1 || points < 4 || record.Length < needed) return Broken(number);
        measured |= type != Polygon && HasMeasures(record[needed..], points);
        return Rings(record.Slice(Fixed, 4 * parts), record.Slice(Fixed + (4 * parts), PointLength * points), number);
    }

    /// <summary>Whether there is a measure for any point; figures below -1e38 say that there is none.</summary>
    private static bool HasMeasures(ReadOnlySpan<byte> rest, int points)
    {
        const int Range = 16;
        if (rest.Length < Range + (8 * points)) return false;
        for (var at = Range; at < Range + (8 * points); at += 8)
        {
            if (BinaryPrimitives.ReadDoubleLittleEndian(rest[at..]) > -1e38) return true;
        }

        return false;
    }

    private static Refusal? Rings(ReadOnlySpan<byte> starts, ReadOnlySpan<byte> points, int number)
    {
        var count = points.Length / PointLength;
        for (var part = 0; part < starts.Length / 4; part++)
        {
            var start = BinaryPrimitives.ReadInt32LittleEndian(starts[(4 * part)..]);
            var end = 4 * (part + 1) < starts.Length ? BinaryPrimitives.ReadInt32LittleEndian(starts[(4 * (part + 1))..]) : count;
            if (start < 0 || end > count || end - start < 4 || (part == 0 && start != 0)) return Broken(number);
            var ring = points[(PointLength * start)..(PointLength * end)];
            if (!ring[..PointLength].SequenceEqual(ring[^PointLength..])) return FileRefusal.Of(Reason.Of("shape-ring-open", null, ("record", number)));
        }

        foreach (var coordinate in MemoryMarshal.Cast<byte, double>(points))
        {
            if (!double.IsFinite(coordinate)) return Broken(number);
        }

        return null;
    }

    private static Refusal Broken(int number) => FileRefusal.Of(Reason.Of("shape-record-broken", null, ("record", number)));
}

/// <param name="Records">Shapes, empty ones included.</param>
/// <param name="HasM">Whether any point has a measure.</param>
internal sealed record ShpContent(int Records, bool HasZ, bool HasM);
