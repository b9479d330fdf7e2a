using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Zones;

/// <summary>Answers what a zone is: the version that rules on the date asked about; without a date also the next or the last one.</summary>
public sealed class ReadZone(LawLibrary library, LegalCalendar calendar)
{
    public async Task<Outcome<ZoneReading>> RunAsync(string concession, string zone, LawQuery query, CancellationToken cancellationToken)
    {
        var outcome = await library.RequireConcessionAsync(concession, LawFreshness.Cached, cancellationToken);
        if (outcome is not Outcome<ConcessionReading>.Done { Value: var law }) return outcome.Refused<ConcessionReading, ZoneReading>();
        if (!law.Concession.Zones.TryGetValue(zone, out var series)) return Refusal.NotFound("zone");
        var version = VersionReading<ZoneTerms>.Of(concession, zone, series, query, calendar.Today(law.National, law.Concession), calendar);
        if (version is null) return Refusal.NotFound("zone-version");
        return new Outcome<ZoneReading>.Done(await ZoneReading.OfAsync(version, library, cancellationToken), ETag: version.ETag);
    }
}
