using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R27 of the country: a national quota is within what the latest national count of its taxon carries, together with the other quotas that rest on the
/// same count, and the count is no older than the authority allows. Kyrgyzstan 2021: 17,616 counted carry 176 (myslyvets.com.ua).
/// </summary>
public sealed class AboveSurveyCeilingNationally : INationalRule
{
    public const string Code = "above-survey-ceiling-national";

    public RuleInfo Info { get; } = new("R27", Code, SurveyAnswers.Sources);

    public IEnumerable<RuleAnswer> Judge(NationalCase national)
    {
        // That a year has no quota is said once, by R06.
        if (national.Quota?.As(national.Knowledge) is not { } quota) return [];
        var subject = FindingSubject.NationalQuota(national.Year, national.Taxon);
        var share = Surveys.QuotaShare.Of(quota);
        return
        [
            SurveyAnswers.Of(
                subject, share, quota.Value.AboveCeilingReason, NationalLaw.QuotaRef(quota), national.Surveys.For(national.Taxon, quota.Basis?.PublishedOn),
                survey => share.TogetherWithQuotas(national.Shares, survey.Survey.Taxon, national.Surveys.Taxa)),
        ];
    }
}
