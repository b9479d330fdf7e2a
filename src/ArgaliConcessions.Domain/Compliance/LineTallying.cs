using System.Collections.Immutable;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Domain.Compliance;

/// <summary>Adds up what R06 and R08 count, permit by permit: nothing of a permit is kept but the last ones' numbers.</summary>
public static class LineTallying
{
    /// <summary>The tally with one more permit. One that was revoked, returned or closed without a take gives its animals back.</summary>
    /// <param name="tally">What was added up so far.</param>
    /// <param name="permit">The permit.</param>
    /// <param name="harvests">All its harvests, current versions.</param>
    /// <param name="today">The date on which its status counts.</param>
    public static LineTally With(this LineTally tally, Permit permit, IEnumerable<Harvest> harvests, LocalDate today)
    {
        var takes = TakeTally.Of(harvests);
        var givenBack = takes.Animals == 0 && (permit.StatusOn(today) is PermitStatus.Revoked or PermitStatus.Returned or PermitStatus.Closed);
        var issued = givenBack ? LineTally.Empty : new LineTally(permit.Animals, 0, 0, [new IssuedPermit(permit.Number, permit.IssuedOn, permit.Animals)]);
        return tally.Plus(issued with { Killed = takes.Killed, WoundedNotRecovered = takes.WoundedNotRecovered });
    }

    /// <summary>Both together; of their permits those issued last.</summary>
    public static LineTally Plus(this LineTally one, LineTally other) => new(
        one.Issued + other.Issued, one.Killed + other.Killed, one.WoundedNotRecovered + other.WoundedNotRecovered, Last(one.LastIssued, other.LastIssued));

    // Permits without an issue date come first: nothing says that they are late.
    private static ImmutableArray<IssuedPermit> Last(ImmutableArray<IssuedPermit> one, ImmutableArray<IssuedPermit> other) => other.IsEmpty
        ? one
        : [.. one.Concat(other).OrderBy(permit => permit.IssuedOn ?? LocalDate.MinIsoValue).ThenBy(permit => permit.Number, StringComparer.Ordinal).TakeLast(LineTally.MaxListed)];
}
