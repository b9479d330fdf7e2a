using ArgaliConcessions.Domain.Zones;
using FsCheck.Fluent;

namespace ArgaliConcessions.Domain.Tests.Zones;

public class ZoneOverlapTests
{
    private static readonly Boundary Square = Draw.Box(73, 38, 74, 39);


    [Fact]
    public void Measure_Rectangles_IsTheSharedRectangle()
    {
        var measure = ZoneOverlap.Measure(Square, Draw.Box(73.9, 38.9, 75, 40));
        Assert.Equal(Draw.Box(73.9, 38.9, 74, 39).AreaHectares, measure.Hectares, 1e-3);
        Assert.Equal(measure.Hectares, measure.HectaresBeyondSlivers, measure.Hectares * 1e-4);
        Assert.True(measure.BeyondTolerance);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(19, false)]
    [InlineData(22, true)]
    [InlineData(200, true)]
    public void Measure_StripAlongAWholeBorder_CountsFromTheSliversWidth(double metres, bool beyond)
    {
        var measure = ZoneOverlap.Measure(Square, Draw.Box(74 - Draw.East(metres), 38, 75, 39));
        Assert.Equal(metres * 111_000 / 10_000, measure.Hectares, metres * 111_000 / 10_000 * 0.01);
        Assert.Equal(beyond, measure.BeyondTolerance);
        if (!beyond)
            Assert.Equal(0, measure.HectaresBeyondSlivers);
    }

    [Fact]
    public void Measure_BlobOnALongSliver_CountsTheBlob()
    {
        // A strip of 5 m along 111 km, and in its midst a square of 300 m.
        var (strip, blob) = (74 - Draw.East(5), 74 - Draw.East(300));
        var neighbour = Draw.Shape([(strip, 38), (75, 38), (75, 39), (strip, 39), (strip, 38.5027), (blob, 38.5027), (blob, 38.5), (strip, 38.5), (strip, 38)]);
        var measure = ZoneOverlap.Measure(Square, neighbour);
        Assert.True(measure.BeyondTolerance);
        Assert.Equal(9, measure.HectaresBeyondSlivers, 0.2);
        Assert.Equal(5 * 111_000 / 10_000.0 + 29.5 * 30 / 100, measure.Hectares, 0.3);
    }

    [Fact]
    public void Measure_Tolerance_CanBeChosen()
    {
        var neighbour = Draw.Box(74 - Draw.East(50), 38, 75, 39);
        Assert.True(ZoneOverlap.Measure(Square, neighbour).BeyondTolerance);
        Assert.False(ZoneOverlap.Measure(Square, neighbour, new(60, 0.1)).BeyondTolerance);
        Assert.False(ZoneOverlap.Measure(Square, neighbour, new(0, 10_000)).BeyondTolerance);
        Assert.True(ZoneOverlap.Measure(Square, Draw.Box(74 - Draw.East(1), 38, 75, 39), new(0, 0)).BeyondTolerance);
    }

    [Fact]
    public void Measure_SharedBorderCornerOrNothing_IsNone()
    {
        Assert.Equal(OverlapMeasure.None, ZoneOverlap.Measure(Square, Draw.Box(74, 38, 75, 39)));
        Assert.Equal(OverlapMeasure.None, ZoneOverlap.Measure(Square, Draw.Box(74, 39, 75, 40)));
        Assert.Equal(OverlapMeasure.None, ZoneOverlap.Measure(Square, Draw.Box(10, 10, 11, 11)));
    }

    [Fact]
    public void Measure_IslandInTheOthersHole_IsNone() =>
        Assert.Equal(OverlapMeasure.None, ZoneOverlap.Measure(Draw.Shape(Draw.Ring(73, 38, 74, 39), Draw.Ring(73.4, 38.4, 73.6, 38.6)), Draw.Box(73.4, 38.4, 73.6, 38.6)));

    [Fact]
    public void Measure_BordersDrawnWithOtherPoints_IsNoClaim()
    {
        // The same curve drawn by two hands, every other point left out: slivers on both sides of it.
        var curve = Enumerable.Range(0, 401).Select(i => (Lon: 74 + 0.001 * Math.Sin(i * 0.05), Lat: 38 + i / 400.0)).ToArray();
        var west = Draw.Shape([(73, 38), .. curve, (73, 39), (73, 38)]);
        var east = Draw.Shape([(75, 39), .. curve.Where((_, i) => i % 2 == 0).Reverse(), (75, 38), (75, 39)]);
        var measure = ZoneOverlap.Measure(west, east);
        Assert.InRange(measure.Hectares, 0.001, 100);
        Assert.False(measure.BeyondTolerance);
    }

    [Fact]
    public void Measure_AnyTwoStars_IsSymmetricAndNoMoreThanEither() =>
        Property.Holds(Pairs(), pair =>
        {
            var (one, other) = (Draw.Shape(pair.One.Ring), Draw.Shape(pair.Other.Ring));
            var measure = ZoneOverlap.Measure(one, other);
            return Math.Abs(measure.Hectares - ZoneOverlap.Measure(other, one).Hectares) <= 1e-6 + measure.Hectares * 1e-9
                && measure.Hectares <= Math.Min(one.AreaHectares, other.AreaHectares) * (1 + 1e-9)
                && measure.HectaresBeyondSlivers <= measure.Hectares * (1 + 1e-9);
        });

    [Fact]
    public void Measure_WithItself_IsItsArea() =>
        Property.Holds(Property.Stars(), star =>
        {
            var shape = Draw.Shape(star.Ring);
            return Math.Abs(ZoneOverlap.Measure(shape, shape).Hectares - shape.AreaHectares) <= shape.AreaHectares * 1e-9;
        });

    [Fact]
    public void Measure_WithItselfMovedByLeastBits_NeverThrows() =>
        Property.Holds(Property.Stars(), star =>
        {
            var shape = Draw.Shape(star.Ring);
            var moved = Draw.Shape([.. star.Ring.Select(point => (Math.BitIncrement(point.Lon), Math.BitDecrement(point.Lat)))]);
            return Math.Abs(ZoneOverlap.Measure(shape, moved).Hectares - shape.AreaHectares) <= 1e-3 + shape.AreaHectares * 1e-6;
        });

    private static FsCheck.Gen<(Star One, Star Other)> Pairs() =>
        from one in Property.Stars()
        from across in Property.Between(-1, 1)
        from up in Property.Between(-1, 1)
        from radii in Property.Between(0.2, 1).ArrayOf(17)
        select (one, Star.Around(one.Centre.Lon + across * one.Size, one.Centre.Lat + up * one.Size, one.Size, radii));
}
