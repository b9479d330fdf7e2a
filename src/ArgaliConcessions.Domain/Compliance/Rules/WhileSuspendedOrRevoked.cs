using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R38: the permit was neither suspended nor revoked on the day of a take or of a check in the field, nor returned or closed before a take. The day from which a status counts is included. A take is a
/// violation; a party that was only met in the field is to be checked, since carrying a trophy home is lawful. Documented: nobody really tracks the use of
/// licences (kyrgyzkorm.kg/?p=7464).
/// </summary>
public sealed class WhileSuspendedOrRevoked : IPermitRule
{
    public const string Code = "while-suspended-or-revoked";

    public RuleInfo Info { get; } = new("R38", Code, ["kyrgyzkorm.kg/?p=7464"]);

    public bool ChecksAtIssue => false;

    public IEnumerable<RuleAnswer> Judge(PermitCase file) =>
    [
        .. file.Takes.Select(take => Judge(file, file.SubjectOf(take), take.On, Severity.Violation)),
        .. file.Inspections.Select(i => Judge(file, FindingSubject.Inspection(file.Permit.Number, i.Id), i.On, Severity.Notice)),
    ];

    private static RuleAnswer Judge(PermitCase file, FindingSubject subject, LocalDate on, Severity severity) =>
        file.Permit.StatusChangeOn(on) is { } change && Forbids(change, on, isTake: severity == Severity.Violation)
            ? new RuleAnswer.Flagged(subject, severity, FindingCause.Conduct, Of(change).And(Evidence.Of(("on", on))), [])
            : new RuleAnswer.Pass(subject);

    /// <summary>Nothing is taken on a permit that was returned or closed; its trophy may be met on the way home, and a used one may be closed on the day of its take.</summary>
    private static bool Forbids(PermitStatusChange change, LocalDate on, bool isTake) => change.Status switch
    {
        PermitStatus.Suspended or PermitStatus.Revoked => true,
        PermitStatus.Returned => isTake,
        PermitStatus.Closed => isTake && change.From < on,
        _ => false,
    };

    /// <summary><c>kind</c> (<c>suspended</c>, <c>revoked</c>, <c>returned</c>, <c>closed</c>), <c>since</c>, <c>statusReason</c>.</summary>
    internal static Evidence Of(PermitStatusChange change) => Evidence.Of(
        ("kind", KindOf(change.Status)), ("since", change.From), ("statusReason", change.Reason));

    private static string KindOf(PermitStatus status) => status switch
    {
        PermitStatus.Suspended => "suspended",
        PermitStatus.Returned => "returned",
        PermitStatus.Closed => "closed",
        _ => "revoked",
    };
}
