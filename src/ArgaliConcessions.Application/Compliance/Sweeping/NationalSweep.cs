using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>Judges the national quotas of every hunting year whose ledgers the run has all judged.</summary>
public sealed class NationalSweep(IRecordStore store, LedgerLaws laws, LawLibrary library, FindingWriter writer, RunResults results, RunFindings findings)
{
    public async Task RunAsync(SweepContext sweep, CancellationToken cancellationToken)
    {
        var horizon = await laws.HorizonAsync([Partitions.Law], cancellationToken);
        if (await library.NationalAsync(LawFreshness.Checked, cancellationToken) is not { } reading) return;
        var sums = new SortedDictionary<string, NationalSums>(StringComparer.Ordinal);
        await foreach (var ledger in results.ListAsync(sweep.Run.Id, RunRows.Ledgers, cancellationToken))
        {
            if (!sums.TryGetValue(ledger.Year!, out var sum)) sums[ledger.Year!] = sum = new NationalSums();
            sum.Add(ledger);
            horizon = Instant.Max(horizon, ledger.LawKnownAt);
        }
        foreach (var year in YearsWithQuota(reading.Law).Where(year => !sums.ContainsKey(year)).ToList()) sums[year] = new NationalSums();
        foreach (var (year, sum) in sums.Where(one => !one.Value.HasRestingLedgers))
        {
            await JudgeAsync(sweep, year, sum, reading, new LawKnowledge(horizon), cancellationToken);
        }
    }

    private async Task JudgeAsync(
        SweepContext sweep, string year, NationalSums sums, NationalReading reading, LawKnowledge knowledge, CancellationToken cancellationToken)
    {
        var authority = reading.Law.Authority.Latest.Value;
        var place = FindingPlace.NationalIn(authority.Country, year);
        if (await results.FindAsync(sweep.Run.Id, place, cancellationToken) is not null) return;
        var before = sweep.Run.Previous is { } previous ? await results.FindAsync(previous, place, cancellationToken) : null;
        var diff = await FindingDiff.OpenAsync(store, writer, sweep, place, cancellationToken);
        var tally = new PlaceTally();
        tally.Add(await diff.TakeAsync(Judge(reading.Law), AgainAsync, cancellationToken));
        await diff.ResolveAsync(async (_, hash, token) => (await AgainAsync(token)).Find(hash) is null, before?.JudgedAt, cancellationToken);
        var result = new PlaceResult { Owner = place.Owner, Year = year, JudgedAt = sweep.StartedAt, LawKnownAt = knowledge.KnownAt };
        await findings.FinishAsync(sweep, place, tally.AddTo(result) with { Lines = [] }, cancellationToken);

        RuleAnswers Judge(NationalLaw law) => RuleAnswers.Of(
            from one in sums.Cases(year, law, authority.TaxonTree, knowledge)
            from rule in RuleBook.NationalRules
            from answer in rule.Judge(one)
            select (rule.Info, answer));

        async Task<RuleAnswers> AgainAsync(CancellationToken token) => Judge((await library.NationalAsync(LawFreshness.Checked, token) ?? reading).Law);
    }

    private static IEnumerable<string> YearsWithQuota(NationalLaw law) =>
        law.NationalQuotas.Keys.Select(key => key.Year).Where(year => law.Years.GetValueOrDefault(year)?.Latest.Value.Sealed != true).Distinct(StringComparer.Ordinal);
}
