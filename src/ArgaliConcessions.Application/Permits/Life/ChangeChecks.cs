using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Life;

/// <summary>What stands against a change of a permit.</summary>
internal static class ChangeChecks
{
    /// <summary>The refusal with every reason; null when the change may be made.</summary>
    /// <param name="bearers">Numbers of other permits that bear the new paper's number.</param>
    public static Refusal? Objection(Permit permit, PermitChange change, IReadOnlyList<string> bearers)
    {
        Reason[] reasons = [.. Reasons(permit, change, bearers)];
        return reasons.Length == 0 ? null : new Refusal(RefusalKind.Conflict, "change-refused", [.. reasons]);
    }

    private static IEnumerable<Reason> Reasons(Permit permit, PermitChange change, IReadOnlyList<string> bearers)
    {
        var status = permit.Decided();
        if (PermitStates.After(status, change.Action) is null)
        {
            yield return Reason.Of("status-does-not-allow", null, ("kind", Word(status)), ("action", Word(change.Action)));
        }

        if (EarliestDay(permit, change.Action) is { } earliest && change.From < earliest)
        {
            yield return Reason.Of("before-last-decision", "/from", ("from", change.From!.Value), ("earliest", earliest));
        }

        if (change.Paper is { } paper && PaperIndex.Bears(permit, PaperIndex.Fold(paper)))
        {
            yield return Reason.Of("paper-already-used", "/paper", ("paper", paper.ToString()));
        }

        if (bearers.Count > 0)
        {
            yield return Reason.Of(
                NumberOrTagTwice.Code, "/paper", ("kind", "paper"), ("paper", change.Paper?.ToString()), ("otherPermits", EvidenceValue.Texts(bearers)));
        }
    }

    /// <summary>
    /// Decisions are taken in order: none begins before the one before it, nor before the permit. A paper is no decision:
    /// one that is lost today is replaced today, whatever is decided for tomorrow.
    /// </summary>
    private static LocalDate? EarliestDay(Permit permit, PermitAction action) =>
        permit.StatusChanges.IsEmpty || action == PermitAction.Replacement ? permit.IssuedOn : permit.StatusChanges[^1].From;

    private static string Word<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
