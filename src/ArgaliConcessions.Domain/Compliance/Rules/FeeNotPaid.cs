using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R11: the fee was paid on or before the day of issue. Kyrgyzstan issues only after full prepayment: kyrgyzkorm.kg/?p=7464.
/// Without a fee date it is not judged.
/// </summary>
public sealed class FeeNotPaid : IPermitRule
{
    public const string Code = "fee-not-paid";

    public RuleInfo Info { get; } = new("R11", Code, ["kyrgyzkorm.kg/?p=7464"]);

    public bool ChecksAtIssue => true;

    public IEnumerable<RuleAnswer> Judge(PermitCase file)
    {
        if (file.Permit.FeePaidOn is not { } paid) return [new RuleAnswer.NotJudged(file.Subject, "fee-date")];
        if (file.Permit.IssuedOn is not { } issued) return [new RuleAnswer.NotJudged(file.Subject, "issue-date")];
        if (paid <= issued) return [new RuleAnswer.Pass(file.Subject)];
        var evidence = Evidence.Of(("feePaidOn", paid), ("issuedOn", issued), ("daysLate", Period.DaysBetween(issued, paid)));
        return [new RuleAnswer.Flagged(file.Subject, Severity.Violation, FindingCause.AtIssue, evidence, [])];
    }
}
