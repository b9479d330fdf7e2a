using ArgaliConcessions.Domain.Zones.ReferenceSystems;

namespace ArgaliConcessions.Domain.Tests.Zones.ReferenceSystems;

public sealed class PlausibilityTests
{
    [Theory]
    [InlineData(13_368_657, 4_230_111, CoordinateLook.GaussKrugerZone, 13)]
    [InlineData(368_657, 4_230_111, CoordinateLook.MetresWithoutZone, null)]
    [InlineData(4_230_111, 13_368_657, CoordinateLook.NorthBeforeEast, 13)]
    [InlineData(4_230_111, 368_657, CoordinateLook.NorthBeforeEast, null)]
    [InlineData(8_182_000, 4_600_000, CoordinateLook.GaussKrugerZone, 8)]
    [InlineData(-8_182_000, 54_600_000, CoordinateLook.Unknown, null)]
    public void Judge_MetresInDegrees_SaysWhatTheyLookLike(double east, double north, CoordinateLook look, int? zone)
    {
        var misfit = Plausibility.Judge(Square(east, north, 1_000), KnownSystems.Pulkovo1942);

        Assert.Equal(new Misfit(look, zone, east, north), misfit);
    }

    [Theory]
    [InlineData("EPSG:28413", 12_368_657, 4_230_111, CoordinateLook.GaussKrugerZone, 12)]
    [InlineData("EPSG:28413", 368_657, 4_230_111, CoordinateLook.MetresWithoutZone, null)]
    [InlineData("EPSG:32643", 13_368_657, 4_230_111, CoordinateLook.GaussKrugerZone, 13)]
    [InlineData("EPSG:32643", 73.5, 38.2, CoordinateLook.Degrees, null)]
    public void Judge_OtherThanThePlane_SaysWhatTheyLookLike(string code, double east, double north, CoordinateLook look, int? zone)
    {
        var misfit = Plausibility.Judge(Square(east, north, 0.1), KnownSystems.Find(code)!);

        Assert.Equal((look, zone), (misfit!.Look, misfit.Zone));
    }

    [Theory]
    [InlineData("EPSG:4326", 73.5, 38.2)]
    [InlineData("EPSG:4326", 200, 38.2)]
    [InlineData("EPSG:4284", 38.2, 173.5)]
    [InlineData("EPSG:28413", 13_368_657, 4_230_111)]
    [InlineData("EPSG:28412", 13_040_000, 4_140_000)]
    [InlineData("EPSG:2503", 368_657, 4_230_111)]
    public void Judge_WhatFits_IsNoMisfit(string code, double east, double north) => Assert.Null(Plausibility.Judge(Square(east, north, 0.1), KnownSystems.Find(code)!));

    [Fact]
    public void Judge_OnePointOffTheEarth_IsLeftToTheBoundary() =>
        Assert.Null(Plausibility.Judge([[[(73, 38), (1e9, 1e9), (74, 39), (73, 38)]]], KnownSystems.Wgs84));

    [Fact]
    public void Judge_NothingFinite_IsLeftToTheBoundary() =>
        Assert.Null(Plausibility.Judge([[[(double.NaN, 1), (double.PositiveInfinity, 2)]]], KnownSystems.Wgs84));

    private static IReadOnlyList<IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>>> Square(double west, double south, double size) =>
        [[[(west, south), (west + size, south), (west + size, south + size), (west, south + size), (west, south)]]];
}
