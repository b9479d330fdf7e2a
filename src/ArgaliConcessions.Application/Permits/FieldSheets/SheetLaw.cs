using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Application.Permits.FieldSheets;

/// <summary>The law of a sheet's days: zones, seasons, bans.</summary>
internal static class SheetLaw
{
    private static readonly LawKnowledge Known = LawKnowledge.Everything;

    public static FieldSheet AddTo(LawBook law, FieldSheet sheet)
    {
        var zones = ZoneOnDays.Of(law, sheet.Days).ToList();
        var taxa = law.Concession.Seasons.Values.SelectMany(s => sheet.Years.SelectMany(y => s.During(y.Span, Known))).Select(v => v.Value.Taxon)
            .Concat(sheet.Permits.Open.Concat(sheet.Permits.Ended).Select(p => p.Animal.Taxon)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        string[] hunting = [.. zones.Where(z => !z.IsClosed).Select(z => z.Id).Distinct(StringComparer.Ordinal)];
        return sheet with
        {
            Zones = [.. zones.Take(ZoneOnDays.Most)],
            ZoneCount = zones.Count,
            Seasons = [.. sheet.Years.SelectMany(year => taxa.SelectMany(taxon => SeasonsOf(law, year, taxon, hunting)))],
            Closures = [.. law.Authority(Known).Taxa.Select(t => t.Id).Union(taxa, StringComparer.Ordinal).SelectMany(taxon => BansOn(law, taxon, sheet.Days))
                .DistinctBy(c => c.Value.Id).OrderBy(c => c.Value.From).ThenBy(c => c.Value.Id, StringComparer.Ordinal)],
        };
    }

    private static IEnumerable<Revision<Closure>> BansOn(LawBook law, string taxon, DateInterval days) =>
        law.Concession.Zones.Keys.Select(z => (string?)z).Append(null).SelectMany(zone => law.Closures.Covering(taxon, zone, days, Known));

    /// <summary>Zones with the same open days share a row.</summary>
    private static IEnumerable<SheetSeason> SeasonsOf(LawBook law, HuntingYear year, string taxon, string[] zones)
    {
        if (zones.Length == 0) return [new SheetSeason(year, taxon, [], law.Seasons.Of(taxon, null, year.Span, Known))];
        return zones.Select(zone => (Zone: zone, Open: law.Seasons.Of(taxon, zone, year.Span, Known))).GroupBy(z => z.Open)
            .Select(g => new SheetSeason(year, taxon, [.. g.Select(z => z.Zone)], g.Key));
    }
}
