using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>
/// A sweep as a job: ledger by ledger, then each concession's zones, then the national quotas; a checkpoint after each.
/// What is done stands in the run itself, so whoever takes the job up after a crash passes over it.
/// </summary>
public sealed class SweepJob(
    RunLife life, RunResults results, DuplicateReader duplicates, LedgerDirectory ledgers, ConcessionDirectory concessions,
    LedgerSweep ledgerSweep, ZoneSweep zoneSweep, NationalSweep nationalSweep, TimeProvider time) : IJobHandler
{
    public string Kind => RunBook.JobKind;

    public async Task<JobEnd> RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        if (await life.BeginAsync(context.Job, Now, cancellationToken) is not { } run) return new JobEnd.Yielded();
        if (run.State == RunState.Complete) return new JobEnd.Done();
        var beat = new SweepBeat(context, time);
        var sweep = new SweepContext(run, await duplicates.ReadAsync(cancellationToken), beat.BeatAsync);
        var parts = await PartsAsync(sweep, cancellationToken);
        for (var done = 0; done < parts.Count; done++)
        {
            await parts[done](cancellationToken);
            if (!await beat.CheckpointAsync(done + 1, parts.Count, cancellationToken)) return new JobEnd.Yielded();
        }
        await CompleteAsync(run, cancellationToken);
        return new JobEnd.Done();
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private async Task<IReadOnlyList<Func<CancellationToken, Task>>> PartsAsync(SweepContext sweep, CancellationToken cancellationToken)
    {
        var done = await DoneAsync(sweep.Run.Id, cancellationToken);
        var parts = new List<Func<CancellationToken, Task>>();
        await foreach (var ledger in ledgers.ListAsync(cancellationToken))
        {
            if (!done.Contains((ledger.Concession, ledger.Year))) parts.Add(token => ledgerSweep.RunAsync(sweep, ledger.Concession, ledger.Year, token));
        }
        await foreach (var concession in concessions.ConcessionsAsync(cancellationToken))
        {
            if (!done.Contains((concession, null))) parts.Add(token => zoneSweep.RunAsync(sweep, concession, token));
        }
        parts.Add(token => nationalSweep.RunAsync(sweep, token));
        return parts;
    }

    private async Task<HashSet<(string? Concession, string? Year)>> DoneAsync(string run, CancellationToken cancellationToken) =>
        await results.ListAsync(run, cancellationToken).Select(place => (place.Concession, place.Year)).ToHashSetAsync(cancellationToken: cancellationToken);

    private async Task CompleteAsync(Run run, CancellationToken cancellationToken)
    {
        var (totals, known) = (RunTotals.Zero, run.StartedAt!.Value);
        await foreach (var place in results.ListAsync(run.Id, cancellationToken))
        {
            totals = totals.Plus(place);
            known = Instant.Max(known, place.LawKnownAt);
        }
        await life.CompleteAsync(run with { State = RunState.Complete, FinishedAt = Now, Totals = totals, LawKnownAt = known }, cancellationToken);
    }
}
