using ArgaliConcessions.Domain.Zones;
using FsCheck.Fluent;
using NodaTime;

namespace ArgaliConcessions.Domain.Tests.Zones;

public class ZoneMapTests
{
    private static readonly Boundary Square = Draw.Box(73, 38, 74, 39);

    [Theory]
    [InlineData(73.5, 38.5, true)]
    [InlineData(73, 38, true)]
    [InlineData(74, 38.5, true)]
    [InlineData(73.25, 39, true)]
    [InlineData(74.0000001, 38.5, false)]
    [InlineData(72.9999999, 38, false)]
    public void At_EdgeAndVertexOfAHuntingZone_AreInside(double lon, double lat, bool held) =>
        Assert.Equal(held, Map(Draw.Hunting("north", "a", Square)).At(lon, lat, Draw.Day).Count == 1);

    [Theory]
    [InlineData(73.5, 38.5, true)]
    [InlineData(73, 38, false)]
    [InlineData(74, 38.5, false)]
    [InlineData(73.9999999, 38.5, true)]
    public void At_EdgeAndVertexOfAClosedZone_AreNotInIt(double lon, double lat, bool held) =>
        Assert.Equal(held, Map(Draw.Closed("north", "a", Square)).At(lon, lat, Draw.Day).Count == 1);

    [Theory]
    [InlineData(73.5, 38.5, false)]
    [InlineData(73.4, 38.5, true)]
    [InlineData(73.1, 38.1, true)]
    public void At_HoleAndItsEdge_EdgeIsHeld(double lon, double lat, bool held)
    {
        var zone = Draw.Hunting("north", "a", Draw.Shape(Draw.Ring(73, 38, 74, 39), Draw.Ring(73.4, 38.4, 73.6, 38.6)));
        Assert.Equal(held, Map(zone).At(lon, lat, Draw.Day).Count == 1);
    }

    [Fact]
    public void At_SlantedEdge_IsStraightInLongitudeAndLatitude()
    {
        var map = Map(Draw.Hunting("north", "a", Draw.Shape([(73, 38), (75, 38), (75, 40), (73, 38)])));
        Assert.Single(map.At(74, 39, Draw.Day));
        Assert.Empty(map.At(74, Math.BitIncrement(39), Draw.Day));
    }

    [Fact]
    public void At_SeveralZones_AreAllNamedInOrder()
    {
        var map = Map(Draw.Hunting("south", "b", Square), Draw.Closed("north", "z", Square), Draw.Hunting("north", "a", Square), Draw.Hunting("far", "a", Draw.Box(10, 10, 11, 11)));
        Assert.Equal(["concession/north/zone/a@1", "concession/north/zone/z@1", "concession/south/zone/b@1"], map.At(73.5, 38.5, Draw.Day).Select(zone => zone.Ref.Law));
    }

    [Fact]
    public void At_EmptyMap_IsNothing() => Assert.Empty(Map().At(0, 0, Draw.Day));

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(180.1, 0)]
    [InlineData(0, -90.1)]
    public void At_NoPlace_IsABugOfTheCaller(double lon, double lat) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Map().At(lon, lat, Draw.Day));

    [Fact]
    public void Find_LaterVersion_EndsTheOneBefore()
    {
        var map = Map(Version(1, new(2010, 1, 1)), Version(2, new(2014, 7, 1)));
        Assert.Null(Number(map, new(2009, 12, 31)));
        Assert.Equal(1, Number(map, new(2010, 1, 1)));
        Assert.Equal(1, Number(map, new(2014, 6, 30)));
        Assert.Equal(2, Number(map, new(2014, 7, 1)));
        Assert.Equal(2, Number(map, new(2099, 1, 1)));
    }

    [Fact]
    public void Find_VersionThatEnded_DoesNotBringTheOneBeforeBack()
    {
        var map = Map(Version(1, new(2010, 1, 1)), Version(2, new(2014, 1, 1), new LocalDate(2014, 12, 31)));
        Assert.Equal(2, Number(map, new(2014, 12, 31)));
        Assert.Null(Number(map, new(2015, 1, 1)));
    }

    [Fact]
    public void Find_GapBetweenVersions_IsNobodysDay()
    {
        var map = Map(Version(1, new(2010, 1, 1), new LocalDate(2012, 12, 31)), Version(2, new(2014, 1, 1)));
        Assert.Equal(1, Number(map, new(2012, 12, 31)));
        Assert.Null(Number(map, new(2013, 6, 1)));
    }

    [Fact]
    public void Find_SameFirstDay_HigherVersionIsTheCorrection()
    {
        var map = Map(Version(3, new(2010, 1, 1)), Version(1, new(2010, 1, 1)), Version(2, new(2014, 1, 1)));
        Assert.Equal(3, Number(map, new(2012, 1, 1)));
        Assert.Equal(2, Number(map, new(2014, 1, 1)));
    }

    [Fact]
    public void Find_EndBeforeItsBeginning_IsNeverInForce() =>
        Assert.Null(Number(Map(Version(1, new(2010, 1, 1), new LocalDate(2009, 1, 1))), new(2010, 1, 1)));

    [Fact]
    public void Find_UnknownZone_IsNull() => Assert.Null(Map(Version(1, new(2010, 1, 1))).Find("north", "b", Draw.Day));

    [Fact]
    public void Judge_BoundaryMovedBetweenDates_AnswersByTheDate()
    {
        var map = Map(Version(1, new(2010, 1, 1)), Version(2, new(2014, 7, 1)) with { Boundary = Draw.Box(80, 38, 81, 39) });
        Assert.Equal(HuntingGroundResult.Inside, map.Judge(new(73.5, 38.5, 5, new(2014, 6, 30), "north", ["a"])).Hunting);
        Assert.Equal(HuntingGroundResult.Outside, map.Judge(new(73.5, 38.5, 5, new(2014, 7, 1), "north", ["a"])).Hunting);
    }

    [Fact]
    public void Overlapping_NeighboursZone_IsMeasuredForTheSharedDays()
    {
        var map = Map(
            Version(1, new(2010, 1, 1), new LocalDate(2014, 12, 31)),
            Draw.Hunting("own", "x", Square),
            Draw.Hunting("far", "x", Draw.Box(80, 38, 81, 39)));
        var found = Assert.Single(map.Overlapping(Draw.Box(73.9, 38, 75, 39), new(2014, 1, 1), null, "own"));
        Assert.Equal("north", found.Zone.Ref.Concession);
        Assert.Equal((new LocalDate(2014, 1, 1), (LocalDate?)new LocalDate(2014, 12, 31)), (found.From, found.To));
        Assert.Equal(Draw.Box(73.9, 38, 74, 39).AreaHectares, found.Measure.Hectares, 1.0);
        Assert.True(found.Measure.BeyondTolerance);
    }

    [Theory]
    [InlineData(2015, 2016)]
    [InlineData(2008, 2009)]
    public void Overlapping_OnOtherDays_IsNothing(int from, int to)
    {
        var map = Map(Version(1, new(2010, 1, 1), new LocalDate(2014, 12, 31)));
        Assert.Empty(map.Overlapping(Square, new(from, 1, 1), new LocalDate(to, 12, 31), null));
    }

    [Fact]
    public void Overlapping_SharedBorder_IsNothing() =>
        Assert.Empty(Map(Draw.Hunting("north", "a", Square)).Overlapping(Draw.Box(74, 38, 75, 39), Draw.Day, Draw.Day, "own"));

    [Fact]
    public void At_ManyStars_AgreesWithARay() =>
        Property.Holds(
            from stars in Property.Stars().ArrayOf(12)
            from across in Property.Between(-1.2, 1.2)
            from up in Property.Between(-1.2, 1.2)
            select (Stars: stars, Point: (Lon: stars[0].Centre.Lon + across * stars[0].Size, Lat: stars[0].Centre.Lat + up * stars[0].Size)),
            given =>
            {
                var map = Map([.. given.Stars.Select((star, i) => Draw.Hunting("north", $"z{i:00}", Draw.Shape(star.Ring)))]);
                var expected = given.Stars.Select((star, i) => (star, Id: $"z{i:00}")).Where(one => one.star.Holds(given.Point)).Select(one => one.Id);
                return map.At(given.Point.Lon, given.Point.Lat, Draw.Day).Select(zone => zone.Ref.Zone).SequenceEqual(expected, StringComparer.Ordinal);
            });

    [Fact]
    public void Judge_FromManyThreadsAtOnce_AnswersAlike()
    {
        var zones = Enumerable.Range(0, 20).Select(i => Draw.Hunting("north", $"z{i:00}", Draw.Shape(Draw.Round(73 + i * 0.1, 38, 0.0499, 300)))).ToArray();
        var map = Map(zones);
        var other = Map(zones);
        var alone = Questions().Select(question => other.Judge(question).MetresToEdge).ToArray();
        var together = Questions().AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(question => map.Judge(question).MetresToEdge).ToArray();
        Assert.Equal(alone, together);

        static IEnumerable<PositionQuestion> Questions() =>
            Enumerable.Range(0, 200).Select(i => new PositionQuestion(73 + i * 0.01, 38.01, 5, Draw.Day, "north", [$"z{i % 20:00}", $"z{(i + 1) % 20:00}"]));
    }

    private static ZoneMap Map(params ZoneShape[] shapes) => new(shapes);

    private static ZoneShape Version(int number, LocalDate from, LocalDate? to = null) =>
        new(new("north", "a", number), ZoneKind.Hunting, from, to, Square);

    private static int? Number(ZoneMap map, LocalDate date) => map.Find("north", "a", date)?.Ref.Version;
}
