using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage;

namespace ArgaliConcessions.Tests;

/// <summary>What befalls one attempt.</summary>
public enum Mishap
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Refused before anything was done, and the store says so.</summary>
    Refused,

    /// <summary>Refused for too many requests, with a Retry-After.</summary>
    Throttled,

    /// <summary>The request never arrives; the caller cannot know.</summary>
    RequestLost,

    /// <summary>The request is done, and its reply is lost.</summary>
    ReplyLost,

    /// <summary>The caller hears nothing; the request arrives just after the caller's next commit attempt.</summary>
    ArrivesLate,

    /// <summary>The request is done, and its reply never comes: the caller waits until it gives up.</summary>
    Hangs,

    /// <summary>The store is damaged.</summary>
    Broken,
}

/// <summary>A table to whose attempts mishaps happen, as planned by the caller: in turn, or by a seed.</summary>
public sealed class FaultyTable(IRecordTable inner, Func<Mishap> onCommit, Func<Mishap> onRead) : IRecordTable, IWholeTable
{
    private readonly Lock entry = new();
    private RawCommit? late;
    private int commits;

    /// <summary>The Retry-After of throttled attempts.</summary>
    public TimeSpan? RetryAfter { get; init; } = TimeSpan.FromMilliseconds(2);

    /// <summary>Attempts of commits so far.</summary>
    public int CommitAttempts => commits;

    /// <summary>These mishaps to commits, one an attempt, then none.</summary>
    public static FaultyTable OnCommits(IRecordTable inner, params Mishap[] mishaps) => new(inner, InTurn(mishaps), () => Mishap.None);

    /// <summary>These mishaps to reads, one an attempt, then none.</summary>
    public static FaultyTable OnReads(IRecordTable inner, params Mishap[] mishaps) => new(inner, () => Mishap.None, InTurn(mishaps));

    /// <summary>Every kind of passing mishap, to this share of all attempts.</summary>
    public static FaultyTable Seeded(IRecordTable inner, int seed, double share)
    {
        var random = new SeededRandom(seed);
        Mishap[] ofCommits = [Mishap.Refused, Mishap.Throttled, Mishap.RequestLost, Mishap.ReplyLost, Mishap.ArrivesLate];
        Mishap[] ofReads = [Mishap.Refused, Mishap.Throttled, Mishap.RequestLost];
        Mishap Draw(Mishap[] mishaps) => random.Next() < share ? mishaps[random.Next(mishaps.Length)] : Mishap.None;
        return new FaultyTable(inner, () => Draw(ofCommits), () => Draw(ofReads));
    }

    public Task<RawRecord?> FindAsync(string partition, string row, CancellationToken cancellationToken) =>
        MeetAsync(onRead(), () => inner.FindAsync(partition, row, cancellationToken), cancellationToken);

    public Task<RawPage> ReadPageAsync(RawRange range, int limit, CancellationToken cancellationToken) =>
        MeetAsync(onRead(), () => inner.ReadPageAsync(range, limit, cancellationToken), cancellationToken);

    public Task<WholePage> ReadAllAsync(WholePlace? from, int limit, CancellationToken cancellationToken) =>
        MeetAsync(onRead(), () => ((IWholeTable)inner).ReadAllAsync(from, limit, cancellationToken), cancellationToken);

    public async Task<RawCommitResult> TryCommitAsync(RawCommit commit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref commits);
        var arriving = Exchange(null);
        try
        {
            var mishap = onCommit();
            if (mishap == Mishap.ArrivesLate) Exchange(commit);
            return await MeetAsync(mishap, () => inner.TryCommitAsync(commit, cancellationToken), cancellationToken);
        }
        finally
        {
            if (arriving is not null) await inner.TryCommitAsync(arriving, CancellationToken.None);
        }
    }

    private RawCommit? Exchange(RawCommit? next)
    {
        lock (entry)
        {
            var before = late;
            late = next;
            return before;
        }
    }

    private async Task<T> MeetAsync<T>(Mishap mishap, Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        if (mishap is Mishap.ReplyLost or Mishap.Hangs) await attempt();
        if (mishap == Mishap.Hangs) await Task.Delay(Timeout.Infinite, cancellationToken);
        return mishap switch
        {
            Mishap.None => await attempt(),
            Mishap.Refused => throw new RecordTableException(TableFault.Transient, "refused"),
            Mishap.Throttled => throw new RecordTableException(TableFault.Throttled, "too many requests", RetryAfter),
            Mishap.Broken => throw new RecordTableException(TableFault.Broken, "the store is damaged"),
            _ => throw new RecordTableException(TableFault.Ambiguous, "no reply"),
        };
    }

    private static Func<Mishap> InTurn(Mishap[] mishaps)
    {
        var next = -1;
        return () => Interlocked.Increment(ref next) is var turn && turn < mishaps.Length ? mishaps[turn] : Mishap.None;
    }
}
