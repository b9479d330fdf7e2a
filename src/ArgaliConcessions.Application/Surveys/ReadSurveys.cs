using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Application.Surveys;

/// <summary>Answers the surveys of the country or of a concession.</summary>
public sealed class ReadSurveys(LawLibrary library, LegalCalendar calendar)
{
    /// <summary>The surveys by date; those counted by the date asked about, if one was. One by its id where named.</summary>
    /// <param name="concession">Null for the surveys of the country.</param>
    public async Task<Outcome<IReadOnlyList<SurveyReading>>> RunAsync(string? concession, string? id, LawQuery query, CancellationToken cancellationToken)
    {
        var outcome = await SurveyHome.ReadAsync(library, concession, LawFreshness.Cached, cancellationToken);
        if (outcome is not Outcome<SurveyHome>.Done { Value: var home }) return outcome.Refused<SurveyHome, IReadOnlyList<SurveyReading>>();
        IReadOnlyList<SurveyReading> surveys =
        [
            .. home.Surveys.Where(survey => id is null || survey.Key == id)
                .Select(survey => RevisionReading<Survey>.Of(survey.Value, query, calendar)).OfType<RevisionReading<Survey>>()
                .Where(reading => !(reading.Selected.Value.Date > query.On))
                .OrderBy(reading => reading.Selected.Value.Date).ThenBy(reading => reading.Selected.Value.Id, StringComparer.Ordinal)
                .Select(reading => SurveyReading.Of(home, reading, query.Knowledge)),
        ];
        if (id is null) return new Outcome<IReadOnlyList<SurveyReading>>.Done(surveys);
        return surveys is [var one] ? new Outcome<IReadOnlyList<SurveyReading>>.Done(surveys, ETag: one.Reading.ETag) : Refusal.NotFound("survey");
    }
}
