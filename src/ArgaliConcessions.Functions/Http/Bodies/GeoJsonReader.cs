using System.Text.Json;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;

namespace ArgaliConcessions.Functions.Http.Bodies;

/// <summary>
/// Reads GeoJSON (RFC 7946) Features with Polygon or MultiPolygon geometry. Heights are dropped; whether rings close,
/// cross or lie in range is judged by the domain. Other geometry types are faults that say where.
/// </summary>
public static class GeoJsonReader
{
    /// <summary>Positions of one geometry at most.</summary>
    public const int MaxPositions = 200_000;

    private static readonly string[] Bystanders = ["id", "bbox", "name", "description", "links"];

    /// <summary>The body (or an object in it) as one Feature.</summary>
    public static T Feature<T>(BodyReader feature, Func<RawBoundary, BodyReader, T> read) => Feature(feature, null, read);

    private static T Feature<T>(BodyReader feature, ReferenceSystem? ofCollection, Func<RawBoundary, BodyReader, T> read)
    {
        feature.Ignore(Bystanders);
        Expect(feature, "type", "Feature");
        var system = Crs(feature) ?? ofCollection;
        var boundary = feature.Geometry("geometry") with { System = system };
        return feature.Object("properties", properties => read(boundary, properties));
    }

    /// <summary>The body as a FeatureCollection, in its order.</summary>
    public static IReadOnlyList<T> Features<T>(BodyReader collection, int maxCount, Func<RawBoundary, BodyReader, T> read)
    {
        collection.Ignore(Bystanders);
        Expect(collection, "type", "FeatureCollection");
        var system = Crs(collection);
        return collection.List("features", maxCount, feature => Feature(feature, system, read), minCount: 1);
    }

    private static void Expect(BodyReader reader, string name, string value)
    {
        if (reader.Has(name) ? reader.Text(name, 40) != value : reader.Text(name, 40).Length == 0) reader.Fault(name, "unknown-value", ("allowed", value));
    }

    // The crs member of the older specification, which other programs still write: obeyed, with east before north whatever the system, or refused.
    private static ReferenceSystem? Crs(BodyReader reader)
    {
        var name = reader.ObjectOrNull("crs", crs =>
        {
            crs.IgnoreRest();
            return crs.ObjectOrNull("properties", properties =>
            {
                properties.IgnoreRest();
                return properties.TextOrNull("name", 100) ?? "";
            }) ?? "";
        });
        if (name is null) return null;
        var system = KnownSystems.Find(name);
        if (system is null) reader.Fault("crs", "wrong-crs", ("read", name), ("allowed", string.Join(", ", KnownSystems.All.Select(s => s.Code))));
        return system;
    }
}

/// <summary>The geometry member of a Feature.</summary>
public sealed partial class BodyReader
{
    private static readonly RawBoundary NoBoundary = new([], []);

    /// <summary>A Polygon or MultiPolygon as raw coordinates.</summary>
    public RawBoundary Geometry(string name) => Has(name) ? Object(name, g => g.Boundary()) : GeometryMissing(name);

    private RawBoundary GeometryMissing(string name)
    {
        Find(name, required: true);
        return NoBoundary;
    }

    private RawBoundary Boundary()
    {
        Ignore("bbox");
        var type = Text("type", 40);
        if (type is not ("Polygon" or "MultiPolygon"))
        {
            IgnoreRest();
            if (type.Length > 0) Fault("type", "unknown-geometry", ("allowed", "Polygon, MultiPolygon"));
            return NoBoundary;
        }

        var pointer = PointerTo("coordinates");
        if (Find("coordinates", required: true) is not { } coordinates) return NoBoundary;
        var positions = new Positions(_faults);
        return type == "Polygon"
            ? new RawBoundary([positions.Polygon(coordinates, pointer)], [pointer])
            : new RawBoundary(positions.Polygons(coordinates, pointer), [.. Enumerable.Range(0, Length(coordinates)).Select(i => $"{pointer}/{i}")]);
    }

    private static int Length(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : 0;
}
