using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Application.Surveys;

/// <summary>Records a survey of the country or of a concession, or corrects one.</summary>
public sealed class PutSurvey(LawLibrary library, ChainWriter chain, LegalCalendar calendar)
{
    /// <param name="concession">Null for a survey of the country.</param>
    public async Task<Outcome<SurveyReading>> RunAsync(
        string? concession, RevisionDraft<Survey> draft, Precondition condition, Actor actor, CancellationToken cancellationToken)
    {
        var outcome = await SurveyHome.ReadAsync(library, concession, LawFreshness.Checked, cancellationToken);
        if (outcome is not Outcome<SurveyHome>.Done { Value: var home }) return outcome.Refused<SurveyHome, SurveyReading>();
        var today = home.Concession is { } law ? calendar.Today(home.National, law) : calendar.Today(home.National);
        if (SurveyChecks.Judge(draft.Value, home.National, today) is { } refusal) return refusal;
        var partition = concession is null ? Partitions.Law : Partitions.Concession(concession);
        var recorded = await chain.DecideAsync<RevisionReading<Survey>>(library, partition, actor, async (context, token) =>
        {
            var now = await SurveyHome.ReadAsync(library, concession, LawFreshness.Checked, token);
            var standing = now is Outcome<SurveyHome>.Done { Value.Surveys: var surveys } ? surveys.GetValueOrDefault(draft.Value.Id) : null;
            return LawDecisions.Revise("survey-recorded", standing, draft, condition, context.RecordedAt, number => RowOf(concession, draft.Value.Id, number));
        }, cancellationToken);
        return recorded.Map(reading => SurveyReading.Of(home, reading, LawKnowledge.Everything));
    }

    private static string RowOf(string? concession, string survey, int revision) =>
        concession is null ? LawRows.NationalSurvey(survey, revision) : LawRows.ConcessionSurvey(survey, revision);
}
