using System.Globalization;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Zones;

/// <summary>Says what is wrong with a shape, and where: the place in the request and the place on earth.</summary>
public static class ShapeReasons
{
    /// <summary>Decimals of a degree in answers: about a centimetre.</summary>
    private const int Decimals = 7;

    public static IEnumerable<Reason> Of(BoundaryReading reading, DrawnShape shape)
    {
        foreach (var fault in reading.Faults) yield return Of(fault, shape);
        if (reading.More) yield return Reason.Of("boundary-more-faults", shape.Geometry, ("listed", reading.Faults.Count));
    }

    private static Reason Of(BoundaryFault fault, DrawnShape shape) => Reason.Of(
        $"boundary-{fault.Code}", PointerTo(fault, shape),
        ("polygon", fault.Polygon), ("ring", fault.Ring), ("vertex", fault.Vertex is { } vertex ? vertex : null),
        ("lon", Degrees(fault.Lon)), ("lat", Degrees(fault.Lat)), ("max", fault.Kind == BoundaryFaultKind.TooManyVertices ? BoundaryReader.MaxVertices : null));

    private static string PointerTo(BoundaryFault fault, DrawnShape shape)
    {
        if (fault.Kind == BoundaryFaultKind.TooManyVertices || fault.Polygon >= shape.Pointers.Count) return shape.Geometry;
        var ring = string.Create(CultureInfo.InvariantCulture, $"{shape.Pointers[fault.Polygon]}/{fault.Ring}");
        return fault.Vertex is { } vertex ? string.Create(CultureInfo.InvariantCulture, $"{ring}/{vertex}") : ring;
    }

    private static Domain.Law.EvidenceValue? Degrees(double? degrees) => degrees is { } value && double.IsFinite(value) && Math.Abs(value) < 1e9
        ? Math.Round((decimal)value, Decimals)
        : null;
}
