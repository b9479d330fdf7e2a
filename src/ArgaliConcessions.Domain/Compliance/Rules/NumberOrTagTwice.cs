using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R16: no other permit bears the same paper number, and no other live permit the same tag. Tag registers: cites.org dec. 16.76
/// (leopard and markhor; a national tag is advisable for argali).
/// </summary>
public sealed class NumberOrTagTwice : IPermitRule
{
    public const string Code = "number-or-tag-twice";

    public RuleInfo Info { get; } = new("R16", Code, ["cites.org dec. 16.76"]);

    public bool ChecksAtIssue => true;

    public IEnumerable<RuleAnswer> Judge(PermitCase file)
    {
        if (file.SamePaper.Count == 0 && file.SameTag.Count == 0) return [new RuleAnswer.Pass(file.Subject)];
        var others = file.SamePaper.Union(file.SameTag, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var evidence = Evidence.Of(
            ("kind", file.SamePaper.Count == 0 ? "tag" : file.SameTag.Count == 0 ? "paper" : "both"),
            ("paper", file.SamePaper.Count > 0 && file.Permit.Paper is { } paper ? paper.ToString() : null),
            ("tag", file.SameTag.Count > 0 && file.Permit.Tag is { } tag ? tag : null),
            ("otherPermits", EvidenceValue.Texts(others)));
        return [new RuleAnswer.Flagged(file.Subject, Severity.Violation, FindingCause.AtIssue, evidence, [])];
    }
}
