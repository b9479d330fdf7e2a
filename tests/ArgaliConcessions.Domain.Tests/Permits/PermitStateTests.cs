using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Permits;

public sealed class PermitStateTests
{
    [Theory]
    [InlineData("2014-10-20", PermitState.Issued)]
    [InlineData("2014-10-21", PermitState.Expired)]
    public void StateOn_NothingTaken_ExpiresAfterItsLastDay(string on, PermitState state) => Assert.Equal(state, A.Permit().StateOn(A.Date(on)));

    [Theory]
    [InlineData("2014-10-09", PermitState.Issued)]
    [InlineData("2014-10-10", PermitState.Used)]
    [InlineData("2014-10-30", PermitState.Used)]
    public void StateOn_Taken_IsUsedFromThatDay(string on, PermitState state) =>
        Assert.Equal(state, (A.Permit() with { Takes = TakeSummaries.Of([A.Kill()]) }).StateOn(A.Date(on)));

    [Fact]
    public void StateOn_OneOfTwoTaken_IsNotUsed() =>
        Assert.Equal(PermitState.Issued, (A.Permit() with { Animals = 2, Takes = TakeSummaries.Of([A.Kill()]) }).StateOn(A.Date("2014-10-15")));

    [Theory]
    [InlineData(PermitStatus.Suspended, PermitState.Suspended)]
    [InlineData(PermitStatus.Revoked, PermitState.Revoked)]
    [InlineData(PermitStatus.Returned, PermitState.Returned)]
    [InlineData(PermitStatus.Closed, PermitState.Closed)]
    public void StateOn_Decided_OutranksTakesAndDays(PermitStatus status, PermitState state)
    {
        var change = new PermitStatusChange(status, A.Date("2014-10-12"), A.Recorded, "reason", "officer");
        var permit = A.Permit() with { Takes = TakeSummaries.Of([A.Kill()]), StatusChanges = [change] };
        Assert.Equal((PermitState.Used, state), (permit.StateOn(A.Date("2014-10-11")), permit.StateOn(A.Date("2014-10-30"))));
        Assert.Equal(state, permit.DecidedStateOn(A.Date("2014-10-11")));
    }
}
