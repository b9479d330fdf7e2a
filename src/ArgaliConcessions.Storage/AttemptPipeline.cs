using ArgaliConcessions.Application.Records;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace ArgaliConcessions.Storage;

/// <summary>
/// Runs an operation's attempts within its time: jittered exponential pauses, the store's own Retry-After where it
/// gave one, an end to each attempt and to the whole.
/// </summary>
internal sealed class AttemptPipeline
{
    private static readonly ResiliencePropertyKey<long> Started = new("started");
    private readonly RecordStoreOptions options;
    private readonly TimeProvider time;
    private readonly ResiliencePipeline pipeline;

    public AttemptPipeline(RecordStoreOptions options, TimeProvider time, Func<double> random)
    {
        this.options = options;
        this.time = time;
        pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(options.TotalTime)
            .AddRetry(Retries(random))
            .AddTimeout(options.AttemptTime)
            .Build();
    }

    /// <summary>Runs attempts until one succeeds or fails for good.</summary>
    /// <exception cref="RecordTableException">Trying again makes no sense, or not within the time that is left.</exception>
    /// <exception cref="TimeoutRejectedException">The time is up.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> attempt, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Started, time.GetTimestamp());
        try
        {
            return await pipeline.ExecuteAsync(static (context, attempt) => attempt(context.CancellationToken), context, attempt);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>The same for whoever has nothing in doubt: however it failed, the store is what is told of.</summary>
    /// <exception cref="RecordStoreException">The store is broken or did not answer in time.</exception>
    public async Task<T> AskAsync<T>(Func<CancellationToken, ValueTask<T>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(attempt, cancellationToken);
        }
        catch (RecordTableException fault)
        {
            throw new RecordStoreException(fault.Message, fault.RetryAfter, fault);
        }
        catch (TimeoutRejectedException fault)
        {
            throw new RecordStoreException($"The store did not answer within {options.TotalTime}.", inner: fault);
        }
    }

    private RetryStrategyOptions Retries(Func<double> random) => new()
    {
        MaxRetryAttempts = int.MaxValue,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.FirstPause,
        MaxDelay = options.LongestPause,
        Randomizer = random,
        ShouldHandle = args => ValueTask.FromResult(IsWorthAnother(args.Outcome.Exception, args.Context)),
        DelayGenerator = args => ValueTask.FromResult((args.Outcome.Exception as RecordTableException)?.RetryAfter is { } asked
            ? Pause(asked, options.FirstPause, options.LongestPause, args.AttemptNumber, random())
            : (TimeSpan?)null),
    };

    /// <summary>
    /// The pause that a store asked for, and on top of it what no store says: those that it turned away together must not come
    /// back together, and "0" is no leave to hammer.
    /// </summary>
    /// <param name="asked">The store's own Retry-After.</param>
    /// <param name="first">The first pause without one.</param>
    /// <param name="longest">The longest pause without one.</param>
    /// <param name="attempt">Attempts so far, from 0.</param>
    /// <param name="random">From 0 to 1.</param>
    internal static TimeSpan Pause(TimeSpan asked, TimeSpan first, TimeSpan longest, int attempt, double random)
    {
        var doubled = Math.Min(first.TotalMilliseconds * Math.Pow(2, Math.Min(attempt, 30)), longest.TotalMilliseconds);
        return asked + TimeSpan.FromMilliseconds(doubled * (0.5 + random));
    }

    private bool IsWorthAnother(Exception? fault, ResilienceContext context) => fault switch
    {
        // The end of one attempt; the end of the whole is outside of the retries and does not come by here.
        TimeoutRejectedException => true,
        RecordTableException { Kind: TableFault.Broken } => false,
        RecordTableException { RetryAfter: { } pause } => pause < TimeLeft(context),
        RecordTableException => true,
        _ => false,
    };

    private TimeSpan TimeLeft(ResilienceContext context) =>
        options.TotalTime - time.GetElapsedTime(context.Properties.GetValue(Started, time.GetTimestamp()));
}
