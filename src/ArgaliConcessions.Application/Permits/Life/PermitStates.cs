using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Life;

/// <summary>One line of the table of lawful changes.</summary>
/// <param name="From">The states in which it is possible.</param>
/// <param name="To">What is decided by it; null where it leaves the status as it is.</param>
/// <param name="By">The roles that may; a holder for its own concessions.</param>
public sealed record LawfulChange(PermitAction Action, IReadOnlyList<PermitState> From, PermitStatus? To, IReadOnlyList<string> By)
{
    /// <summary>Whether nothing changes the permit after it: it cannot be decided for a day to come, since it frees place and tag at once.</summary>
    public bool IsFinal => To is PermitStatus.Revoked or PermitStatus.Returned or PermitStatus.Closed;
}

/// <summary>
/// Which change is lawful from which state, and by whom, in one place; <c>src/README.md</c> prints it. A revoked, returned or closed permit
/// stays so.
/// </summary>
public static class PermitStates
{
    private const PermitState Issued = PermitState.Issued;
    private const PermitState Suspended = PermitState.Suspended;
    private const PermitState Used = PermitState.Used;
    private const PermitState Expired = PermitState.Expired;

    private static readonly string[] Authority = ["authority"];

    public static IReadOnlyList<LawfulChange> Table { get; } =
    [
        new(PermitAction.Suspension, [Issued, Used], PermitStatus.Suspended, Authority),
        new(PermitAction.Reinstatement, [Suspended], PermitStatus.Issued, Authority),
        new(PermitAction.Amendment, [Issued, Suspended], null, Authority),
        new(PermitAction.Replacement, [Issued, Suspended, Used, Expired], null, Authority),
        new(PermitAction.TagReplacement, [Issued, Suspended, Used, Expired], null, Authority),
        new(PermitAction.Revocation, [Issued, Suspended, Used, Expired], PermitStatus.Revoked, Authority),
        new(PermitAction.Return, [Issued, Suspended, Expired], PermitStatus.Returned, ["authority", "holder"]),
        new(PermitAction.Closure, [Issued, Used, Expired], PermitStatus.Closed, Authority),
    ];

    public static LawfulChange Of(PermitAction action) => Table.Single(change => change.Action == action);

    public static bool Allows(PermitState state, PermitAction action) => Of(action).From.Contains(state);

    /// <summary>What else may be done in a state, in the order of the table.</summary>
    public static IEnumerable<PermitAction> PossibleIn(PermitState state) => Table.Where(change => change.From.Contains(state)).Select(change => change.Action);

    /// <summary>The status by the last decision, whenever it begins to count.</summary>
    public static PermitStatus Decided(this Permit permit) => permit.StatusChanges.IsEmpty ? PermitStatus.Issued : permit.StatusChanges[^1].Status;
}
