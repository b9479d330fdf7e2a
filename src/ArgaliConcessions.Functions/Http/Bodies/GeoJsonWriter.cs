using System.Text.Json;

namespace ArgaliConcessions.Functions.Http.Bodies;

/// <summary>Writes GeoJSON (RFC 7946) as it goes: one position after the other, nothing held.</summary>
public static class GeoJsonWriter
{
    public const string MediaType = "application/geo+json";

    /// <summary>A Feature: its geometry, and the members that <paramref name="properties"/> writes.</summary>
    /// <param name="polygons">Polygons of closed rings, shells counter-clockwise; one becomes a Polygon, more a MultiPolygon.</param>
    public static void Feature(
        Utf8JsonWriter writer, string? id, IReadOnlyList<IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>>> polygons, Action<Utf8JsonWriter> properties)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        if (id is not null) writer.WriteString("id", id);
        writer.WritePropertyName("geometry");
        Geometry(writer, polygons);
        writer.WriteStartObject("properties");
        properties(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>A FeatureCollection whose features are written one by one; what is written is sent on as it grows.</summary>
    public static async Task FeaturesAsync<T>(Utf8JsonWriter writer, IAsyncEnumerable<T> items, Action<Utf8JsonWriter, T> feature, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteStartArray("features");
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            feature(writer, item);
            await writer.FlushAsync(cancellationToken);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>A Polygon or MultiPolygon.</summary>
    public static void Geometry(Utf8JsonWriter writer, IReadOnlyList<IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>>> polygons)
    {
        writer.WriteStartObject();
        writer.WriteString("type", polygons.Count == 1 ? "Polygon" : "MultiPolygon");
        writer.WritePropertyName("coordinates");
        if (polygons.Count == 1) Polygon(writer, polygons[0]);
        else List(writer, polygons, Polygon);
        writer.WriteEndObject();
    }

    private static void Polygon(Utf8JsonWriter writer, IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>> rings) =>
        List(writer, rings, static (to, ring) => List(to, ring, Position));

    private static void Position(Utf8JsonWriter writer, (double Lon, double Lat) position)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(position.Lon);
        writer.WriteNumberValue(position.Lat);
        writer.WriteEndArray();
    }

    private static void List<T>(Utf8JsonWriter writer, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items) write(writer, item);
        writer.WriteEndArray();
    }
}
