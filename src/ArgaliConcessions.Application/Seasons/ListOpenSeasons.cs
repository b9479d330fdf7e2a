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
            if (await library.ReadAsync(concession, LawFreshness.Cached, cancellationToken) is { } law) open.AddRange(OpenIn(law.Book, taxon, query));
        }

        return new Outcome<IReadOnlyList<OpenSeason>>.Done(open);
    }

    private IEnumerable<OpenSeason> OpenIn(LawBook law, string? taxon, LawQuery query)
    {
        var date = query.On ?? calendar.Today(law);
        var taxa = law.Authority(query.Knowledge).TaxonTree;
        foreach (var (id, series) in law.Concession.Seasons.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            if (series.On(date, query.Knowledge) is not { } season || (taxon is not null && !taxa.Covers(season.Value.Taxon, taxon))) continue;
            if (OpenAround(date, season) is not { } window) continue;
            var zones = ZonesOf(law, season.Value, date, query).Select(zone => (Zone: zone, Closure: ClosureOf(law, zone, season.Value.Taxon, date, query))).ToList();
            yield return new OpenSeason(
                law.Concession.Id, id, season, window, [.. zones.Where(z => z.Closure is null).Select(z => z.Zone)],
                zones.Where(z => z.Closure is not null).ToImmutableDictionary(z => z.Zone, z => z.Closure!, StringComparer.Ordinal));
        }
    }

    /// <summary>The window that holds the date, cut to the days on which the version rules.</summary>
    private static DateInterval? OpenAround(LocalDate date, LawVersion<SeasonTerms> season)
    {
        var window = season.Value.Windows.SelectMany(w => w.Occurrences(new DateInterval(date, date))).FirstOrDefault();
        if (window is null) return null;
        var last = season.ValidTo is { } to ? LocalDate.Min(to, window.End) : window.End;
        return new DateInterval(LocalDate.Max(season.ValidFrom, window.Start), last);
    }

    private static IEnumerable<string> ZonesOf(LawBook law, SeasonTerms season, LocalDate date, LawQuery query) =>
        law.Concession.Zones.Where(z => season.Covers(z.Key) && z.Value.On(date, query.Knowledge)?.Value.Kind == ZoneKind.Hunting)
            .Select(z => z.Key).Order(StringComparer.Ordinal);

    private static Revision<Closure>? ClosureOf(LawBook law, string zone, string taxon, LocalDate date, LawQuery query) =>
        law.Closures.Covering(taxon, zone, new DateInterval(date, date), query.Knowledge).FirstOrDefault();
}

/// <summary>A season that has an open window on the day asked about.</summary>
/// <param name="Window">The window's days around that day.</param>
/// <param name="Zones">The hunting zones that are open.</param>
/// <param name="ClosedZones">The hunting zones that would be open but for a closure.</param>
public sealed record OpenSeason(
    string Concession, string Season, LawVersion<SeasonTerms> Version, DateInterval Window, ImmutableArray<string> Zones,
    ImmutableDictionary<string, Revision<Closure>> ClosedZones);
