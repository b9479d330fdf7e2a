using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Application.Seasons;

/// <summary>Answers what a season is: the version that rules on the date asked about; without a date also the next or the last one.</summary>
public sealed class ReadSeason(LawLibrary library, LegalCalendar calendar)
{
    public async Task<Outcome<VersionReading<SeasonTerms>>> RunAsync(string concession, string season, LawQuery query, CancellationToken cancellationToken)
    {
        var outcome = await library.RequireConcessionAsync(concession, LawFreshness.Cached, cancellationToken);
        if (outcome is not Outcome<ConcessionReading>.Done { Value: var law }) return outcome.Refused<ConcessionReading, VersionReading<SeasonTerms>>();
        if (!law.Concession.Seasons.TryGetValue(season, out var series)) return Refusal.NotFound("season");
        var version = VersionReading<SeasonTerms>.Of(concession, season, series, query, calendar.Today(law.National, law.Concession), calendar);
        return version is null ? Refusal.NotFound("season-version") : new Outcome<VersionReading<SeasonTerms>>.Done(version, ETag: version.ETag);
    }
}
