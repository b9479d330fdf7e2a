using System.Collections.Immutable;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Permits.Issue;

/// <summary>What there is to choose from when a permit of a concession's hunting year is written.</summary>
/// <param name="Lines">Its quota lines with what stands on them, by id.</param>
/// <param name="Zones">Its hunting zones that are in force on a day of the year, by id.</param>
/// <param name="Outfitters">Who may be named: its holders in that year, and who has a share of a line.</param>
public sealed record IssueOffers(
    string Concession, ConcessionTerms Terms, HuntingYear Year, TaxonTree Taxa, ImmutableArray<QuotaLineStanding> Lines, ImmutableArray<OfferedZone> Zones,
    ImmutableArray<LocalizedNames> Outfitters);

/// <summary>A zone that a permit may name.</summary>
public sealed record OfferedZone(string Id, LocalizedNames Names);

/// <summary>Reads what a clerk may choose from. It proposes; what is lawful, the checks of the issue say.</summary>
public sealed class ReadIssueOffers(LawLibrary library, LineRegister lines)
{
    public async Task<Outcome<IssueOffers>> RunAsync(string concession, string year, CancellationToken cancellationToken)
    {
        var outcome = await library.RequireConcessionAsync(concession, LawFreshness.Cached, cancellationToken);
        if (outcome is not Outcome<ConcessionReading>.Done { Value: var law }) return outcome.Refused<ConcessionReading, IssueOffers>();
        if (law.National.Years.GetValueOrDefault(year)?.Latest.Value is not { } hunting) return Refusal.NotFound("year");
        var found = await lines.ListAsync(concession, year, cancellationToken);
        ImmutableArray<QuotaLineStanding> standing = [.. found.Select(l => QuotaLineStanding.Of(concession, year, l, LawKnowledge.Everything)).OfType<QuotaLineStanding>()];
        var terms = law.Concession.Terms.Latest.Value;
        return new Outcome<IssueOffers>.Done(new IssueOffers(
            concession, terms, hunting, law.National.Authority.Latest.Value.TaxonTree, standing, Zones(law.Concession, hunting), Outfitters(terms, hunting, standing)));
    }

    private static ImmutableArray<OfferedZone> Zones(ConcessionLaw law, HuntingYear year) =>
    [
        .. law.Zones.OrderBy(z => z.Key, StringComparer.Ordinal)
            .Select(z => (Id: z.Key, Version: z.Value.During(year.Span, LawKnowledge.Everything).LastOrDefault()))
            .Where(z => z.Version?.Value.Kind == ZoneKind.Hunting)
            .Select(z => new OfferedZone(z.Id, z.Version!.Value.Names)),
    ];

    private static ImmutableArray<LocalizedNames> Outfitters(ConcessionTerms terms, HuntingYear year, IEnumerable<QuotaLineStanding> lines) =>
    [
        .. terms.Holders.Where(h => h.From <= year.To && !(h.To < year.From)).Select(h => h.Names)
            .Concat(lines.SelectMany(l => l.Selected.Value.Outfitters ?? []).Select(o => o.Names))
            .DistinctBy(names => names.ToString(), StringComparer.Ordinal),
    ];
}
