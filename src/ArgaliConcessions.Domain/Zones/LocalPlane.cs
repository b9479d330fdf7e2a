using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Buffer;

namespace ArgaliConcessions.Domain.Zones;

/// <summary>
/// Growing and shrinking of shapes by metres, on a plane through the middle of them in which straight edges stay straight. Widths are right to
/// about 2 % in shapes a degree high; what is measured exactly is measured elsewhere.
/// </summary>
internal sealed class LocalPlane
{
    // Corners stay sharp down to about 6°, so that growing and shrinking again gives a shape back as it was.
    private const double MitreLimit = 20;
    private readonly AffineTransformation toPlane;
    private readonly AffineTransformation toDegrees;

    private LocalPlane(double lon, double lat)
    {
        var scale = PlaneScale.At(Math.Clamp(lat, -89, 89));
        var (x, y) = (scale.MetresPerLon, scale.MetresPerLat);
        toPlane = new(x, 0, -x * lon, 0, y, -y * lat);
        toDegrees = new(1 / x, 0, lon, 0, 1 / y, lat);
    }

    public static LocalPlane Around(Geometry geometry)
    {
        var centre = geometry.EnvelopeInternal.Centre;
        return new(centre.X, centre.Y);
    }

    /// <summary>
    /// Whether the shape's lines lie so close for the width that growing or shrinking it would take any time and memory: bands of that width along
    /// them would cover its envelope many times. A zone's bands cover it a few times at most.
    /// </summary>
    public bool IsTooDense(Geometry degrees, double widthMetres)
    {
        const double MostLayers = 50;
        var plane = toPlane.Transform(degrees);
        var envelope = plane.EnvelopeInternal;
        return plane.Length * widthMetres > MostLayers * (envelope.Width + widthMetres) * (envelope.Height + widthMetres);
    }

    /// <summary>The shape with gaps and slits narrower than the width filled.</summary>
    public Geometry Closed(Geometry degrees, double widthMetres) => OutAndBack(degrees, widthMetres / 2);

    /// <summary>The shape without the places where it is narrower than the width.</summary>
    public Geometry Opened(Geometry degrees, double widthMetres) => OutAndBack(degrees, -widthMetres / 2);

    /// <summary>Whether the shape is nowhere as wide as the width.</summary>
    public bool IsNarrower(Geometry degrees, double widthMetres) => Buffer(toPlane.Transform(degrees), -widthMetres / 2).IsEmpty;

    private Geometry OutAndBack(Geometry degrees, double metres) =>
        toDegrees.Transform(Buffer(Buffer(toPlane.Transform(degrees), metres), -metres));

    private static Geometry Buffer(Geometry geometry, double metres) =>
        BufferOp.Buffer(geometry, metres, new BufferParameters(BufferParameters.DefaultQuadrantSegments, EndCapStyle.Round, JoinStyle.Mitre, MitreLimit) { SimplifyFactor = 0.001 });
}
