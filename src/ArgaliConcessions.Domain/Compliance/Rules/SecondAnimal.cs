using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R15: no more animals were taken than the permit allows. A wounded animal that was found and is linked by <c>followsUp</c> is one;
/// where a wounding and a kill are not linked it is to be checked whether they are two. Documented: clients allowed a second ram
/// (jesseshunting.com 136151, reported); a wounded, then found second trophy (huntingreport.com May 2018).
/// </summary>
public sealed class SecondAnimal : IPermitRule
{
    public const string Code = "second-animal";

    public RuleInfo Info { get; } = new("R15", Code, ["jesseshunting.com 136151", "huntingreport.com May 2018"]);

    public bool ChecksAtIssue => false;

    public IEnumerable<RuleAnswer> Judge(PermitCase file)
    {
        var takes = TakeCount.Of(file.Harvests);
        if (takes.Possible == 0) return [];
        if (takes.Possible <= file.Permit.Animals) return [new RuleAnswer.Pass(file.Subject)];
        var severity = takes.Certain > file.Permit.Animals ? Severity.Violation : Severity.Notice;
        var evidence = Evidence.Of(
            ("allowed", file.Permit.Animals), ("taken", takes.Certain), ("takenAtMost", takes.Possible), ("killed", takes.Killed),
            ("wounded", takes.WoundedNotRecovered), ("harvests", EvidenceValue.Texts(takes.Counted)));
        return [new RuleAnswer.Flagged(file.Subject, severity, FindingCause.Conduct, evidence, [])];
    }
}
