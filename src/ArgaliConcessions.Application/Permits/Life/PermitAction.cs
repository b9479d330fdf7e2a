using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Life;

/// <summary>What the authority may do to a permit that has been issued.</summary>
public enum PermitAction { Suspension, Reinstatement, Revocation, Replacement }

/// <summary>Which action is possible in which status, in one place.</summary>
public static class PermitStates
{
    /// <summary>The status after an action; null where the action is not possible. A revoked or returned permit stays so.</summary>
    public static PermitStatus? After(PermitStatus status, PermitAction action) => (status, action) switch
    {
        (PermitStatus.Issued, PermitAction.Suspension) => PermitStatus.Suspended,
        (PermitStatus.Suspended, PermitAction.Reinstatement) => PermitStatus.Issued,
        (PermitStatus.Issued or PermitStatus.Suspended, PermitAction.Revocation) => PermitStatus.Revoked,
        // A replacement changes the paper, not the permit.
        (PermitStatus.Issued or PermitStatus.Suspended, PermitAction.Replacement) => status,
        _ => null,
    };

    /// <summary>The status by the last decision, whenever it begins to count.</summary>
    public static PermitStatus Decided(this Permit permit) => permit.StatusChanges.IsEmpty ? PermitStatus.Issued : permit.StatusChanges[^1].Status;
}
