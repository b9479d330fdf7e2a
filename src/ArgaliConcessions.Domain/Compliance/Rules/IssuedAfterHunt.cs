using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R10: no animal was taken before the day on which its permit was issued. Mongolia, Aug 2019: the permit was issued on 2 Sep, after the hunt
/// (ProPublica via yahoo.com, Dec 2019). Issue and kill on one day are lawful.
/// </summary>
/// <remarks>One finding a permit: the paper is what is wrong, unlawful when it was issued.</remarks>
public sealed class IssuedAfterHunt : IPermitRule
{
    public const string Code = "issued-after-hunt";

    public RuleInfo Info { get; } = new("R10", Code, ["ProPublica via yahoo.com, Dec 2019", "thedailybeast 2019-12-11"]);

    public bool ChecksAtIssue => false;

    public IEnumerable<RuleAnswer> Judge(PermitCase file)
    {
        var takes = file.Takes.OrderBy(take => take.On).ToList();
        if (takes.Count == 0) return [];
        if (file.Permit.IssuedOn is not { } issued) return [new RuleAnswer.NotJudged(file.Subject, "issue-date")];
        var before = takes.FindAll(take => take.On < issued);
        if (before.Count == 0) return [new RuleAnswer.Pass(file.Subject)];
        var evidence = Evidence.Of(
            ("issuedOn", issued), ("on", before[0].On), ("daysLate", Period.DaysBetween(before[0].On, issued)),
            ("harvests", EvidenceValue.Texts(before.Select(take => take.Id))));
        return [new RuleAnswer.Flagged(file.Subject, Severity.Violation, FindingCause.AtIssue, evidence, [])];
    }
}
