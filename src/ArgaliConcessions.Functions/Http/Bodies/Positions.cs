using System.Text.Json;

namespace ArgaliConcessions.Functions.Http.Bodies;

/// <summary>Reads the nested arrays of a geometry's coordinates, and stops counting at the bound.</summary>
internal sealed class Positions(Faults faults)
{
    private int _left = GeoJsonReader.MaxPositions;

    public IReadOnlyList<IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>>> Polygons(JsonElement list, string pointer) =>
        Read(list, pointer, (polygon, place, index) => Polygon(polygon, $"{place}/{index}"));

    public IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>> Polygon(JsonElement list, string pointer) =>
        Read(list, pointer, (ring, place, index) => Ring(ring, $"{place}/{index}"));

    private IReadOnlyList<(double Lon, double Lat)> Ring(JsonElement list, string pointer)
    {
        if (list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > _left)
        {
            faults.AddAt(pointer, "boundary-too-many-vertices", ("max", GeoJsonReader.MaxPositions), ("count", list.GetArrayLength()));
            return [];
        }

        if (list.ValueKind == JsonValueKind.Array) _left -= list.GetArrayLength();
        return Read(list, pointer, Position);
    }

    private (double Lon, double Lat) Position(JsonElement list, string pointer, int index)
    {
        var inside = list.ValueKind == JsonValueKind.Array && list.GetArrayLength() is >= 2 and <= 4;
        if (inside && Degrees(list[0]) is { } longitude && Degrees(list[1]) is { } latitude) return (longitude, latitude);
        faults.AddAt($"{pointer}/{index}", "bad-position");
        return default;
    }

    // A number past the range of a double comes as infinity: the domain says that and where.
    private static double? Degrees(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : null;

    private List<T> Read<T>(JsonElement list, string pointer, Func<JsonElement, string, int, T> item)
    {
        var read = new List<T>();
        if (list.ValueKind != JsonValueKind.Array) faults.AddAt(pointer, "wrong-type", ("expected", "array"));
        else foreach (var value in list.EnumerateArray()) read.Add(item(value, pointer, read.Count));
        return read;
    }
}
