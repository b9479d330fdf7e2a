using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R16, the tag itself: where the authority asks for it, the tag is in the register of tags; no tag that a replacement voided is borne again;
/// and what is reported of a trophy names the permit's tag. Tag registers: cites.org dec. 16.76 (leopard and markhor).
/// </summary>
/// <remarks>A trophy may bear the tag that was the permit's on the day of the take. A report with some other tag is to be checked: it may be a slip.</remarks>
public sealed class TagOutOfOrder : IPermitRule
{
    public const string Code = "tag-out-of-order";

    public RuleInfo Info { get; } = new("R16", Code, ["cites.org dec. 16.76"]);

    public bool ChecksAtIssue => true;

    public IEnumerable<RuleAnswer> Judge(PermitCase file) => file.Permit.Tag is null ? [] : [OfPermit(file), .. file.Takes.Where(t => t.Tag is not null).Select(t => OfTake(file, t))];

    private static RuleAnswer OfPermit(PermitCase file)
    {
        var kind = file.TagStanding switch
        {
            TagStanding.Void => "voided",
            TagStanding.Unregistered when file.Settings.TagsRegistered => "unregistered",
            _ => null,
        };
        return kind is null
            ? new RuleAnswer.Pass(file.Subject)
            : new RuleAnswer.Flagged(file.Subject, Severity.Violation, FindingCause.AtIssue, Evidence.Of(("kind", kind), ("tag", file.Permit.Tag)), []);
    }

    private static RuleAnswer OfTake(PermitCase file, Harvest take)
    {
        var (permit, subject, tag) = (file.Permit, file.SubjectOf(take), take.Tag!);
        if (Same(tag, permit.Tag!)) return new RuleAnswer.Pass(subject);
        var voided = permit.VoidedTags.FirstOrDefault(v => Same(tag, v.Tag));
        if (take.On <= voided?.On) return new RuleAnswer.Pass(subject);
        var evidence = Evidence.Of(
            ("kind", voided is null ? "other-tag" : "voided-take"), ("tag", tag), ("permitTag", permit.Tag), ("voidedOn", (voided?.On).AsEvidence()), ("on", take.On));
        return new RuleAnswer.Flagged(subject, voided is null ? Severity.Notice : Severity.Violation, FindingCause.Conduct, evidence, []);
    }

    private static bool Same(string one, string other) => Folding.Fold(one) == Folding.Fold(other);
}
