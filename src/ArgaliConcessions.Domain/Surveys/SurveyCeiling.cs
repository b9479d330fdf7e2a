using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Surveys;

/// <summary>
/// How many animals a count carries in a hunting year: of the lower bound one in a hundred, of the males aged 8 and over that were seen one in five, and
/// of the two the less (tajwildlife.com/trophy-room; one percent is the limit of Kyrgyz law too: 24.kg/vlast/46861, myslyvets.com.ua). Percentages and
/// age are settings of the authority.
/// </summary>
/// <remarks>
/// Nobody is taken for an old male who was not told to be one: of unknown sex, of unknown age, or of a class that reaches below the age. Where a
/// count tells no males by age, the percentage of the lower bound stands alone, and <see cref="ByOldMales"/> is null.
/// Computed in decimals: 0.57 percent of 10,000 are 57 and not 56.
/// </remarks>
/// <param name="ByPercent">Whole animals by the lower bound.</param>
/// <param name="ByOldMales">Whole animals by the old males; null where the count does not tell males by age.</param>
/// <param name="OldMales">Males known to be of the age or older; null likewise.</param>
/// <param name="MaybeOldMales">Animals seen that may be old males, and are not counted as such.</param>
public sealed record SurveyCeiling(int ByPercent, int? ByOldMales, int? OldMales, int MaybeOldMales)
{
    /// <summary>The ceiling: the lower of the two.</summary>
    public int Animals => Math.Min(ByPercent, ByOldMales ?? ByPercent);

    public static SurveyCeiling Of(Survey survey, RuleSettings settings)
    {
        var age = settings.SurveyOldMaleAge;
        var tellsMalesByAge = survey.Classes.Any(one => one.Sex == SurveySex.Male && (IsOld(one, age) || IsYoung(one, age)));
        int? oldMales = tellsMalesByAge ? survey.Classes.Where(one => one.Sex == SurveySex.Male && IsOld(one, age)).Sum(one => one.Animals) : null;
        var maybe = survey.Classes.Where(one => MaybeOldMale(one, age)).Sum(one => one.Animals);
        return new SurveyCeiling(
            Share(survey.LowerBound, settings.SurveyPercent), oldMales is { } males ? Share(males, settings.SurveyOldMaleShare) : null, oldMales, maybe);
    }

    private static bool IsOld(SurveyClass one, int age) => one.Age?.Min >= age;

    private static bool IsYoung(SurveyClass one, int age) => one.Age?.Max < age;

    private static bool MaybeOldMale(SurveyClass one, int age) => one.Sex switch
    {
        SurveySex.Male => !IsOld(one, age) && !IsYoung(one, age),
        SurveySex.Unknown => !IsYoung(one, age),
        _ => false,
    };

    private static int Share(int animals, decimal percent) => (int)decimal.Floor(animals * percent / 100);
}
