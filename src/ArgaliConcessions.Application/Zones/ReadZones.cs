using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Zones;

/// <summary>Answers what a concession's zones are: one, or all that rule on a date.</summary>
public sealed class ReadZones(LawLibrary library, LegalCalendar calendar)
{
    /// <summary>One zone: the version that rules on the date asked about; without a date also the next or the last one.</summary>
    public async Task<Outcome<ZoneReading>> RunAsync(string concession, string zone, LawQuery query, CancellationToken cancellationToken)
    {
        var outcome = await library.RequireConcessionAsync(concession, LawFreshness.Cached, cancellationToken);
        if (outcome is not Outcome<ConcessionReading>.Done { Value: var law }) return outcome.Refused<ConcessionReading, ZoneReading>();
        if (!law.Concession.Zones.TryGetValue(zone, out var series)) return Refusal.NotFound("zone");
        var version = VersionReading<ZoneTerms>.Of(concession, zone, series, query, calendar.Today(law.National, law.Concession), calendar);
        if (version is null) return Refusal.NotFound("zone-version");
        return new Outcome<ZoneReading>.Done(await WithShapeAsync(version, cancellationToken), ETag: version.ETag);
    }

    /// <summary>The zones that rule on the date asked about, today by default, by id.</summary>
    public async Task<Outcome<IReadOnlyList<ZoneReading>>> RunAsync(string concession, LawQuery query, CancellationToken cancellationToken)
    {
        var outcome = await library.RequireConcessionAsync(concession, LawFreshness.Cached, cancellationToken);
        if (outcome is not Outcome<ConcessionReading>.Done { Value: var law }) return outcome.Refused<ConcessionReading, IReadOnlyList<ZoneReading>>();
        var today = calendar.Today(law.National, law.Concession);
        var zones = new List<ZoneReading>();
        foreach (var (id, series) in law.Concession.Zones.OrderBy(z => z.Key, StringComparer.Ordinal))
        {
            var version = VersionReading<ZoneTerms>.Of(concession, id, series, query, today, calendar);
            if (version is { InForce: true }) zones.Add(await WithShapeAsync(version, cancellationToken));
        }

        return new Outcome<IReadOnlyList<ZoneReading>>.Done(zones);
    }

    private async Task<ZoneReading> WithShapeAsync(VersionReading<ZoneTerms> version, CancellationToken cancellationToken)
    {
        var hash = version.Selected.Value.GeometryHash;
        var boundary = await library.BoundaryAsync(version.Concession, hash, cancellationToken)
            ?? throw new RecordStoreException($"The shape {hash} of zone {version.Concession}/{version.Id} is missing.");
        return new ZoneReading(version, boundary);
    }
}
