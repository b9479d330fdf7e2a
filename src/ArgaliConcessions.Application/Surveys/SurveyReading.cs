using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Application.Surveys;

/// <summary>A survey as a question selected it, and what it carries by the authority's settings.</summary>
/// <param name="Concession">Null for a survey of the country.</param>
public sealed record SurveyReading(string? Concession, RevisionReading<Survey> Reading, LawRef Law, SurveyCeiling Ceiling)
{
    internal static SurveyReading Of(SurveyHome home, RevisionReading<Survey> reading, LawKnowledge knowledge)
    {
        var settings = (home.National.Authority.As(knowledge) ?? home.National.Authority.All[0]).Value.Settings;
        return new SurveyReading(home.Concession?.Id, reading, home.RefOf(reading.Selected), SurveyCeiling.Of(reading.Selected.Value, settings));
    }
}

/// <summary>Where surveys lie: with the country's law or with a concession's.</summary>
/// <param name="Concession">Null for the country.</param>
internal sealed record SurveyHome(NationalLaw National, ConcessionLaw? Concession)
{
    public IReadOnlyDictionary<string, Revisions<Survey>> Surveys => Concession?.Surveys ?? National.Surveys;

    public LawRef RefOf(Revision<Survey> survey) => Concession?.SurveyRef(survey) ?? NationalLaw.SurveyRef(survey);

    /// <summary>The law of a concession, or of the country; refused when there is none.</summary>
    public static async Task<Outcome<SurveyHome>> ReadAsync(
        LawLibrary library, string? concession, LawFreshness freshness, CancellationToken cancellationToken)
    {
        if (concession is null)
        {
            return await library.NationalAsync(freshness, cancellationToken) is { } national
                ? new Outcome<SurveyHome>.Done(new SurveyHome(national.Law, null))
                : LawRefusals.NoAuthority;
        }

        var outcome = await library.RequireConcessionAsync(concession, freshness, cancellationToken);
        return outcome.Map(law => new SurveyHome(law.National, law.Concession));
    }
}
