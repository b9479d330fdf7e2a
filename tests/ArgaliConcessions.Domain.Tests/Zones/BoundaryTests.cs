using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Tests.Zones;

public class BoundaryTests
{
    private static readonly (double Lon, double Lat)[] Shell = Draw.Ring(73, 38, 74, 39);
    private static readonly (double Lon, double Lat)[] HoleA = Draw.Ring(73.2, 38.2, 73.3, 38.3);
    private static readonly (double Lon, double Lat)[] HoleB = Draw.Ring(73.5, 38.2, 73.6, 38.3);
    private static readonly (double Lon, double Lat)[] Island = Draw.Ring(75, 38, 75.5, 38.5);

    [Fact]
    public void GeometryHash_OtherStartOrderAndOrientation_IsTheSame()
    {
        var one = Draw.Shapes([Shell, HoleA, HoleB], [Island]);
        var other = Draw.Shapes([Turned(Island, 2)], [Reversed(Shell), Turned(HoleB, 1), Reversed(HoleA)]);
        Assert.Equal(one.GeometryHash, other.GeometryHash);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Matches("^[0-9a-f]{64}$", one.GeometryHash);
    }

    [Fact]
    public void GeometryHash_PointGivenTwiceAndMinusZero_IsTheSame()
    {
        var plain = Draw.Shape([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]);
        var odd = Draw.Shape([(-0.0, 0), (1, 0), (1, 0), (1, 1), (0, 1), (0, -0.0)]);
        Assert.Equal(plain.GeometryHash, odd.GeometryHash);
        Assert.Equal(4, odd.VertexCount);
    }

    [Fact]
    public void GeometryHash_PointMovedByTheLeastBit_Differs() =>
        Assert.NotEqual(Draw.Box(73, 38, 74, 39).GeometryHash, Draw.Box(73, 38, 74, Math.BitIncrement(39)).GeometryHash);

    /// <summary>Computed once with Python: sha256 of struct.pack of a little-endian WKB MultiPolygon of the unit square from (0, 0), counter-clockwise.</summary>
    [Fact]
    public void GeometryHash_UnitSquare_IsThatOfItsWkb() =>
        Assert.Equal("31feeff2b061896a67ba95060acfe078c102ec6fe8b382853514d708ae446d0f", Draw.Box(0, 0, 1, 1).GeometryHash);

    [Fact]
    public void GeometryHash_AnyStarTurnedAndReversed_IsTheSame() =>
        Property.Holds(Property.Stars(), star =>
            string.Equals(Draw.Shape(star.Ring).GeometryHash, Draw.Shape(Turned(Reversed(star.Ring), star.Ring.Length / 2)).GeometryHash, StringComparison.Ordinal));

    [Fact]
    public void Polygons_ClockwiseInput_FollowTheRightHandRule()
    {
        var boundary = Draw.Shape(Reversed(Shell), HoleA);
        Assert.True(SignedArea(boundary.Polygons[0][0]) > 0);
        Assert.True(SignedArea(boundary.Polygons[0][1]) < 0);
        Assert.All(boundary.Polygons[0], ring => Assert.Equal(ring[0], ring[^1]));
    }

    [Fact]
    public void Polygons_InputChangedAfterwards_StayAsTheyWere()
    {
        var ring = Draw.Ring(73, 38, 74, 39);
        var boundary = Draw.Shape(ring);
        var hash = boundary.GeometryHash;
        ring[1] = (80, 40);
        Assert.Equal(hash, boundary.GeometryHash);
        Assert.Equal(74, boundary.Envelope.East);
        Assert.IsNotType<(double, double)[]>(boundary.Polygons[0][0]);
    }

    [Fact]
    public void Envelope_OfParts_HoldsAll() =>
        Assert.Equal(new GeoEnvelope(73, 38, 75.5, 39), Draw.Shapes([Shell, HoleA], [Island]).Envelope);

    [Fact]
    public void VertexCount_WithHolesAndParts_CountsNoClosingPoint() =>
        Assert.Equal(12, Draw.Shapes([Shell, HoleA], [Island]).VertexCount);

    [Fact]
    public void FromWkb_OfToWkb_IsEqual()
    {
        var boundary = Draw.Shapes([Shell, HoleA, HoleB], [Island]);
        var read = Boundary.FromWkb(boundary.ToWkb());
        Assert.Equal(boundary, read);
        Assert.Equal(boundary.AreaHectares, read.AreaHectares);
        Assert.Equal(boundary.ToWkb(), read.ToWkb());
    }

    [Fact]
    public void FromWkb_AnyCutOrLengthened_IsAFormatException()
    {
        var bytes = Draw.Shape(Shell, HoleA).ToWkb();
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<FormatException>(() => Boundary.FromWkb(bytes.AsSpan(0, length)));
        Assert.Throws<FormatException>(() => Boundary.FromWkb([.. bytes, 0]));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 3)]
    [InlineData(5, 255)]
    [InlineData(8, 127)]
    [InlineData(8, 255)]
    [InlineData(14, 0)]
    [InlineData(18, 1)]
    public void FromWkb_ByteChangedInAHeader_IsAFormatException(int at, byte value)
    {
        var bytes = Draw.Shape(Shell, HoleA).ToWkb();
        bytes[at] = value;
        Assert.Throws<FormatException>(() => Boundary.FromWkb(bytes));
    }

    [Fact]
    public void FromWkb_RingLeftOpen_IsAFormatException()
    {
        var bytes = Draw.Shape(Shell).ToWkb();
        bytes[^1] ^= 1;
        Assert.Throws<FormatException>(() => Boundary.FromWkb(bytes));
    }

    [Fact]
    public void Simplified_RoundShape_HasFewerPointsWithinTheTolerance()
    {
        var boundary = Draw.Shape(Draw.Round(73, 38, 0.5, 400));
        var simple = boundary.Simplified(0.01);
        Assert.InRange(simple[0][0].Count, 10, 100);
        Assert.All(simple[0][0], point => Assert.Equal(0.5, Math.Sqrt(Math.Pow(point.Lon - 73, 2) + Math.Pow(point.Lat - 38, 2)), 0.01));
        Assert.NotNull(BoundaryReader.Read(simple).Boundary);
    }

    [Fact]
    public void Simplified_HoleAndTinyPart_KeepsBoth()
    {
        var boundary = Draw.Shapes([Shell, HoleA], [Draw.Ring(75, 38, 75.001, 38.001)]);
        var simple = boundary.Simplified(1);
        Assert.Equal([2, 1], simple.Select(polygon => polygon.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => boundary.Simplified(-1));
    }

    private static (double Lon, double Lat)[] Reversed((double Lon, double Lat)[] ring) => [.. ring.Reverse()];

    private static (double Lon, double Lat)[] Turned((double Lon, double Lat)[] ring, int by) => [.. ring[by..^1], .. ring[..by], ring[by]];

    private static double SignedArea(IReadOnlyList<(double Lon, double Lat)> ring) =>
        Enumerable.Range(1, ring.Count - 1).Sum(i => ring[i - 1].Lon * ring[i].Lat - ring[i].Lon * ring[i - 1].Lat) / 2;
}
