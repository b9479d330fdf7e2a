using ArgaliConcessions.Domain.Tests.Zones;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;

namespace ArgaliConcessions.Domain.Tests.Zones.ReferenceSystems;

public sealed class GroundTransformTests
{
    /// <summary>The two programs agree to less than this, the rounding to seven decimals (0.8 cm) included.</summary>
    private const double Centimetres = 0.02;

    public static TheoryData<int> Points => [.. Enumerable.Range(0, ControlPoint.All.Count)];

    [Theory]
    [MemberData(nameof(Points))]
    public void Transform_ControlPoint_IsWhereTheOtherProgramHasIt(int index)
    {
        var point = ControlPoint.All[index];

        var (lon, lat) = new GroundTransform(point.System, point.Shift).Transform(point.East, point.North);

        var metres = Metres(lon, lat, point.Lon, point.Lat);
        Assert.True(metres <= Centimetres, $"{point.System.Code} {point.Place}: {metres:0.0000} m");
    }

    [Fact]
    public void Transform_PulkovoDegreesInThePamirs_AreFarFromTheSameNumbersInWgs84()
    {
        var pamirs = ControlPoint.All.Where(p => p.System == KnownSystems.Pulkovo1942 && p.Place.StartsWith("Pamirs", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(pamirs);
        Assert.All(pamirs, point =>
        {
            // Read as WGS 84 the numbers stay as they are: that is how far the boundary would be off.
            var asWgs84 = new GroundTransform(KnownSystems.Wgs84, point.Shift).Transform(point.East, point.North);
            var ours = new GroundTransform(point.System, point.Shift).Transform(point.East, point.North);

            Assert.InRange(Metres(asWgs84.Lon, asWgs84.Lat, point.Lon, point.Lat), 45, 65);
            Assert.InRange(Metres(ours.Lon, ours.Lat, point.Lon, point.Lat), 0, Centimetres);
        });
    }

    [Fact]
    public void ControlPoints_OfEverySystem_AreThere() => Assert.Equal(
        [], KnownSystems.All.Where(s => s.Code is not ("EPSG:2502" or "EPSG:2504" or "EPSG:2505")).Except(ControlPoint.All.Select(p => p.System)));

    [Fact]
    public void Transform_WithTheRotationsTheOtherWay_IsMetresOff()
    {
        var point = ControlPoint.All.First(p => p.System == KnownSystems.Pulkovo1942);
        var turned = point.Shift with { Rx = -point.Shift.Rx, Ry = -point.Shift.Ry, Rz = -point.Shift.Rz };

        var (lon, lat) = new GroundTransform(point.System, turned).Transform(point.East, point.North);

        Assert.True(Metres(lon, lat, point.Lon, point.Lat) > 10);
    }

    [Fact]
    public void Transform_OneMeridianByNumberAndByName_IsTheSamePlace()
    {
        var shift = ControlPoint.All[0].Shift;
        for (var zone = 11; zone <= 15; zone++)
        {
            var numbered = new GroundTransform(KnownSystems.Find($"EPSG:{28400 + zone}")!, shift).Transform((zone * 1e6) + 612_345, 4_321_000);
            var named = new GroundTransform(KnownSystems.Find($"EPSG:{2490 + zone}")!, shift).Transform(612_345, 4_321_000);
            Assert.Equal(numbered, named);
        }
    }

    [Fact]
    public void Transform_Twice_GivesTheSameDigits()
    {
        var transform = new GroundTransform(KnownSystems.Find("EPSG:28413")!, ControlPoint.All[0].Shift);

        var (lon, lat) = transform.Transform(13_368_657.12, 4_230_111.98);

        Assert.Equal((lon, lat), transform.Transform(13_368_657.12, 4_230_111.98));
        Assert.Equal((Math.Round(lon, 7), Math.Round(lat, 7)), (lon, lat));
    }

    [Fact]
    public void Transform_ByManyAtOnce_IsAsByOne()
    {
        var transform = new GroundTransform(KnownSystems.Find("EPSG:28413")!, ControlPoint.All[0].Shift);
        var alone = Enumerable.Range(0, 20_000).Select(i => transform.Transform(13_300_000 + i, 4_200_000 + i)).ToArray();
        var together = new (double, double)[alone.Length];

        Parallel.For(0, alone.Length, i => together[i] = transform.Transform(13_300_000 + i, 4_200_000 + i));

        Assert.Equal(alone, together);
    }

    [Fact]
    public void Transform_OfWgs84_ChangesNoDigit() =>
        Assert.Equal((73.123456789012345, 38.2), new GroundTransform(KnownSystems.Wgs84, ControlPoint.All[0].Shift).Transform(73.123456789012345, 38.2));

    [Fact]
    public void Transform_NotFinite_IsLeftToTheBoundary() =>
        Assert.Equal((double.PositiveInfinity, 4), new GroundTransform(KnownSystems.Pulkovo1942, ControlPoint.All[0].Shift).Transform(double.PositiveInfinity, 4));

    private static double Metres(double lon, double lat, double toLon, double toLat) => Vincenty.Metres((lon, lat), (toLon, toLat));
}
