using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R07: the lines of all concessions together are within the national quota of their taxon (a limit is over all grounds, whatever the purpose:
/// cis-legislation.com rgn=66249, Kyrgyz law No. 41 of 13 Mar 2014). One accepted with a reason is still flagged, as a notice.
/// </summary>
public sealed class OverAllocated : INationalRule
{
    public const string Code = "over-allocated";

    public RuleInfo Info { get; } = new("R07", Code, ["cis-legislation.com rgn=66249"]);

    public IEnumerable<RuleAnswer> Judge(NationalCase national)
    {
        // That a year has no quota is said once, by R06.
        if (national.Quota?.As(national.Knowledge) is not { } quota) return [];
        var subject = FindingSubject.NationalQuota(national.Year, national.Taxon);
        if (national.Allocated <= quota.Value.Animals) return [new RuleAnswer.Pass(subject)];
        var accepted = quota.Value.AcceptedOverAllocation;
        var evidence = Evidence.Of(
            ("animals", quota.Value.Animals), ("allocated", national.Allocated), ("over", national.Allocated - quota.Value.Animals),
            ("accepted", accepted));
        var severity = accepted is null ? Severity.Violation : Severity.Notice;
        return [new RuleAnswer.Flagged(subject, severity, FindingCause.Register, evidence, [NationalLaw.QuotaRef(quota)])];
    }
}
