using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Tests.Zones;

public sealed class RingNestingTests
{
    private static readonly (double Lon, double Lat)[] Land = Square(70, 38, 10), Lake = Square(72, 40, 6), Island = Square(73, 41, 4), Pond = Square(74, 42, 1), Other = Square(90, 38, 1);

    [Fact]
    public void Polygons_IslandsInLakes_AreShellsAgain() => Assert.Equal([[Land, Lake], [Island, Pond], [Other]], RingNesting.Polygons([Land, Lake, Island, Pond, Other]));

    [Fact]
    public void Polygons_InAnyOrderEitherWayRound_AreTheSameShape()
    {
        (double Lon, double Lat)[][] rings = [Pond, Other, Island, [.. Enumerable.Reverse(Lake)], [.. Enumerable.Reverse(Land)]];

        var boundary = BoundaryReader.Read(RingNesting.Polygons(rings)).Boundary;

        Assert.Equal(BoundaryReader.Read([[Land, Lake], [Island, Pond], [Other]]).Boundary, boundary);
    }

    [Fact]
    public void Polygons_HoleThatTouchesItsShell_IsAHole()
    {
        var touching = Square(70, 40, 2);

        Assert.Equal([[Land, [(70, 41), (71, 40), (72, 41), (71, 42), (70, 41)]]], RingNesting.Polygons([Land, [(70, 41), (71, 40), (72, 41), (71, 42), (70, 41)]]));
        Assert.Equal([[Land, touching]], RingNesting.Polygons([Land, touching]));
    }

    [Theory]
    [InlineData(75, 43, 10)]
    [InlineData(70, 38, 10)]
    public void Polygons_RingsThatCrossOrAreTheSame_AreLeftToBeRefused(double west, double south, double size) =>
        Assert.NotEmpty(BoundaryReader.Read(RingNesting.Polygons([Land, Square(west, south, size)])).Faults);

    [Fact]
    public void Polygons_OfNothing_IsNothing() => Assert.Empty(RingNesting.Polygons([]));

    private static (double Lon, double Lat)[] Square(double west, double south, double size) =>
        [(west, south), (west + size, south), (west + size, south + size), (west, south + size), (west, south)];
}
