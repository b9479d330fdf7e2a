using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Application.Seasons;

/// <summary>Answers what a concession's seasons are: one, or all that rule on a date.</summary>
public sealed class ReadSeasons(LawLibrary library, LegalCalendar calendar)
{
    /// <summary>One season: the version that rules on the date asked about; without a date also the next or the last one.</summary>
    public async Task<Outcome<VersionReading<SeasonTerms>>> RunAsync(string concession, string season, LawQuery query, CancellationToken cancellationToken)
    {
        var outcome = await library.RequireConcessionAsync(concession, LawFreshness.Cached, cancellationToken);
        if (outcome is not Outcome<ConcessionReading>.Done { Value: var law }) return outcome.Refused<ConcessionReading, VersionReading<SeasonTerms>>();
        if (!law.Concession.Seasons.TryGetValue(season, out var series)) return Refusal.NotFound("season");
        var version = VersionReading<SeasonTerms>.Of(concession, season, series, query, calendar.Today(law.National, law.Concession), calendar);
        return version is null ? Refusal.NotFound("season-version") : new Outcome<VersionReading<SeasonTerms>>.Done(version, ETag: version.ETag);
    }

    /// <summary>The seasons whose versions rule on the date asked about, today by default, by id; open on that day or not.</summary>
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
