using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>How R27 answers of a quota, national or a line's.</summary>
internal static class SurveyAnswers
{
    public static readonly ImmutableArray<string> Sources = ["tajwildlife.com/trophy-room", "24.kg/vlast/46861", "myslyvets.com.ua"];

    /// <param name="accepted">Why more than the survey carries was accepted; null where nobody said so.</param>
    /// <param name="survey">What the quota rests on; null where there is none.</param>
    /// <param name="together">The animals that are held against the ceiling.</param>
    public static RuleAnswer Of(
        FindingSubject subject, QuotaShare quota, string? accepted, LawRef law, QuotaSurvey? survey, Func<QuotaSurvey, int> together)
    {
        // Nothing rests on a quota of no animal, counted or not.
        if (quota.Animals == 0) return new RuleAnswer.Pass(subject);
        if (survey is null) return new RuleAnswer.NotJudged(subject, "survey");
        var sum = together(survey);
        var evidence = EvidenceOf(survey).And(Evidence.Of(("animals", quota.Animals), ("together", sum)));
        // What an old count carries nobody knows: it is one finding that it is old, not two.
        if (survey.Stale) return Flag(Severity.Notice, evidence.With("kind", "stale"));
        if (sum <= survey.Ceiling.Animals) return new RuleAnswer.Pass(subject);
        var over = evidence.And(Evidence.Of(("over", sum - survey.Ceiling.Animals), ("accepted", accepted)));
        return Flag(accepted is null ? Severity.Violation : Severity.Notice, over);

        RuleAnswer.Flagged Flag(Severity severity, Evidence told) => new(subject, severity, FindingCause.Register, told, [law, survey.Law]);
    }

    /// <summary><c>ceiling</c>, <c>byPercent</c>, <c>byOldMales</c> (where the count tells males by age), <c>surveyedOn</c>, <c>surveyed</c> (the taxon).</summary>
    private static Evidence EvidenceOf(QuotaSurvey survey) => Evidence.Of(
        ("ceiling", survey.Ceiling.Animals), ("byPercent", survey.Ceiling.ByPercent), ("byOldMales", survey.Ceiling.ByOldMales is { } males ? males : null),
        ("surveyedOn", survey.Survey.Date), ("surveyed", survey.Survey.Taxon));
}
