using System.Collections.Immutable;
using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Compliance.Reports;

/// <summary>Builds a run's report from its partial results and the law as the run knew it.</summary>
public sealed class BuildReport(RunBook runs, RunResults results, SweepHealth health, LawLibrary library)
{
    /// <param name="id">A run's id, or <c>latest</c> for the last complete one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The report; <c>run-not-found</c>, or <c>run-not-complete</c> while it is under way or when it failed.</returns>
    public async Task<Outcome<ReportModel>> RunAsync(string id, CancellationToken cancellationToken)
    {
        var latest = await runs.LatestAsync(cancellationToken);
        var run = id == RunRows.Latest || id == latest?.Id ? latest : await runs.FindAsync(id, cancellationToken);
        if (run is null) return Refusal.NotFound("run");
        if (run is not { State: RunState.Complete, Totals: { } totals, LawKnownAt: { } knownAt }) return Refusal.Because(RefusalKind.Conflict, "run-not-complete");
        if (await library.NationalAsync(LawFreshness.Cached, cancellationToken) is not { } national) return LawRefusals.NoAuthority;
        var knowledge = new LawKnowledge(knownAt);
        var places = await results.ListAsync(run.Id, cancellationToken).ToListAsync(cancellationToken);
        var findings = await ReportFindings.ReadAsync(results.FindingsAsync(run.Id, cancellationToken), cancellationToken);
        var report = new ReportModel
        {
            Authority = (national.Law.Authority.As(knowledge) ?? national.Law.Authority.All[0]).Value,
            Run = run,
            Totals = totals,
            // Who asks for an old run does not ask how the sweep is today.
            Warnings = run.Id == latest?.Id ? await health.ReadAsync(cancellationToken) : new SweepStanding(run, null, IsLate: false),
        };
        return new Outcome<ReportModel>.Done(findings.AddTo(await WithPlacesAsync(report, places, national.Law, knowledge, cancellationToken)));
    }

    /// <summary>Every finding of a run, as it stood at its end: standing, waived and resolved by it.</summary>
    public IAsyncEnumerable<Finding> FindingsAsync(string run, CancellationToken cancellationToken) => results.FindingsAsync(run, cancellationToken);

    private async Task<ReportModel> WithPlacesAsync(
        ReportModel report, List<PlaceResult> places, NationalLaw law, LawKnowledge knowledge, CancellationToken cancellationToken)
    {
        var judged = places.Where(place => place.IsLedger && !place.Sealed).Select(place => place.Year!).ToHashSet(StringComparer.Ordinal);
        var years = law.Years.Where(year => judged.Contains(year.Key)).OrderBy(year => year.Key, StringComparer.Ordinal)
            .Select(year => (year.Value.As(knowledge) ?? year.Value.All[0]).Value).ToImmutableArray();
        var concessions = ImmutableArray.CreateBuilder<ReportConcession>();
        foreach (var group in places.Where(place => place.Concession is not null).GroupBy(place => place.Concession!).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (await library.ReadAsync(group.Key, LawFreshness.Cached, cancellationToken) is { } reading)
            {
                concessions.Add(ConcessionChapter.Of(reading.Book, [.. group], years, knowledge, report.DataAsOf.From));
            }
        }
        return report with
        {
            Years = years,
            Concessions = concessions.ToImmutable(),
            Rules = RuleTable.Of(places),
            NationalQuotas = NationalChapter.Of(places, law, report.Authority.TaxonTree, knowledge),
            NotJudged = [.. places.SelectMany(place => place.Unanswered.Select(count => new ReportNotJudged(place.Concession, place.Year, count)))],
        };
    }
}
