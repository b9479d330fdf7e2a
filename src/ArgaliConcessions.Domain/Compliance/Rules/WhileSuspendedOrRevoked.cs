using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R38: the permit was neither suspended nor revoked on the day of a take or of a check in the field. The day from which a status counts is included. A take is a
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
        file.Permit.StatusChangeOn(on) is { Status: PermitStatus.Suspended or PermitStatus.Revoked } change
            ? new RuleAnswer.Flagged(subject, severity, FindingCause.Conduct, Of(change).And(Evidence.Of(("on", on))), [])
            : new RuleAnswer.Pass(subject);

    /// <summary><c>kind</c> (<c>suspended</c>, <c>revoked</c>), <c>since</c>, <c>statusReason</c>.</summary>
    internal static Evidence Of(PermitStatusChange change) => Evidence.Of(
        ("kind", change.Status == PermitStatus.Suspended ? "suspended" : "revoked"), ("since", change.From), ("statusReason", change.Reason));
}
