using System.Collections.Concurrent;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Host.Local.Serving;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Host.Local.Timers;

/// <summary>Runs timer functions, never one of them twice at once, and none longer than <c>host.json</c> allows.</summary>
internal sealed partial class TimerRunner(FunctionInvoker invoker, HostFile host, TimeProvider time, ILogger<TimerRunner> logger)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Runs a function once its turn comes. A failure is logged and ends nothing else: the next occurrence tries again.</summary>
    public async Task RunAsync(FunctionEntry function, TimerInfo timer, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(function.Name, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancellationToken);
        using var timeout = new CancellationTokenSource(host.FunctionTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await invoker.InvokeAsync(function, timer, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            LogCutShort(logger, function.Name);
        }
        catch (Exception failure)
        {
            LogFailure(logger, failure, function.Name);
        }
        finally
        {
            turn.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Timer {Timer} was cut short")]
    private static partial void LogCutShort(ILogger logger, string timer);

    [LoggerMessage(Level = LogLevel.Error, Message = "Timer {Timer} failed")]
    private static partial void LogFailure(ILogger logger, Exception failure, string timer);
}
