using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Application.Seasons;

/// <summary>Lists a concession's seasons whose versions rule on the date asked about, today by default, by id; open on that day or not.</summary>
public sealed class ListSeasons(LawLibrary library, LegalCalendar calendar)
{
    public async Task<Outcome<IReadOnlyList<VersionReading<SeasonTerms>>>> RunAsync(string concession, LawQuery query, CancellationToken cancellationToken)
    {
        var outcome = await library.RequireConcessionAsync(concession, LawFreshness.Cached, cancellationToken);
        return outcome.Map<ConcessionReading, IReadOnlyList<VersionReading<SeasonTerms>>>(law =>
        [
            .. law.Concession.Seasons.OrderBy(s => s.Key, StringComparer.Ordinal)
                .Select(s => VersionReading<SeasonTerms>.Of(concession, s.Key, s.Value, query, calendar.Today(law.National, law.Concession), calendar))
                .OfType<VersionReading<SeasonTerms>>().Where(v => v.InForce),
        ]);
    }
}
