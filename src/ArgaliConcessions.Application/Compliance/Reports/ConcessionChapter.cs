using System.Collections.Immutable;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Compliance.Reports;

/// <summary>One concession's part of a report.</summary>
internal static class ConcessionChapter
{
    public static ReportConcession Of(LawBook law, ImmutableArray<PlaceResult> places, ImmutableArray<HuntingYear> years, LawKnowledge knowledge, Instant runStart)
    {
        var terms = (law.Concession.Terms.As(knowledge) ?? law.Concession.Terms.All[0]).Value;
        var today = runStart.InZone(law.TimeZone(knowledge)).Date;
        var ledgers = places.Where(place => place.IsLedger && !place.Sealed).OrderBy(place => place.Year, StringComparer.Ordinal).ToList();
        return new ReportConcession
        {
            Id = law.Concession.Id,
            Terms = terms,
            Status = terms.On(today),
            Holder = terms.Holders.LastOrDefault(holder => holder.From <= today && (holder.To is not { } to || today <= to)),
            Totals = places.Aggregate(RunTotals.Zero, (sum, place) => sum.Plus(place)),
            Zones = [.. law.Concession.Zones.OrderBy(zone => zone.Key, StringComparer.Ordinal).Select(zone => ZoneOf(law, zone.Key, zone.Value, today, knowledge)).OfType<ReportZone>()],
            Seasons = [.. years.SelectMany(year => SeasonsOf(law, year, knowledge))],
            Quotas = [.. ledgers.SelectMany(ledger => ledger.Lines.Select(line => QuotaBar.Of(ledger.Year!, line)))],
        };
    }

    /// <summary>The zone for a map of a day; null where it had not begun.</summary>
    internal static ReportZone? ZoneOf(LawBook law, string id, LawSeries<ZoneTerms> versions, LocalDate today, LawKnowledge knowledge)
    {
        var current = versions.On(today, knowledge);
        var shown = current ?? versions.InForce(knowledge).LastOrDefault(version => version.ValidFrom <= today);
        if (shown is null) return null;
        var on = current is not null ? today : shown.ValidTo ?? today;
        return new ReportZone(id, shown, law.Map.Find(law.Concession.Id, id, on)?.Boundary, current is not null);
    }

    /// <summary>The open days of a hunting year, a season for each taxon.</summary>
    internal static IEnumerable<ReportSeason> SeasonsOf(LawBook law, HuntingYear year, LawKnowledge knowledge)
    {
        var taxa = law.Concession.Seasons.Values.SelectMany(season => season.During(year.Span, knowledge)).Select(version => version.Value.Taxon);
        foreach (var taxon in taxa.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            yield return new ReportSeason(year.Id, taxon, law.Seasons.Of(taxon, null, year.Span, knowledge).Spans, BansOf(law, taxon, year, knowledge));
        }
    }

    private static ImmutableArray<ReportBan> BansOf(LawBook law, string taxon, HuntingYear year, LawKnowledge knowledge)
    {
        var prefix = $"{law.Concession.Id}/";
        var zones = law.Concession.Zones.Keys.Select(zone => (string?)zone).Append(null);
        return
        [
            .. zones.SelectMany(zone => law.Closures.Covering(taxon, zone, year.Span, knowledge)).DistinctBy(ban => ban.Value.Id).OrderBy(ban => ban.Value.From)
                .Select(ban => new ReportBan(
                    LocalDate.Max(ban.Value.From, year.From), ban.Value.To is { } to ? LocalDate.Min(to, year.To) : year.To, ban.Value.Names, ban.Basis,
                    [.. ban.Value.Zones.Where(zone => zone.StartsWith(prefix, StringComparison.Ordinal)).Select(zone => zone[prefix.Length..])])),
        ];
    }
}
