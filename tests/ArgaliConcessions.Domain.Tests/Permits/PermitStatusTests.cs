using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Permits;

public sealed class PermitStatusTests
{
    private static PermitStatusChange Change(PermitStatus status, string from, int recordedDay) =>
        new(status, A.Date(from), A.Recorded + Duration.FromDays(recordedDay), "reason", "officer");

    [Fact]
    public void StatusOn_SuspendedThenReinstated_CountsFromEachDay()
    {
        var permit = A.Permit() with { StatusChanges = [Change(PermitStatus.Suspended, "2014-10-05", 1), Change(PermitStatus.Issued, "2014-10-10", 2)] };
        Assert.Equal(
            [PermitStatus.Issued, PermitStatus.Suspended, PermitStatus.Suspended, PermitStatus.Issued],
            new[] { "2014-10-04", "2014-10-05", "2014-10-09", "2014-10-10" }.Select(d => permit.StatusOn(A.Date(d))));
    }

    [Fact]
    public void StatusOn_ChangeRecordedLaterForEarlier_RulesFromThenOn()
    {
        var permit = A.Permit() with { StatusChanges = [Change(PermitStatus.Issued, "2014-10-10", 1), Change(PermitStatus.Revoked, "2014-10-05", 2)] };
        Assert.Equal(PermitStatus.Revoked, permit.StatusOn(A.Date("2014-10-12")));
    }
}
