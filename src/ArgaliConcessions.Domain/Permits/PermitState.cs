using ArgaliConcessions.Domain.Harvests;

namespace ArgaliConcessions.Domain.Permits;

/// <summary>What a permit is on a day: what was decided about it or, as long as it is simply issued, what became of it.</summary>
/// <remarks><c>Used</c>: as many animals taken as it is for. <c>Expired</c>: its last day has passed, and it is not used.</remarks>
public enum PermitState { Issued, Suspended, Used, Expired, Revoked, Returned, Closed }

/// <summary>Tells what a permit is. The one function behind lists, verdicts and the table of lawful changes.</summary>
public static class PermitStateReading
{
    /// <summary>The state on a date, by the decisions that count then and the takes up to then.</summary>
    public static PermitState StateOn(this Permit permit, LocalDate date) => Of(permit, permit.StatusOn(date), date);

    /// <summary>The state on a date if the last decision counted already, whenever it begins to: what the next decision starts from.</summary>
    public static PermitState DecidedStateOn(this Permit permit, LocalDate date) =>
        Of(permit, permit.StatusChanges is [.., var last] ? last.Status : PermitStatus.Issued, date);

    /// <summary>A decision by itself, without what takes and days make of it.</summary>
    public static PermitState AsState(this PermitStatus status) => status switch
    {
        PermitStatus.Suspended => PermitState.Suspended,
        PermitStatus.Revoked => PermitState.Revoked,
        PermitStatus.Returned => PermitState.Returned,
        PermitStatus.Closed => PermitState.Closed,
        _ => PermitState.Issued,
    };

    private static PermitState Of(Permit permit, PermitStatus status, LocalDate date)
    {
        if (status != PermitStatus.Issued) return status.AsState();
        if (TakeCount.Of(permit.Takes.Where(take => take.On <= date)).Certain >= permit.Animals) return PermitState.Used;
        return IsPast(permit, date) ? PermitState.Expired : PermitState.Issued;
    }

    /// <summary>Whether the last day lies before a date; a permit that states no days never expires.</summary>
    private static bool IsPast(Permit permit, LocalDate date) => !permit.Ranges.IsEmpty && permit.Ranges.Max(range => range.End) < date;
}
