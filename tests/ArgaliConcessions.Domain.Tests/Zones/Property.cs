using ArgaliConcessions.Domain.Zones;
using FsCheck;
using FsCheck.Fluent;

namespace ArgaliConcessions.Domain.Tests.Zones;

/// <summary>Property tests with a fixed seed, and generators of shapes.</summary>
internal static class Property
{
    public static void Holds<T>(Gen<T> cases, Func<T, bool> holds, int tests = 200) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(20150301, 7), Prop.ForAll(cases.ToArbitrary(), holds));

    /// <summary>A number in a range, of a million evenly spaced ones.</summary>
    public static Gen<double> Between(double low, double high) =>
        Gen.Choose(0, 1_000_000).Select(step => low + (high - low) * (step / 1_000_000.0));

    /// <summary>Star-shaped rings around places in the argali's range: valid whatever their radii.</summary>
    public static Gen<Star> Stars() =>
        from lon in Between(68, 95)
        from lat in Between(30, 52)
        from size in Between(0.001, 0.4)
        from count in Gen.Choose(3, 40)
        from radii in Between(0.2, 1).ArrayOf(count)
        select Star.Around(lon, lat, size, radii);
}

/// <summary>A ring all of whose points are seen from its centre.</summary>
internal sealed record Star((double Lon, double Lat) Centre, (double Lon, double Lat)[] Ring)
{
    public double Size => Ring.Max(point => Math.Max(Math.Abs(point.Lon - Centre.Lon), Math.Abs(point.Lat - Centre.Lat)));

    public static Star Around(double lon, double lat, double size, double[] radii)
    {
        var ring = radii.Select((radius, i) => (Radius: radius * size, Angle: Math.Tau * i / radii.Length))
            .Select(p => (lon + p.Radius * Math.Cos(p.Angle), lat + p.Radius * Math.Sin(p.Angle))).ToArray();
        return new((lon, lat), [.. ring, ring[0]]);
    }

    /// <summary>The naive oracle: does a ray eastwards cross the ring an odd number of times?</summary>
    public bool Holds((double Lon, double Lat) point) => Oracle.Holds(Ring, point);
}

internal static class Oracle
{
    public static bool Holds((double Lon, double Lat)[] ring, (double Lon, double Lat) point)
    {
        var inside = false;
        for (var i = 1; i < ring.Length; i++)
        {
            var (one, other) = (ring[i - 1], ring[i]);
            if (one.Lat > point.Lat != other.Lat > point.Lat
                && point.Lon < one.Lon + (other.Lon - one.Lon) * (point.Lat - one.Lat) / (other.Lat - one.Lat))
                inside = !inside;
        }
        return inside;
    }

    /// <summary>The same for a shape with holes and parts.</summary>
    public static bool HoldsShape(Boundary boundary, (double Lon, double Lat) point) =>
        boundary.Polygons.Any(rings => Holds([.. rings[0]], point) && !rings.Skip(1).Any(hole => Holds([.. hole], point)));
}
