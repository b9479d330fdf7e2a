using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>R08 of the country: animals killed and animals hit but not recovered are within the taxon's national quota, all purposes counted (cis-legislation.com rgn=66249).</summary>
public sealed class OvertakenNationally : INationalRule
{
    public const string Code = "overtaken-national";

    public RuleInfo Info { get; } = new("R08", Code, ["cis-legislation.com rgn=66249"]);

    public IEnumerable<RuleAnswer> Judge(NationalCase national)
    {
        // That a year has no quota is said once, by R06.
        if (national.Quota?.As(national.Knowledge) is not { } quota) return [];
        var subject = FindingSubject.NationalQuota(national.Year, national.Taxon);
        if (national.Tally.Taken <= quota.Value.Animals) return [new RuleAnswer.Pass(subject)];
        var evidence = OvertakenLine.Evidence(national.Tally, quota.Value.Animals);
        return [new RuleAnswer.Flagged(subject, Severity.Violation, FindingCause.Register, evidence, [NationalLaw.QuotaRef(quota)])];
    }
}
