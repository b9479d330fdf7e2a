using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R24: a permit on which nothing was taken is returned or closed within the authority's days after its last day; until then it holds its place on the
/// line. Of 70 permits of 2014 67 were used (avesta.tj 4898, 2015), and a paper that stays out can be hunted on again.
/// </summary>
/// <remarks>
/// Silence is R22's: only a permit whose report says that nothing was taken is judged here, so that nobody is accused twice of one thing. As there, an
/// imported one is judged only if its list says that its outcomes are complete. A return that came late is no finding: the place is free.
/// </remarks>
public sealed class UnusedNotReturned : IPermitRule
{
    public const string Code = "unused-not-returned";

    public RuleInfo Info { get; } = new("R24", Code, ["avesta.tj 4898 (2015)"]);

    public bool ChecksAtIssue => false;

    public IEnumerable<RuleAnswer> Judge(PermitCase file)
    {
        var permit = file.Permit;
        if (permit.Ranges.IsEmpty || file.Harvests.Count == 0 || file.Takes.Any()) return [];
        if (permit.StatusOn(file.Today) is not (PermitStatus.Issued or PermitStatus.Suspended)) return [new RuleAnswer.Pass(file.Subject)];
        var last = permit.Ranges.Max(range => range.End);
        var due = last.PlusDays(file.Settings.ReturnDays);
        if (file.Today <= due) return [];
        if (permit.Origin == PermitOrigin.Imported && !permit.OutcomesComplete) return [new RuleAnswer.NotJudged(file.Subject, "outcome")];
        var evidence = Evidence.Of(
            ("lastDay", last), ("dueBy", due), ("animals", permit.Animals), ("line", permit.Line), ("harvests", EvidenceValue.Texts(file.Harvests.Select(h => h.Id))));
        return [new RuleAnswer.Flagged(file.Subject, Severity.Violation, FindingCause.Conduct, evidence, [])];
    }
}
