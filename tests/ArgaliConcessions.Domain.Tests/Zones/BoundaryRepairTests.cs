using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Tests.Zones;

public class BoundaryRepairTests
{
    private static readonly (double Lon, double Lat)[] Shell = Draw.Ring(73, 38, 74, 39);

    [Fact]
    public void Propose_OpenRing_ClosesItAndChangesNoGround()
    {
        var proposal = Proposal([[Shell[..^1]]]);
        Assert.Equal([RepairNote.ClosedRings], proposal.Notes);
        Assert.Equal(Draw.Shape(Shell), proposal.Boundary);
        Assert.Equal(proposal.HectaresAfter, proposal.HectaresBefore!.Value, 1e-3);
        Assert.Equal(0, proposal.HectaresChanged!.Value, 1e-3);
    }

    [Fact]
    public void Propose_ValidShape_IsThatShape()
    {
        var proposal = Proposal([[Shell]]);
        Assert.Empty(proposal.Notes);
        Assert.Equal(Draw.Shape(Shell), proposal.Boundary);
        Assert.Equal(0, proposal.HectaresChanged!.Value, 1e-3);
    }

    [Fact]
    public void Propose_BowTie_KeepsBothLoops()
    {
        var proposal = Proposal([[[(73, 38), (74, 39), (74, 38), (73, 39), (73, 38)]]]);
        var loops = Draw.Shape([(73, 38), (73.5, 38.5), (73, 39), (73, 38)]).AreaHectares + Draw.Shape([(74, 38), (74, 39), (73.5, 38.5), (74, 38)]).AreaHectares;
        Assert.Equal([RepairNote.RebuiltTopology], proposal.Notes);
        Assert.Equal(loops, proposal.HectaresAfter, loops * 1e-9);
        Assert.Equal(0, proposal.HectaresBefore!.Value, loops * 1e-3);
        Assert.Equal(0, proposal.HectaresChanged!.Value, 1e-3);
    }

    [Fact]
    public void Propose_OverlappingParts_UnitesThemAndTellsTheOverlap()
    {
        var proposal = Proposal([[Shell], [Draw.Ring(73.9, 38.9, 74.5, 39.5)]]);
        var overlap = Draw.Box(73.9, 38.9, 74, 39).AreaHectares;
        Assert.Equal(overlap, proposal.HectaresBefore!.Value - proposal.HectaresAfter, overlap * 1e-6);
        Assert.Equal(overlap, proposal.HectaresChanged!.Value, overlap * 1e-6);
    }

    [Fact]
    public void Propose_RepeatedPointsAndRingsOfNothing_DropsThem()
    {
        var proposal = Proposal([[[Shell[0], .. Shell], [(73.1, 38.1), (73.2, 38.2), (73.1, 38.1)]], [Shell]]);
        Assert.Equal([RepairNote.DroppedRepeatedPoints, RepairNote.DroppedDegenerateRings, RepairNote.DroppedDuplicateRings], proposal.Notes);
        Assert.Equal(Draw.Shape(Shell), proposal.Boundary);
    }

    [Fact]
    public void Propose_Spike_CutsItOff()
    {
        var proposal = Proposal([[[(73, 38), (74, 38), (74, 38.5), (74.7, 38.5), (74, 38.5), (74, 39), (73, 39), (73, 38)]]]);
        Assert.Equal(Draw.Shape(Shell).AreaHectares, proposal.HectaresAfter, 1e-3);
    }

    [Fact]
    public void Propose_NothingToRepairOrNotOnEarth_IsNull()
    {
        Assert.Null(BoundaryRepair.Propose([]));
        Assert.Null(BoundaryRepair.Propose([[[]]]));
        Assert.Null(BoundaryRepair.Propose([[[(73, 38), (73.5, 38.5), (74, 39), (73, 38)]]]));
        Assert.Null(BoundaryRepair.Propose([[[(73, 38), (double.NaN, 38), (74, 39), (73, 38)]]]));
        Assert.Null(BoundaryRepair.Propose([[[(73, 38), (200, 38), (74, 39), (73, 38)]]]));
        Assert.Null(BoundaryRepair.Propose([[[(170, 38), (-170, 38), (-170, 39), (170, 38)]]]));
    }

    [Fact]
    public void Propose_Tangle_IsNullAndQuick()
    {
        // Every edge of this crosses nearly every other: 10,000 edges would make some fifty million crossings.
        var tangle = Enumerable.Range(0, 10_001).Select(i => (73 + Math.Cos(i * 3.1), 38 + Math.Sin(i * 3.1))).ToArray();
        tangle[^1] = tangle[0];
        Assert.Null(BoundaryRepair.Propose([[tangle]]));
        Assert.True(BoundaryReader.Read([[tangle]]).More);
    }

    private static RepairProposal Proposal(IReadOnlyList<IReadOnlyList<IReadOnlyList<(double, double)>>> polygons) =>
        BoundaryRepair.Propose(polygons) ?? throw new InvalidOperationException("No proposal.");
}
