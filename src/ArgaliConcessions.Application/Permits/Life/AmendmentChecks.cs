using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Life;

/// <summary>What stands against an amendment beside the law: it changes what is to come, never what has been.</summary>
internal static class AmendmentChecks
{
    public static IEnumerable<Reason> Of(Permit before, Amendment amendment, JudgedPermit next) =>
    [
        .. ChangeChecks.OfLife(before, PermitAction.Amendment, next.Today, next.Today),
        .. OfContent(before, next.Permit),
        .. IssueChecks.OfYear(next.Permit, next.Law),
        .. amendment.Ranges is null ? [] : OfDays(before, next.Permit, next.Today),
    ];

    private static IEnumerable<Reason> OfContent(Permit before, Permit after)
    {
        var same = before.Zones.SequenceEqual(after.Zones) && before.Ranges.SequenceEqual(after.Ranges) && before.Weapon == after.Weapon
            && before.Party.SequenceEqual(after.Party) && before.Outfitter == after.Outfitter;
        if (same) yield return Reason.Of("nothing-amended");
    }

    /// <summary>
    /// No day that has passed is added: that would make lawful what was not. None is given up on which an animal was taken. Others may be,
    /// since a day that a new act forbids must be given up for the rest to be lawful.
    /// </summary>
    private static IEnumerable<Reason> OfDays(Permit before, Permit after, LocalDate today)
    {
        var added = after.Ranges.SelectMany(range => range).Where(day => day < today && !Holds(before, day)).Take(1).ToList();
        if (added.Count > 0) yield return Reason.Of("past-day-added", "/ranges", ("day", added[0]), ("today", today));
        var lost = before.Takes.Where(take => Holds(before, take.On) && !Holds(after, take.On)).ToList();
        if (lost.Count == 0) yield break;
        yield return Reason.Of(
            "day-of-take-given-up", "/ranges", ("days", EvidenceValue.Spans(lost.Select(t => new DateInterval(t.On, t.On)).Distinct())),
            ("harvests", EvidenceValue.Texts(lost.Select(t => t.Harvest))));
    }

    private static bool Holds(Permit permit, LocalDate day) => permit.Ranges.Any(range => range.Contains(day));
}
