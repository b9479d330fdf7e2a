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
        ("lon", Degrees(fault.Lon)), ("lat", Degrees(fault.Lat)), ("place", Place(fault)), ("max", fault.Kind == BoundaryFaultKind.TooManyVertices ? BoundaryReader.MaxVertices : null));

    private static string PointerTo(BoundaryFault fault, DrawnShape shape)
    {
        if (fault.Kind == BoundaryFaultKind.TooManyVertices || fault.Polygon >= shape.Pointers.Count) return shape.Geometry;
        var ring = string.Create(CultureInfo.InvariantCulture, $"{shape.Pointers[fault.Polygon]}/{fault.Ring}");
        return fault.Vertex is { } vertex ? string.Create(CultureInfo.InvariantCulture, $"{ring}/{vertex}") : ring;
    }

    /// <summary>For people: longitude and latitude in one, or a dash where there is no single place.</summary>
    private static string Place(BoundaryFault fault) => Rounded(fault.Lon) is { } lon && Rounded(fault.Lat) is { } lat
        ? string.Create(CultureInfo.InvariantCulture, $"[{lon:0.#######}, {lat:0.#######}]")
        : "–";

    private static Domain.Law.EvidenceValue? Degrees(double? degrees) => Rounded(degrees) is { } value ? value : null;

    private static decimal? Rounded(double? degrees) => degrees is { } value && double.IsFinite(value) && Math.Abs(value) < 1e9
        ? Math.Round((decimal)value, Decimals)
        : null;
}
