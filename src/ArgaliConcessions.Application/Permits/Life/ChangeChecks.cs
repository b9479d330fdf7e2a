using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Life;

/// <summary>What stands against a change of a permit.</summary>
internal static class ChangeChecks
{
    /// <summary>The refusal with every reason; null when the change may be made.</summary>
    /// <param name="today">The local date; final decisions cannot lie after it.</param>
    /// <param name="bearers">Numbers of other permits that bear the new paper's number.</param>
    public static Refusal? Objection(Permit permit, PermitChange change, LocalDate today, IReadOnlyList<string> bearers) =>
        Refused([.. OfLife(permit, change.Action, change.From!.Value, today), .. OfTakes(permit, change.Action), .. OfPaper(permit, change.Paper, bearers)]);

    /// <summary>The refusal for these reasons; null when there are none.</summary>
    public static Refusal? Refused(IReadOnlyList<Reason> reasons) =>
        reasons.Count == 0 ? null : new Refusal(RefusalKind.Conflict, "change-refused", [.. reasons]);

    /// <summary>What the table of lawful changes and the order of decisions have against it.</summary>
    public static IEnumerable<Reason> OfLife(Permit permit, PermitAction action, LocalDate from, LocalDate today)
    {
        var state = permit.DecidedStateOn(from);
        if (!PermitStates.Allows(state, action))
        {
            yield return Reason.Of(
                "status-does-not-allow", null, ("kind", Words.Of(state)), ("action", Words.Of(action)),
                ("possible", EvidenceValue.Texts(PermitStates.PossibleIn(state).Select(Words.Of))));
        }

        if (EarliestDay(permit, action, today) is { } earliest && from < earliest)
        {
            yield return Reason.Of("before-last-decision", "/from", ("from", from), ("earliest", earliest));
        }

        if (PermitStates.Of(action).IsFinal && from > today)
        {
            yield return Reason.Of("final-decision-in-future", "/from", ("from", from), ("today", today));
        }
    }

    private static IEnumerable<Reason> OfTakes(Permit permit, PermitAction action)
    {
        var takes = TakeCount.Of(permit.Takes);
        if (action == PermitAction.Return && takes.Possible > 0)
        {
            yield return Reason.Of("returned-with-take", null, ("harvests", EvidenceValue.Texts(takes.Counted)));
        }

        if (action == PermitAction.Closure && takes.WoundedOpen > 0)
        {
            yield return Reason.Of("wounding-open", null, ("harvests", EvidenceValue.Texts(OpenWoundings(permit, takes))));
        }
    }

    private static IEnumerable<string> OpenWoundings(Permit permit, TakeCount takes) =>
        permit.Takes.Where(t => t.Outcome == HarvestOutcome.Wounded && takes.Counted.Contains(t.Harvest)).Select(t => t.Harvest);

    private static IEnumerable<Reason> OfPaper(Permit permit, PaperNumber? paper, IReadOnlyList<string> bearers)
    {
        if (paper is not null && PaperIndex.Bears(permit, PaperIndex.Fold(paper)))
        {
            yield return Reason.Of("paper-already-used", "/paper", ("paper", paper.ToString()));
        }

        if (bearers.Count > 0)
        {
            yield return Reason.Of(
                NumberOrTagTwice.Code, "/paper", ("kind", "paper"), ("paper", paper?.ToString()), ("otherPermits", EvidenceValue.Texts(bearers)));
        }
    }

    /// <summary>
    /// Decisions are taken in order: none begins before the one before it, nor before the permit; but one that is planned for a day to come
    /// can be overtaken from today on, or a permit that is to be suspended next month could not be revoked today. What leaves the status alone is no decision: a paper that is
    /// lost today is replaced today, whatever is decided for tomorrow.
    /// </summary>
    private static LocalDate? EarliestDay(Permit permit, PermitAction action, LocalDate today) => permit.StatusChanges.IsEmpty || PermitStates.Of(action).To is null
        ? permit.IssuedOn
        : LocalDate.Min(permit.StatusChanges[^1].From, today);
}
