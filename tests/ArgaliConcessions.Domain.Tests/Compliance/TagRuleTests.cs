using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Tests.Given;
using static ArgaliConcessions.Domain.Tests.Given.Judged;

namespace ArgaliConcessions.Domain.Tests.Compliance;

/// <summary>R16 about the tag itself, and R38 about takes after a permit's end.</summary>
public sealed class TagRuleTests
{
    private static readonly Permit Retagged = A.Permit() with { Tag = "T-2", VoidedTags = [new VoidedTag("T-1", A.Date("2014-10-12"), "torn off")] };

    [Theory]
    [InlineData("t 2", "2014-10-10")] // the permit's, however it is written
    [InlineData("T-1", "2014-10-12")] // the permit's on that day
    public void TakeWithATagOfThePermit_Passes(string tag, string on) =>
        OfTake<TagOutOfOrder>(Case(Retagged, null, A.Kill(on) with { Tag = tag })).Passes();

    [Fact]
    public void TakeWithAVoidTag_IsAViolation() => Assert.Equal(
        "voided-take", OfTake<TagOutOfOrder>(Case(Retagged, null, A.Kill("2014-10-13") with { Tag = "T-1" })).Is(Severity.Violation, FindingCause.Conduct).Told("kind"));

    [Fact]
    public void TakeWithSomeOtherTag_IsToBeChecked() => Assert.Equal(
        "other-tag", OfTake<TagOutOfOrder>(Case(Retagged, null, A.Kill() with { Tag = "T-9" })).Is(Severity.Notice, FindingCause.Conduct).Told("kind"));

    [Fact]
    public void PermitWithAVoidTag_IsAViolation() =>
        Assert.Equal("voided", OfPermit<TagOutOfOrder>(Case(Retagged) with { TagStanding = TagStanding.Void }).Is(Severity.Violation, FindingCause.AtIssue).Told("kind"));

    [Fact]
    public void PermitWithAnUnregisteredTag_PassesUnlessTheAuthorityAsksForMore() =>
        OfPermit<TagOutOfOrder>(Case(Retagged) with { TagStanding = TagStanding.Unregistered }).Passes();

    [Fact]
    public void PermitWithoutATag_IsNotJudged() => Assert.Empty(By<TagOutOfOrder>(Case(A.Permit(), null, A.Kill() with { Tag = "T-9" })));

    [Theory]
    [InlineData(PermitStatus.Returned, "2014-10-10", "returned")]
    [InlineData(PermitStatus.Closed, "2014-10-11", "closed")]
    [InlineData(PermitStatus.Closed, "2014-10-10", null)] // closed on the day of its take
    public void TakeAfterTheEnd_IsAViolation(PermitStatus status, string on, string? kind)
    {
        var ended = A.Permit() with { StatusChanges = [new PermitStatusChange(status, A.Date("2014-10-10"), A.Recorded, "as ordered", "officer")] };
        var answer = OfTake<WhileSuspendedOrRevoked>(Case(ended, null, A.Kill(on)));
        if (kind is null) answer.Passes();
        else Assert.Equal(kind, answer.Is(Severity.Violation, FindingCause.Conduct).Told("kind"));
    }
}
