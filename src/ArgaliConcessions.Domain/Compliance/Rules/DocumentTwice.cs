using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R34: one document number stands on one permit of a hunting year, and in other years under the same name. Two permits of a year may be meant, and a
/// number may be a slip of the pen, as one was seen on the Pamir (ants-in-pants.com pamir): always to be checked, never refused at issue.
/// </summary>
/// <remarks>
/// One finding a permit. A permit that was revoked, returned or closed without a take is passed over, and so are such others. Who comes back in another year
/// under any form of the same name is a client who came back.
/// </remarks>
public sealed class DocumentTwice : IPermitRule
{
    public const string Code = "document-twice";

    public RuleInfo Info { get; } = new("R34", Code, ["ants-in-pants.com pamir"]);

    public bool ChecksAtIssue => false;

    public IEnumerable<RuleAnswer> Judge(PermitCase file)
    {
        var permit = file.Permit;
        if (file.SameDocument.Count == 0) return permit.Hunter.DocumentEndsWith is null ? [] : [new RuleAnswer.Pass(file.Subject)];
        if (!file.Takes.Any() && permit.StatusOn(file.Today) is PermitStatus.Revoked or PermitStatus.Returned or PermitStatus.Closed) return [];
        var others = file.SameDocument.Select(o => (o.Number, o.Year, SameName: NameKey.AreSame(o.Hunter, permit.Hunter)))
            .Where(o => o.Year == permit.Year || !o.SameName).OrderBy(o => o.Number, StringComparer.Ordinal).ToList();
        if (others.Count == 0) return [new RuleAnswer.Pass(file.Subject)];
        var evidence = Evidence.Of(
            ("kind", others.TrueForAll(o => o.SameName) ? "same-name" : "other-name"), ("documentEndsWith", permit.Hunter.DocumentEndsWith),
            ("otherPermits", EvidenceValue.Texts(others.Select(o => o.Number))));
        return [new RuleAnswer.Flagged(file.Subject, Severity.Notice, FindingCause.AtIssue, evidence, [])];
    }
}
