using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Zones;

/// <summary>Lists a concession's zones that rule on the date asked about, today by default, by id.</summary>
public sealed class ListZones(LawLibrary library, LegalCalendar calendar)
{
    public async Task<Outcome<IReadOnlyList<ZoneReading>>> RunAsync(string concession, LawQuery query, CancellationToken cancellationToken)
    {
        var outcome = await library.RequireConcessionAsync(concession, LawFreshness.Cached, cancellationToken);
        if (outcome is not Outcome<ConcessionReading>.Done { Value: var law }) return outcome.Refused<ConcessionReading, IReadOnlyList<ZoneReading>>();
        var today = calendar.Today(law.National, law.Concession);
        var zones = new List<ZoneReading>();
        foreach (var (id, series) in law.Concession.Zones.OrderBy(z => z.Key, StringComparer.Ordinal))
        {
            var version = VersionReading<ZoneTerms>.Of(concession, id, series, query, today, calendar);
            if (version is { InForce: true }) zones.Add(await ZoneReading.OfAsync(version, library, cancellationToken));
        }

        return new Outcome<IReadOnlyList<ZoneReading>>.Done(zones);
    }
}
