using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Tests.Zones;

/// <summary>Shapes that nobody draws, valid each, whose overlay has hundreds of thousands of corners: answered roughly, but answered.</summary>
public class TangleTests
{
    private const int Teeth = 200;

    // Combs of 200 teeth on a square degree; teeth and gaps are equally wide, so each covers half of it, and both together a quarter.
    private static readonly Boundary Upright = Comb((along, across) => (73 + along, 38 + across));
    private static readonly Boundary Lying = Comb((along, across) => (73 + across, 38 + along));

    [Fact]
    public void Measure_CrossedCombs_IsTheQuarterTheyShare()
    {
        var measure = ZoneOverlap.Measure(Upright, Lying);
        Assert.Equal(Draw.Box(73, 38, 74, 39).AreaHectares / 4, measure.Hectares, measure.Hectares * 0.02);
        Assert.True(measure.BeyondTolerance);
    }

    [Theory]
    [InlineData(0.25, 0.25, HuntingGroundResult.Inside)]
    [InlineData(0.25, 0.75, HuntingGroundResult.Inside)]
    [InlineData(0.75, 0.75, HuntingGroundResult.Outside)]
    [InlineData(0.5, 0.75, HuntingGroundResult.Unclear)]
    public void Judge_CrossedCombsOnOnePermit_AnswersByEach(double across, double up, HuntingGroundResult expected)
    {
        var map = new ZoneMap([Draw.Hunting("north", "a", Upright), Draw.Hunting("north", "b", Lying)]);
        var (lon, lat) = (73 + (100 + across) / Teeth, 38 + (100 + up) / Teeth);
        Assert.Equal(expected, map.Judge(new(lon, lat, 5, Draw.Day, "north", ["a", "b"])).Hunting);
    }

    [Fact]
    public void Read_ThousandsOfLongEdgesSideBySide_IsRefusedSoon()
    {
        var slanted = Enumerable.Range(0, 9_900).SelectMany(i => new[] { (70 + i * 1e-4, 40.0), (73.00005 + i * 1e-4, 45) }).ToList();
        slanted.AddRange([(71, 39), (70, 39), slanted[0]]);
        Assert.Equal([BoundaryFaultKind.TooManyVertices], BoundaryReader.Read([[slanted]]).Faults.Select(fault => fault.Kind));
    }

    /// <summary>Teeth of half a step's width along the first axis, joined by a thin back.</summary>
    private static Boundary Comb(Func<double, double, (double, double)> place)
    {
        var teeth = Enumerable.Range(0, Teeth)
            .SelectMany(i => new[] { (i / (double)Teeth, 0.001), (i / (double)Teeth, 1), ((i + 0.5) / Teeth, 1), ((i + 0.5) / Teeth, 0.001) });
        var ring = teeth.Append((1, 0.001)).Append((1, 0)).Append((0, 0)).Append((0, 0.001)).Select(point => place(point.Item1, point.Item2)).ToArray();
        return Draw.Shape(ring);
    }
}
