using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>What the ledgers of one hunting year come to, by taxon: added up from the run's partial results.</summary>
public sealed class NationalSums
{
    private readonly Dictionary<string, (int Allocated, LineTally Tally)> byTaxon = new(StringComparer.Ordinal);

    /// <summary>At least one ledger of the year was not judged: the sums are not whole.</summary>
    public bool HasRestingLedgers { get; private set; }

    public void Add(PlaceResult ledger)
    {
        HasRestingLedgers |= ledger.Sealed;
        foreach (var line in ledger.Lines)
        {
            var sum = byTaxon.GetValueOrDefault(line.Taxon, (Allocated: 0, Tally: LineTally.Empty));
            byTaxon[line.Taxon] = (sum.Allocated + line.Animals, sum.Tally.Plus(line.Tally));
        }
    }

    /// <summary>One case for each quota of the year, and one for each taxon at the top that has permits or lines but no quota above or below it.</summary>
    public IEnumerable<NationalCase> Cases(string year, NationalLaw law, TaxonTree taxa, LawKnowledge knowledge)
    {
        var quotas = law.NationalQuotas.Where(quota => quota.Key.Year == year).ToDictionary(quota => quota.Key.Taxon, quota => quota.Value, StringComparer.Ordinal);
        var shares = quotas.Values.Select(quota => quota.As(knowledge)).OfType<Revision<NationalQuota>>().Select(QuotaShare.Of).ToList();
        var surveys = SurveyBook.Of(law, year, knowledge);
        var without = byTaxon.Keys.Where(taxon => !taxa.SelfAndAncestors(taxon).Any(quotas.ContainsKey)).Select(taxon => taxa.SelfAndAncestors(taxon).Last());
        foreach (var taxon in quotas.Keys.Concat(without).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (allocated, tally) = Covered(taxon, taxa);
            yield return new NationalCase(year, taxon, quotas.GetValueOrDefault(taxon), allocated, tally, knowledge) { Surveys = surveys, Shares = shares };
        }
    }

    /// <summary>A parent's sums hold those of its children.</summary>
    private (int Allocated, LineTally Tally) Covered(string taxon, TaxonTree taxa) =>
        byTaxon.Where(sum => taxa.Covers(taxon, sum.Key)).OrderBy(sum => sum.Key, StringComparer.Ordinal)
            .Aggregate((Allocated: 0, Tally: LineTally.Empty), (all, sum) => (all.Allocated + sum.Value.Allocated, all.Tally.Plus(sum.Value.Tally)));
}
