using System.Collections.Immutable;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Papers;

/// <summary>Finds the acts that a permit rests on, as the register has them now.</summary>
internal static class PaperActs
{
    public static ImmutableArray<PaperAct> Of(Permit permit, LawBook law, LineRow? line, DateInterval days) =>
        [.. Quotas(permit, law, line), .. Seasons(permit, law, days), .. Concession(law), .. Zones(permit, law, days)];

    private static IEnumerable<PaperAct> Quotas(Permit permit, LawBook law, LineRow? line)
    {
        if (line is null) yield break;
        if (law.National.NationalQuotas.GetValueOrDefault((permit.Year, line.QuotaTaxon)) is { } quota) yield return new PaperAct(PaperActOf.NationalQuota, NationalLaw.QuotaRef(quota.Latest));
        yield return new PaperAct(PaperActOf.Line, new LawRef(
            FormattableString.Invariant($"ledger/{permit.Concession}/{permit.Year}/line/{permit.Line}@{line.Revision.Number}"), line.Revision.Basis));
    }

    /// <summary>The seasons that open a day of the permit in one of its zones.</summary>
    private static IEnumerable<PaperAct> Seasons(Permit permit, LawBook law, DateInterval days)
    {
        if (!law.National.Years.TryGetValue(permit.Year, out var year)) return [];
        return permit.Zones.Select(z => (string?)z).DefaultIfEmpty()
            .SelectMany(zone => law.Seasons.Of(permit.Animal.Taxon, zone, year.Latest.Value.Span, LawKnowledge.Everything).Spans)
            .Where(span => span.From <= days.End && days.Start <= span.To).SelectMany(span => span.Laws)
            .Distinct().OrderBy(l => l.Path, StringComparer.Ordinal).Select(l => new PaperAct(PaperActOf.Season, l));
    }

    private static IEnumerable<PaperAct> Concession(LawBook law)
    {
        var terms = law.Concession.Terms.Latest;
        return terms.Basis is null ? [] : [new PaperAct(PaperActOf.Concession, law.Concession.TermsRef(terms))];
    }

    private static IEnumerable<PaperAct> Zones(Permit permit, LawBook law, DateInterval days) =>
        ZoneOnDays.Of(law, days).Where(z => permit.Zones.Contains(z.Id, StringComparer.Ordinal))
            .Select(z => new PaperAct(PaperActOf.Zone, law.Concession.ZoneRef(z.Id, z.Version.Number, z.Version.Basis)));
}
