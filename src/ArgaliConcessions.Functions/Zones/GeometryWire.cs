using System.Text.Json;
using System.Text.Json.Serialization;
using ArgaliConcessions.Functions.Http.Bodies;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>A shape as a GeoJSON Polygon or MultiPolygon.</summary>
[JsonConverter(typeof(GeometryWriter))]
public sealed record GeometryWire(IReadOnlyList<IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>>> Polygons);

/// <summary>Writes shapes; they are read by the GeoJSON reader.</summary>
internal sealed class GeometryWriter : JsonConverter<GeometryWire>
{
    public override GeometryWire Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Shapes are read by the GeoJSON reader.");

    public override void Write(Utf8JsonWriter writer, GeometryWire value, JsonSerializerOptions options) => GeoJsonWriter.Geometry(writer, value.Polygons);
}
