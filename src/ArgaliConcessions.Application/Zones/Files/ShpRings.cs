using System.Buffers.Binary;
using ArgaliConcessions.Domain.Zones;
using ShapeRings = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<(double Lon, double Lat)>>;

namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>
/// Reads the rings of a .shp of polygons (ESRI Shapefile Technical Description, 1998). Every length in it is held against the bytes that are there, so that no
/// figure in the file makes the program allocate or loop beyond the file's own size.
/// </summary>
internal static class ShpRings
{
    /// <summary>Rings of one shape at most; telling holes from islands takes time for every pair of them.</summary>
    public const int MaxRings = 200;

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
    public static Outcome<ShpContent> Read(ReadOnlySpan<byte> shp)
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
        var (shapes, measured) = (new List<ShapeRings>(), false);
        for (var rest = shp[HeaderLength..]; rest.Length > 0;)
        {
            if (shapes.Count == ImportZones.MaxFeatures) return FileRefusal.Of(Reason.Of("zone-file-too-many", null, ("max", ImportZones.MaxFeatures)));
            if (rest.Length < 8) return FileRefusal.Of(Reason.Of("shapefile-truncated"));
            var content = BinaryPrimitives.ReadInt32BigEndian(rest[4..]) * 2L;
            if (content < 4 || content > rest.Length - 8) return FileRefusal.Of(Reason.Of("shapefile-truncated"));
            var record = Record(rest.Slice(8, (int)content), type, shapes.Count + 1, ref measured);
            if (record is not Outcome<ShapeRings>.Done { Value: var rings }) return record.Refused<ShapeRings, ShpContent>();
            shapes.Add(rings);
            rest = rest[(8 + (int)content)..];
        }

        return new Outcome<ShpContent>.Done(new ShpContent(shapes, HasZ: type == PolygonZ, HasM: measured));
    }

    private static Outcome<ShapeRings> Record(ReadOnlySpan<byte> record, int type, int number, ref bool measured)
    {
        const int Fixed = 44;
        var own = BinaryPrimitives.ReadInt32LittleEndian(record);
        if (own == 0) return Done([]);
        if (own != type || record.Length < Fixed) return Broken(number);
        var (parts, points) = (BinaryPrimitives.ReadInt32LittleEndian(record[36..]), BinaryPrimitives.ReadInt32LittleEndian(record[40..]));
        if (parts > MaxRings || points > BoundaryReader.MaxVertices)
            return FileRefusal.Of(Reason.Of("shape-too-large", null, ("record", number), ("maxPoints", BoundaryReader.MaxVertices), ("maxRings", MaxRings)));
        if (parts < 1 || points < 4) return Broken(number);
        // Measures may be left out, heights may not.
        var needed = Fixed + (4 * parts) + (PointLength * points) + (type == PolygonZ ? 16 + (8 * points) : 0);
        if (record.Length < needed) return Broken(number);
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

    private static Outcome<ShapeRings> Rings(ReadOnlySpan<byte> starts, ReadOnlySpan<byte> points, int number)
    {
        var (count, rings) = (points.Length / PointLength, new List<IReadOnlyList<(double Lon, double Lat)>>());
        for (var part = 0; part < starts.Length / 4; part++)
        {
            var start = BinaryPrimitives.ReadInt32LittleEndian(starts[(4 * part)..]);
            var end = 4 * (part + 1) < starts.Length ? BinaryPrimitives.ReadInt32LittleEndian(starts[(4 * (part + 1))..]) : count;
            if (start < 0 || end > count || end - start < 4 || (part == 0 && start != 0)) return Broken(number);
            var ring = points[(PointLength * start)..(PointLength * end)];
            if (!ring[..PointLength].SequenceEqual(ring[^PointLength..])) return FileRefusal.Of(Reason.Of("shape-ring-open", null, ("record", number)));
            if (Points(ring) is not { } read) return Broken(number);
            rings.Add(read);
        }

        return Done(rings);
    }

    /// <summary>The points; null when one of them is nowhere.</summary>
    private static (double Lon, double Lat)[]? Points(ReadOnlySpan<byte> ring)
    {
        var points = new (double Lon, double Lat)[ring.Length / PointLength];
        for (var i = 0; i < points.Length; i++)
        {
            var at = ring[(PointLength * i)..];
            points[i] = (BinaryPrimitives.ReadDoubleLittleEndian(at), BinaryPrimitives.ReadDoubleLittleEndian(at[8..]));
            if (!double.IsFinite(points[i].Lon) || !double.IsFinite(points[i].Lat)) return null;
        }

        return points;
    }

    private static Outcome<ShapeRings> Done(ShapeRings rings) =>
        new Outcome<ShapeRings>.Done(rings);

    private static Refusal Broken(int number) => FileRefusal.Of(Reason.Of("shape-record-broken", null, ("record", number)));
}

/// <summary>The shapes of a .shp.</summary>
/// <param name="Shapes">The closed rings of each record, in its order; none of an empty one.</param>
/// <param name="HasM">Whether any point has a measure.</param>
internal sealed record ShpContent(IReadOnlyList<ShapeRings> Shapes, bool HasZ, bool HasM);
