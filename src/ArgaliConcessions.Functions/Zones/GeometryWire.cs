using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>A shape as a GeoJSON Polygon or MultiPolygon.</summary>
[JsonConverter(typeof(GeometryWriter))]
public sealed record GeometryWire(IReadOnlyList<IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>>> Polygons);

/// <summary>Writes shapes; they are read by the GeoJSON reader.</summary>
internal sealed class GeometryWriter : JsonConverter<GeometryWire>
{
    public override GeometryWire Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Shapes are read by the GeoJSON reader.");

    public override void Write(Utf8JsonWriter writer, GeometryWire value, JsonSerializerOptions options)
    {
        var single = value.Polygons.Count == 1;
        writer.WriteStartObject();
        writer.WriteString("type", single ? "Polygon" : "MultiPolygon");
        writer.WritePropertyName("coordinates");
        if (single) WritePolygon(writer, value.Polygons[0]);
        else WriteList(writer, value.Polygons, WritePolygon);
        writer.WriteEndObject();
    }

    private static void WritePolygon(Utf8JsonWriter writer, IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>> rings) => WriteList(writer, rings, WriteRing);

    private static void WriteRing(Utf8JsonWriter writer, IReadOnlyList<(double Lon, double Lat)> ring) => WriteList(writer, ring, WritePosition);

    private static void WritePosition(Utf8JsonWriter writer, (double Lon, double Lat) position)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(position.Lon);
        writer.WriteNumberValue(position.Lat);
        writer.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter writer, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items) write(writer, item);
        writer.WriteEndArray();
    }
}
