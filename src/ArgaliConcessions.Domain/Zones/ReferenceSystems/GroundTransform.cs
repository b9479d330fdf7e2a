using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace ArgaliConcessions.Domain.Zones.ReferenceSystems;

/// <summary>Carries coordinates of a known system to WGS 84, height zero. Immutable and safe to share.</summary>
/// <remarks>
/// The projection is right to a centimetre within <see cref="Plausibility.MostMetresFromMeridian"/> of its meridian, as the tests show against another
/// program; how right the shift between the datums is, its parameters decide: those of a whole country are good to a few metres.
/// </remarks>
public sealed class GroundTransform
{
    /// <summary>Decimals of a degree that are kept: about a centimetre, below what any file of zones can mean.</summary>
    public const int Decimals = 7;

    private readonly MathTransform? _steps;

    /// <param name="from">The system of the coordinates.</param>
    /// <param name="pulkovo">From Pulkovo 1942 to WGS 84; read for systems on that datum only.</param>
    public GroundTransform(ReferenceSystem from, DatumShift pulkovo)
    {
        if (from == KnownSystems.Wgs84) return;
        var geographic = from.Datum == GeodeticDatum.Wgs84 ? GeographicCoordinateSystem.WGS84 : Pulkovo(pulkovo);
        var source = from.Plane is { } plane ? Projected(from.Name, plane, geographic) : (CoordinateSystem)geographic;
        _steps = new CoordinateTransformationFactory().CreateFromCoordinateSystems(source, GeographicCoordinateSystem.WGS84).MathTransform;
    }

    /// <summary>
    /// Longitude and latitude in degrees, rounded to <see cref="Decimals"/>. What is not finite, and what is WGS 84 already, comes back to its last digit.
    /// </summary>
    public (double Lon, double Lat) Transform(double east, double north)
    {
        if (_steps is null || !double.IsFinite(east) || !double.IsFinite(north)) return (east, north);
        var (lon, lat) = _steps.Transform(east, north);
        return (Math.Round(lon, Decimals), Math.Round(lat, Decimals));
    }

    /// <summary>A whole shape.</summary>
    public Polygons Transform(Polygons polygons) =>
        polygons.Select(polygon => (PolygonRings)polygon.Select(ring => (Ring)ring.Select(point => Transform(point.Lon, point.Lat)).ToArray()).ToArray()).ToArray();

    private static GeographicCoordinateSystem Pulkovo(DatumShift shift)
    {
        var parameters = new Wgs84ConversionInfo(shift.Dx, shift.Dy, shift.Dz, shift.Rx, shift.Ry, shift.Rz, shift.Scale);
        var factory = new CoordinateSystemFactory();
        var krassowsky = factory.CreateFlattenedSphere("Krassowsky 1940", 6_378_245, 298.3, LinearUnit.Metre);
        var datum = factory.CreateHorizontalDatum("Pulkovo 1942", DatumType.HD_Geocentric, krassowsky, parameters);
        return factory.CreateGeographicCoordinateSystem(
            "Pulkovo 1942", AngularUnit.Degrees, datum, PrimeMeridian.Greenwich, new AxisInfo("Lon", AxisOrientationEnum.East), new AxisInfo("Lat", AxisOrientationEnum.North));
    }

    private static ProjectedCoordinateSystem Projected(string name, MapPlane plane, GeographicCoordinateSystem geographic)
    {
        var factory = new CoordinateSystemFactory();
        List<ProjectionParameter> parameters =
        [
            new("latitude_of_origin", 0), new("central_meridian", plane.CentralMeridian), new("scale_factor", plane.Scale),
            new("false_easting", plane.FalseEasting), new("false_northing", 0),
        ];
        return factory.CreateProjectedCoordinateSystem(
            name, geographic, factory.CreateProjection(name, "Transverse_Mercator", parameters), LinearUnit.Metre,
            new AxisInfo("East", AxisOrientationEnum.East), new AxisInfo("North", AxisOrientationEnum.North));
    }
}
