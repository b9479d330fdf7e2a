using NodaTime;

namespace ArgaliConcessions.Application.Records.Chain;

/// <summary>
/// The one way to write to a chained partition: a decision is taken on the head read fresh, and its changes, the
/// head and the audit event land in one commit, or nothing does.
/// </summary>
public sealed class ChainWriter(IRecordStore store, TimeProvider time, IIdSource ids, PartitionGates gates)
{
    /// <summary>Times a decision is taken before the answer is <see cref="ChainStatus.Busy"/>.</summary>
    public const int MaxTries = 20;

    /// <summary>Time from the call to <see cref="ChainStatus.Busy"/>, the wait at the gate included.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Loads the head fresh, asks <paramref name="decide"/>, commits. When another writer was faster the head is
    /// loaded again and the decision taken again.
    /// </summary>
    /// <param name="partition">The chained partition.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="decide">Reads what it needs of the partition AFTER it is called, and answers. It may be called
    /// many times for one commit, and the commit may fail after it: it must have no side effects.</param>
    /// <param name="cancellationToken">Cancels the waiting and the reading; a commit under way may still land.</param>
    /// <exception cref="ArgumentException">The decision breaks a limit, or names the head or an audit row.</exception>
    /// <exception cref="RecordStoreException">The store is broken.</exception>
    public async Task<ChainResult<T>> DecideAsync<T>(
        string partition, Actor actor, Func<ChainContext, CancellationToken, Task<ChainDecision<T>>> decide, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var passage = await EnterAsync(partition, cancellationToken);
        if (passage is null) return new ChainResult<T>(ChainStatus.Busy, default, null);
        for (var attempt = 1; attempt <= MaxTries && time.GetElapsedTime(started) < MaxTime; attempt++)
        {
            var commitId = ids.NewId();
            var result = await TryAsync(partition, actor, decide, commitId, cancellationToken);
            if (result is not null) return result;
            await Task.Delay(Pause(attempt, commitId), time, cancellationToken);
        }
        return new ChainResult<T>(ChainStatus.Busy, default, null);
    }

    private async Task<IDisposable?> EnterAsync(string partition, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(MaxTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await gates.EnterAsync(partition, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>One try; null when another writer was faster.</summary>
    private async Task<ChainResult<T>?> TryAsync<T>(
        string partition, Actor actor, Func<ChainContext, CancellationToken, Task<ChainDecision<T>>> decide, string commitId, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync(new RecordKey(partition, PartitionHead.Row), cancellationToken);
        var head = stored is null ? PartitionHead.Empty : RecordJson.Read<PartitionHead>(stored.Payload);
        var context = new ChainContext(head, RecordedAfter(head));
        var decision = await decide(context, cancellationToken);
        if (decision is not ChainDecision<T>.Write write)
        {
            return new ChainResult<T>(ChainStatus.Nothing, ((ChainDecision<T>.Nothing)decision).Value, head);
        }
        var link = ChainLink.Of(context, stored?.Version, actor, commitId, write.Action, write.Changes, write.SerialsTaken, ids);
        var commit = await store.CommitAsync(partition, link.Changes, link.Witness, cancellationToken);
        return commit.Outcome switch
        {
            CommitOutcome.Committed => new ChainResult<T>(ChainStatus.Done, write.Value, link.Head),
            CommitOutcome.Unknown => new ChainResult<T>(ChainStatus.Unknown, default, null),
            _ => null,
        };
    }

    private Instant RecordedAfter(PartitionHead head)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return Instant.Max(now, head.RecordedAt + Duration.FromTicks(1));
    }

    /// <summary>Up to 5 ms after the first collision, doubling to 320 ms. Two colliding writers have different commit
    /// ids, which are random: the jitter is taken from them rather than from a second source.</summary>
    private static TimeSpan Pause(int attempt, string commitId)
    {
        var span = 5 << Math.Min(attempt - 1, 6);
        var fraction = commitId.Aggregate(0, (sum, c) => ((sum * 31) + c) % 1000) / 1000.0;
        return TimeSpan.FromMilliseconds(span * (0.5 + (fraction / 2)));
    }
}
