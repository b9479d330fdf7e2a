using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>
/// Compares what a run flags in one place with what is known there, and writes the difference. What is new or gone is
/// asked a second time first, since the range read that showed it was no snapshot.
/// </summary>
public sealed class FindingDiff(KnownFindings known, FindingWriter writer, SweepContext sweep, FindingPlace place)
{
    private readonly PendingFindings pending = new();

    public static async Task<FindingDiff> OpenAsync(
        IRecordStore store, FindingWriter writer, SweepContext sweep, FindingPlace place, CancellationToken cancellationToken) =>
        new(await KnownFindings.ReadAsync(store, place.Partition, cancellationToken), writer, sweep, place);

    /// <summary>Takes in what rules said of a subject.</summary>
    /// <param name="first">What they said.</param>
    /// <param name="again">Reads the subject again and asks them again; called only when something is new or other.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What they said last.</returns>
    public async Task<RuleAnswers> TakeAsync(RuleAnswers first, Func<CancellationToken, Task<RuleAnswers>> again, CancellationToken cancellationToken)
    {
        var asExpected = first.Flagged.Count(known.Meet) == first.Flagged.Count;
        if (asExpected) return first;
        var second = await again(cancellationToken);
        foreach (var flagged in second.Flagged.Where(one => !known.Meet(one) && first.Find(one.Hash) is not null))
        {
            await AddAsync(new PendingFinding(flagged.Hash, flagged), cancellationToken);
        }
        return second;
    }

    /// <summary>Resolves what this run has not met.</summary>
    /// <param name="isGone">Asks again: whether the subject (a permit's number where it is one) no longer gives this finding.</param>
    /// <param name="lastSeen">When the last run that judged the place began.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task ResolveAsync(Func<string?, string, CancellationToken, Task<bool>> isGone, Instant? lastSeen, CancellationToken cancellationToken)
    {
        foreach (var (hash, permit) in known.Missed())
        {
            if (await isGone(permit, hash, cancellationToken)) await AddAsync(new PendingFinding(hash, null, lastSeen), cancellationToken);
        }
        await FlushAsync(cancellationToken);
    }

    private async Task AddAsync(PendingFinding change, CancellationToken cancellationToken)
    {
        pending.Add(change);
        if (pending.IsFull) await FlushAsync(cancellationToken);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await sweep.BeatAsync(cancellationToken);
        await writer.ApplyAsync(place, sweep.FindingRun, pending.Take(), sweep.Actor, cancellationToken);
    }
}
