using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Harvests;

namespace ArgaliConcessions.Application.Tests.Compliance;

public sealed class FindingLifeTests
{
    private static readonly FindingPlace Place = FindingPlace.Ledger("KT7", "demo-north", "2014");
    private static readonly FindingRun First = new("r1", Instant.FromUtc(2015, 3, 1, 0, 0));
    private static readonly FindingRun Second = new("r2", Instant.FromUtc(2015, 3, 2, 0, 0));

    private static Finding Open => FindingLife.Seen(null, FlaggedCases.Of("p1"), Place, First)!;

    [Fact]
    public void Seen_ForTheFirstTime_IsNewAndOpen()
    {
        Assert.Equal((FindingStatus.Open, FindingChangeKind.New, First.StartedAt), (Open.Status, Open.Change.Kind, Open.FirstSeen));
        Assert.StartsWith("KT7-2014-", Open.Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FindingStatus.Open)]
    [InlineData(FindingStatus.Acknowledged)]
    [InlineData(FindingStatus.Waived)]
    [InlineData(FindingStatus.Resolved)]
    public void Seen_WithTheSameEvidence_ChangesNothing(FindingStatus status) =>
        Assert.Null(FindingLife.Seen(Decided(status), FlaggedCases.Of("p1"), Place, Second));

    [Theory]
    [InlineData(FindingStatus.Acknowledged)]
    [InlineData(FindingStatus.Waived)]
    [InlineData(FindingStatus.Resolved)]
    public void Seen_WithOtherEvidence_ReopensWhatAPersonDecided(FindingStatus status)
    {
        var next = FindingLife.Seen(Decided(status), FlaggedCases.Of("p1", days: 4), Place, Second)!;
        Assert.Equal((FindingStatus.Open, FindingChangeKind.Reopened, null), (next.Status, next.Change.Kind, next.End));
        Assert.Single(next.Decisions);
    }

    [Fact]
    public void Seen_WithOtherSeverity_EndsAWaiver() =>
        Assert.Equal(FindingStatus.Open, FindingLife.Seen(Decided(FindingStatus.Waived), FlaggedCases.Of("p1", Severity.Notice), Place, Second)!.Status);

    [Fact]
    public void Seen_OpenWithOtherEvidence_IsChangedButKeepsItsAge()
    {
        var next = FindingLife.Seen(Open, FlaggedCases.Of("p1", days: 4), Place, Second)!;
        Assert.Equal((FindingChangeKind.Changed, First.StartedAt, Open.Id), (next.Change.Kind, next.FirstSeen, next.Id));
    }

    [Fact]
    public void Seen_ChangedAgainInTheRunThatBroughtIt_StaysNew() =>
        Assert.Equal(FindingChangeKind.New, FindingLife.Seen(Open, FlaggedCases.Of("p1", days: 4), Place, First)!.Change.Kind);

    [Fact]
    public void Seen_AtACorrectedPosition_MovesWithoutReopening()
    {
        var moved = FlaggedCases.Of("p1") with { Position = new GeoPosition(73, 38, null) };
        var next = FindingLife.Seen(Decided(FindingStatus.Waived), moved, Place, Second)!;
        Assert.Equal((FindingStatus.Waived, moved.Position, First.Id), (next.Status, next.Position, next.Change.Run));
    }

    [Fact]
    public void Vanished_Open_IsResolvedWithWhenItWasLastSeen()
    {
        var gone = FindingLife.Vanished(Open, Second, First.StartedAt)!;
        Assert.Equal((FindingStatus.Resolved, FindingEnd.CauseGone, First.StartedAt), (gone.Status, gone.End, gone.LastSeen));
        Assert.Null(FindingLife.Vanished(gone, Second, First.StartedAt));
    }

    [Fact]
    public void Vanished_SettledByAPerson_CanComeBack()
    {
        var gone = FindingLife.Vanished(Decided(FindingStatus.Resolved), Second, null)!;
        Assert.Equal(FindingStatus.Open, FindingLife.Seen(gone, FlaggedCases.Of("p1"), Place, Second)!.Status);
    }

    [Fact]
    public void Decided_OftenerThanTheRowHolds_KeepsTheNewest()
    {
        var finding = Enumerable.Range(0, 30).Aggregate(Open, (now, i) => FindingLife.Decided(now, new FindingDecision(FindingStatus.Acknowledged, "clerk", First.StartedAt, $"{i}")));
        Assert.Equal((FindingLife.MaxDecisions, "29"), (finding.Decisions.Length, finding.Decisions[^1].Reason));
    }

    [Theory]
    [InlineData("KT7-2014-0123456789abcdef", true)]
    [InlineData("TJ-zone-0123456789abcdef", true)]
    [InlineData("KT7-2014-0123456789ABCDEF", false)]
    [InlineData("KT7-2014-0123456789abcde", false)]
    [InlineData("kt7-2014-0123456789abcdef", false)]
    [InlineData("K-2014-0123456789abcdef", false)]
    [InlineData("KT7-20145-0123456789abcdef", false)]
    [InlineData("", false)]
    public void Read_AnId_TellsOursFromOthers(string id, bool ours) => Assert.Equal(ours ? id : null, FindingId.Read(id)?.ToString());

    [Fact]
    public void HashOf_AnotherZoneOrRuleOrSubject_IsAnotherFinding()
    {
        var subject = FindingSubject.Permit("p1");
        string[] all =
        [
            FindingId.HashOf("R01", subject, null), FindingId.HashOf("R02", subject, null), FindingId.HashOf("R01", subject, "north"),
            FindingId.HashOf("R01", FindingSubject.Permit("p2"), null), FindingId.HashOf("R01", new FindingSubject(SubjectType.Line, "p1"), null),
        ];
        Assert.Equal(all.Length, all.Distinct(StringComparer.Ordinal).Count());
    }

    private static Finding Decided(FindingStatus status) =>
        status == FindingStatus.Open ? Open : FindingLife.Decided(Open, new FindingDecision(status, "clerk", First.StartedAt, "seen"));
}
