using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Tests.Zones;

/// <summary>Areas against figures that are worked out in another way than the program does.</summary>
public class BoundaryAreaTests
{
    private const double A = 6_378_137;
    private const double F = 1 / 298.257223563;
    private static readonly double E2 = F * (2 - F);
    private static readonly double E = Math.Sqrt(E2);

    /// <summary>The WGS84 ellipsoid's surface, 510,065,621.724 km² (closed form 2πa² + πb²/e·ln((1+e)/(1−e))), has eight such parts.</summary>
    [Fact]
    public void AreaHectares_Octant_IsAnEighthOfTheEarth()
    {
        var area = Draw.Box(0, 0, 90, 90).AreaHectares;
        Assert.Equal(51_006_562_172.4 / 8, area, 51_006_562_172.4 * 1e-11);
    }

    [Theory]
    [InlineData(73.1, 38.2, 73.4, 38.5)]
    [InlineData(-10, -5, 10, 5)]
    [InlineData(70, 0, 71, 80)]
    [InlineData(20, 79, 21, 80)]
    [InlineData(-100, -60, 50, 60)]
    [InlineData(73, 38, 73.00001, 38.00001)]
    public void AreaHectares_Rectangle_IsSnydersClosedForm(double west, double south, double east, double north)
    {
        var expected = A * A / 2 * (east - west) * Math.PI / 180 * (SnyderQ(north) - SnyderQ(south)) / 10_000;
        var area = Draw.Box(west, south, east, north).AreaHectares;
        Assert.Equal(expected, area, Math.Max(expected * 1e-9, 1e-8));
    }

    [Theory]
    [InlineData(73, 38, 75, 38, 74.5, 39.5)]
    [InlineData(70, 30, 90, 35, 75, 60)]
    [InlineData(0, 0, 80, 0, 10, 85)]
    public void AreaHectares_Triangle_IsItsStripsAdded(double lon1, double lat1, double lon2, double lat2, double lon3, double lat3)
    {
        var area = Draw.Shape([(lon1, lat1), (lon2, lat2), (lon3, lat3), (lon1, lat1)]).AreaHectares;
        var expected = Strips([(lon1, lat1), (lon2, lat2), (lon3, lat3)]);
        Assert.Equal(expected, area, expected * 1e-8);
    }

    /// <summary>A shape of one square metre is the difference of no huge numbers.</summary>
    [Fact]
    public void AreaHectares_OfAFewMetres_IsThatOfAPlane()
    {
        const double Degrees = 1e-5;
        var sine = Math.Sin(38 * Math.PI / 180);
        var w = Math.Sqrt(1 - E2 * sine * sine);
        var north = A * (1 - E2) / (w * w * w) * Degrees * Math.PI / 180;
        var east = A / w * Math.Cos(38 * Math.PI / 180) * Degrees * Math.PI / 180;
        Assert.Equal(north * east / 10_000, Draw.Box(73, 38, 73 + Degrees, 38 + Degrees).AreaHectares, 1e-9);
    }

    [Fact]
    public void AreaHectares_WithHole_IsShellLessHole()
    {
        var whole = Draw.Box(73, 38, 74, 39).AreaHectares;
        var hole = Draw.Box(73.2, 38.2, 73.3, 38.4).AreaHectares;
        var both = Draw.Shape(Draw.Ring(73, 38, 74, 39), Draw.Ring(73.2, 38.2, 73.3, 38.4)).AreaHectares;
        Assert.Equal(whole - hole, both, 1e-3);
    }

    [Fact]
    public void AreaHectares_OfParts_IsTheirSum()
    {
        var parts = Draw.Shapes([Draw.Ring(73, 38, 73.5, 38.5)], [Draw.Ring(74, 38, 74.5, 38.2)]);
        Assert.Equal(Draw.Box(73, 38, 73.5, 38.5).AreaHectares + Draw.Box(74, 38, 74.5, 38.2).AreaHectares, parts.AreaHectares, 1e-3);
    }

    [Fact]
    public void AreaHectares_CutByAnyStraightLine_IsTheSumOfThePieces() =>
        Property.Holds(Property.Stars(), star =>
        {
            // A star is seen whole from its centre, so each wedge between neighbouring corners is a piece of it.
            var pieces = Enumerable.Range(1, star.Ring.Length - 1)
                .Sum(i => Draw.Shape([star.Centre, star.Ring[i - 1], star.Ring[i], star.Centre]).AreaHectares);
            var whole = Draw.Shape(star.Ring).AreaHectares;
            return Math.Abs(pieces - whole) <= whole * 1e-9;
        });

    /// <summary>J. P. Snyder, "Map Projections: A Working Manual", USGS professional paper 1395, equation 3-12.</summary>
    private static double SnyderQ(double lat)
    {
        var sine = Math.Sin(lat * Math.PI / 180);
        return (1 - E2) * (sine / (1 - E2 * sine * sine) - Math.Log((1 - E * sine) / (1 + E * sine)) / (2 * E));
    }

    /// <summary>The width of a convex shape at each latitude times the length of a strip there, added up by Simpson's rule between the corners.</summary>
    private static double Strips((double Lon, double Lat)[] corners)
    {
        const int Steps = 20_000;
        var latitudes = corners.Select(corner => corner.Lat).Distinct().Order().ToArray();
        var sum = 0.0;
        for (var band = 1; band < latitudes.Length; band++)
        {
            var (south, height) = (latitudes[band - 1], latitudes[band] - latitudes[band - 1]);
            for (var i = 0; i <= Steps; i++)
            {
                // A hair inside the band, lest the width at a corner be taken from the edge beyond it.
                var lat = south + height * Math.Clamp(i / (double)Steps, 1e-12, 1 - 1e-12);
                var weight = i is 0 or Steps ? 1 : i % 2 == 1 ? 4 : 2;
                sum += weight * height / Steps / 3 * Width(corners, lat) * SquareMetresPerSquareDegree(lat);
            }
        }
        return sum / 10_000;
    }

    private static double Width((double Lon, double Lat)[] corners, double lat)
    {
        var crossings = corners.Zip([.. corners[1..], corners[0]])
            .Where(edge => edge.First.Lat > lat != edge.Second.Lat > lat)
            .Select(edge => edge.First.Lon + (edge.Second.Lon - edge.First.Lon) * (lat - edge.First.Lat) / (edge.Second.Lat - edge.First.Lat))
            .ToArray();
        return crossings.Max() - crossings.Min();
    }

    private static double SquareMetresPerSquareDegree(double lat)
    {
        var phi = lat * Math.PI / 180;
        var w2 = 1 - E2 * Math.Sin(phi) * Math.Sin(phi);
        return A * A * (1 - E2) * Math.Cos(phi) / (w2 * w2) * Math.Pow(Math.PI / 180, 2);
    }
}
