using System.Collections.Immutable;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Compliance.Sweeping;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Compliance.Reports;

/// <summary>The national quotas of the years judged, with what all ledgers together issued and took.</summary>
internal static class NationalChapter
{
    public static ImmutableArray<QuotaBar> Of(IEnumerable<PlaceResult> places, NationalLaw law, TaxonTree taxa, LawKnowledge knowledge)
    {
        var bars = ImmutableArray.CreateBuilder<QuotaBar>();
        foreach (var year in places.Where(place => place.IsLedger).GroupBy(place => place.Year!).OrderBy(year => year.Key, StringComparer.Ordinal))
        {
            var sums = new NationalSums();
            foreach (var ledger in year) sums.Add(ledger);
            if (sums.HasRestingLedgers) continue;
            bars.AddRange(sums.Cases(year.Key, law, taxa, knowledge).Select(one =>
                new QuotaBar(one.Year, null, one.Taxon, one.Quota?.As(knowledge)?.Value.Animals, one.Tally.Issued, one.Tally.Killed, one.Tally.WoundedNotRecovered)));
        }
        return bars.ToImmutable();
    }
}
