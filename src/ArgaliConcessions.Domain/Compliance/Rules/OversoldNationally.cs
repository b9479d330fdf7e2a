using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R06 of the country: the animals on all permits of a taxon and hunting year are within its national quota. A year without a quota is not judged, and
/// said once. Tajikistan 2014: quota 70, or 80 by another source (avesta.tj 4898, russian.news.cn 2015-01-28).
/// </summary>
public sealed class OversoldNationally : INationalRule
{
    public const string Code = "oversold-national";

    public RuleInfo Info { get; } = new("R06", Code, ["avesta.tj 4898 (2015)", "russian.news.cn 2015-01-28"]);

    public IEnumerable<RuleAnswer> Judge(NationalCase national)
    {
        var subject = FindingSubject.NationalQuota(national.Year, national.Taxon);
        if (national.Quota?.As(national.Knowledge) is not { } quota) return [new RuleAnswer.NotJudged(subject, "national-quota")];
        var animals = quota.Value.Animals;
        if (national.Tally.Issued <= animals) return [new RuleAnswer.Pass(subject)];
        var evidence = Oversold.Evidence(national.Tally, animals, Oversold.PermitsPast(national.Tally, animals));
        return [new RuleAnswer.Flagged(subject, Severity.Violation, FindingCause.Register, evidence, [NationalLaw.QuotaRef(quota)])];
    }
}
