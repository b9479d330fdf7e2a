using System.Collections.Concurrent;
using System.Threading.Channels;
using ArgaliConcessions.Host.Azure.Tests.Protocol;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace ArgaliConcessions.Host.Azure.Tests.Hosting;

/// <summary>The host's end of the stream with one worker: sends requests and hands each answer to whoever waits for it.</summary>
internal sealed class WorkerChannel(WorkerLog log) : FunctionRpc.FunctionRpcBase
{
    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _awaited = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<StartStream> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the worker has opened the stream.</summary>
    public Task<StartStream> Started => _started.Task;

    public override async Task EventStream(IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        var writing = WriteAsync(responseStream, context.CancellationToken);
        try
        {
            await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken)) Take(message);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            log.Add("host", $"The worker's stream broke: {broken.Message}");
        }
        finally
        {
            _outgoing.Writer.TryComplete();
            foreach (var waiting in _awaited.Values) waiting.TrySetException(new InvalidOperationException("The worker has closed the stream."));
            await writing;
        }
    }

    /// <summary>Sends a request and waits for the message that bears its id.</summary>
    /// <exception cref="TimeoutException">No answer came.</exception>
    public async Task<StreamingMessage> AskAsync(StreamingMessage request, TimeSpan patience)
    {
        request.RequestId = Guid.NewGuid().ToString();
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited[request.RequestId] = answer;
        try
        {
            await _outgoing.Writer.WriteAsync(request);
            return await answer.Task.WaitAsync(patience);
        }
        finally
        {
            _awaited.TryRemove(request.RequestId, out _);
        }
    }

    /// <summary>Tells the worker to end; there is no answer to that.</summary>
    public ValueTask TerminateAsync(TimeSpan gracePeriod) =>
        _outgoing.Writer.WriteAsync(new StreamingMessage { WorkerTerminate = new WorkerTerminate { GracePeriod = Duration.FromTimeSpan(gracePeriod) } });

    /// <summary>Tells the worker that nobody waits for an invocation any longer; it still answers the invocation.</summary>
    public void Cancel(string invocationId) =>
        _outgoing.Writer.TryWrite(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = invocationId } });

    private void Take(StreamingMessage message)
    {
        if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog) log.Add(message.RpcLog);
        else if (message.ContentCase == StreamingMessage.ContentOneofCase.StartStream) _started.TrySetResult(message.StartStream);
        else if (_awaited.TryGetValue(message.RequestId, out var waiting)) waiting.TrySetResult(message);
        // The worker answers what needs no answer too, with the bare id.
        else if (message.ContentCase != StreamingMessage.ContentOneofCase.None) log.Add("host", $"Nobody waits for {message.ContentCase} {message.RequestId}");
    }

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> stream, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in _outgoing.Reader.ReadAllAsync(cancellationToken)) await stream.WriteAsync(message, cancellationToken);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException or InvalidOperationException)
        {
            log.Add("host", $"A message could not be sent: {broken.Message}");
        }
    }
}
