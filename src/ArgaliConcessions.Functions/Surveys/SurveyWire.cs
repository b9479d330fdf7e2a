using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Surveys;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Surveys;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Law;
using NodaTime;

namespace ArgaliConcessions.Functions.Surveys;

/// <summary>Reads a survey.</summary>
internal static class SurveyWire
{
    private const int MostAnimals = 10_000_000;
    private const int MostClasses = 100;
    private const int OldestAge = 30;
    private const int LongestMethod = 400;
    private const decimal SmallestArea = 0.001m;
    private const decimal LargestArea = 20_000_000;

    public static RevisionDraft<Survey> Read(BodyReader body, string id)
    {
        body.Ignore("id", "concession", "ceiling", "law", "revision", "recordedAt", "provisional");
        var survey = new Survey(
            id, body.Id("taxon"), body.Date("date"), body.Text("method", LongestMethod), body.DecimalOrNull("areaKm2", SmallestArea, LargestArea),
            body.Int("estimate", 0, MostAnimals), body.Int("lowerBound", 0, MostAnimals), body.IntOrNull("counted", 0, MostAnimals),
            [.. body.List("classes", MostClasses, Class)]);
        return new RevisionDraft<Survey>(survey, body.Basis("basis"), body.TextOrNull("reason", LawWire.LongestReason));
    }

    private static SurveyClass Class(BodyReader one) =>
        new(one.OneOf<SurveySex>("sex"), one.ObjectOrNull("ageYears", Age), one.Int("animals", 0, MostAnimals));

    private static AgeRange Age(BodyReader age) => new(age.Int("min", 0, OldestAge), age.IntOrNull("max", 0, OldestAge));
}

/// <summary>A survey as it is answered.</summary>
/// <param name="Concession">Absent for a survey of the country.</param>
/// <param name="Ceiling">What a quota that rests on it may be, by the authority's settings.</param>
public sealed record SurveyAnswer(
    string Id, string? Concession, string Taxon, LocalDate Date, string Method, decimal? AreaKm2, int Estimate, int LowerBound, int? Counted,
    IReadOnlyList<SurveyClassAnswer> Classes, CeilingAnswer Ceiling, LegalBasis? Basis, string Law, int Revision, Instant RecordedAt, string? Reason,
    bool? Provisional)
{
    internal static SurveyAnswer Of(SurveyReading reading)
    {
        var (revision, survey) = (reading.Reading.Selected, reading.Reading.Selected.Value);
        return new SurveyAnswer(
            survey.Id, reading.Concession, survey.Taxon, survey.Date, survey.Method, survey.AreaKm2, survey.Estimate, survey.LowerBound, survey.Counted,
            [.. survey.Classes.Select(one => new SurveyClassAnswer(one.Sex, one.Age, one.Animals))], CeilingAnswer.Of(reading.Ceiling), revision.Basis,
            reading.Law.Path, revision.Number, revision.RecordedAt, revision.Reason, LawWire.Provisional(reading.Reading.Provisional));
    }
}

/// <param name="AgeYears">Absent where the age was not told; without <c>max</c>, of that age and over.</param>
public sealed record SurveyClassAnswer(SurveySex Sex, AgeRange? AgeYears, int Animals);

/// <summary>What a survey carries.</summary>
/// <param name="Animals">Whole animals: the lower of the two figures that follow.</param>
/// <param name="ByPercent">By the percentage of the lower bound.</param>
/// <param name="ByOldMales">By the share of the old males; absent where the survey tells no males by age, and the percentage stands alone.</param>
/// <param name="OldMales">Males known to be old; absent likewise.</param>
/// <param name="MaybeOldMales">Animals that may be old males, and are not counted as such.</param>
/// <param name="Survey">The survey's revision, where a quota rests on it.</param>
/// <param name="SurveyedOn">The day of the count, likewise.</param>
/// <param name="Stale">Whether it is too old to carry the quota, likewise; then nothing is refused, and R27 tells of it.</param>
public sealed record CeilingAnswer(
    int Animals, int ByPercent, int? ByOldMales, int? OldMales, int MaybeOldMales, string? Survey, LocalDate? SurveyedOn, bool? Stale)
{
    internal static CeilingAnswer Of(SurveyCeiling ceiling) =>
        new(ceiling.Animals, ceiling.ByPercent, ceiling.ByOldMales, ceiling.OldMales, ceiling.MaybeOldMales, null, null, null);

    /// <summary>What a quota rests on; null when it rests on nothing.</summary>
    internal static CeilingAnswer? Of(QuotaSurvey? survey) =>
        survey is null ? null : Of(survey.Ceiling) with { Survey = survey.Law.Path, SurveyedOn = survey.Survey.Date, Stale = survey.Stale };
}
