using System.Collections.Immutable;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Seasons;

/// <summary>Answers what is open on a day: season by season, with the zones that a closure takes away.</summary>
public sealed class ListOpenSeasons(LawLibrary library, ConcessionDirectory directory, LegalCalendar calendar)
{
    /// <param name="taxon">Only seasons for this taxon (or one that it is part of); null for all.</param>
    public async Task<Outcome<IReadOnlyList<OpenSeason>>> RunAsync(string? taxon, LawQuery query, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Cached, cancellationToken) is not { } national) return LawRefusals.NoAuthority;
        if (taxon is not null && national.Law.Authority.Latest.Value.TaxonTree.Find(taxon) is null) return Refusal.NotFound("taxon");
        var open = new List<OpenSeason>();
        await foreach (var concession in directory.ConcessionsAsync(cancellationToken))
        {
            if (await library.ConcessionAsync(concession, LawFreshness.Cached, cancellationToken) is { } law) open.AddRange(OpenIn(law, taxon, query));
        }

        return new Outcome<IReadOnlyList<OpenSeason>>.Done(open);
    }

    private IEnumerable<OpenSeason> OpenIn(ConcessionReading law, string? taxon, LawQuery query)
    {
        var date = query.On ?? calendar.Today(law.National, law.Concession);
        var taxa = law.National.Authority.Latest.Value.TaxonTree;
        foreach (var (id, series) in law.Concession.Seasons.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            if (series.On(date, query.Knowledge) is not { } season || (taxon is not null && !taxa.Covers(season.Value.Taxon, taxon))) continue;
            var span = season.Value.Windows.SelectMany(w => w.Occurrences(new DateInterval(date, date))).FirstOrDefault();
            if (span is null) continue;
            var zones = ZonesOf(law, season.Value, date, query);
            var closed = zones.Select(zone => (Zone: zone, Closure: ClosureOf(law, zone, season.Value.Taxon, date, query))).Where(z => z.Closure is not null)
                .ToImmutableDictionary(z => z.Zone, z => z.Closure!, StringComparer.Ordinal);
            yield return new OpenSeason(law.Concession.Id, id, season, span, [.. zones.Where(z => !closed.ContainsKey(z))], closed);
        }
    }

    private static List<string> ZonesOf(ConcessionReading law, SeasonTerms season, LocalDate date, LawQuery query) =>
        [.. law.Concession.Zones.Where(z => season.Covers(z.Key) && z.Value.On(date, query.Knowledge)?.Value.Kind == ZoneKind.Hunting)
            .Select(z => z.Key).Order(StringComparer.Ordinal)];

    private static Revision<Closure>? ClosureOf(ConcessionReading law, string zone, string taxon, LocalDate date, LawQuery query)
    {
        var taxa = law.National.Authority.Latest.Value.TaxonTree;
        var region = law.Concession.Terms.As(query.Knowledge)?.Value.Region;
        return law.National.Closures.Values.Select(c => c.As(query.Knowledge)).OfType<Revision<Closure>>()
            .FirstOrDefault(c => Closes(c.Value, law.Concession.Id, region, zone, taxon, taxa, date));
    }

    private static bool Closes(Closure closure, string concession, string? region, string zone, string taxon, TaxonTree taxa, LocalDate date) =>
        closure.From <= date && !(closure.To < date)
        && (closure.Taxa.IsEmpty || closure.Taxa.Any(t => taxa.Covers(t, taxon)))
        && (closure.Concessions.IsEmpty || closure.Concessions.Contains(concession, StringComparer.Ordinal))
        && (closure.Regions.IsEmpty || (region is not null && closure.Regions.Contains(region, StringComparer.Ordinal)))
        && (closure.Zones.IsEmpty || closure.Zones.Contains($"{concession}/{zone}", StringComparer.Ordinal));
}

/// <summary>A season that has an open window on the day asked about.</summary>
/// <param name="Window">The window's days around that day.</param>
/// <param name="Zones">The hunting zones that are open.</param>
/// <param name="ClosedZones">The hunting zones that would be open but for a closure.</param>
public sealed record OpenSeason(
    string Concession, string Season, LawVersion<SeasonTerms> Version, DateInterval Window, ImmutableArray<string> Zones,
    ImmutableDictionary<string, Revision<Closure>> ClosedZones);
