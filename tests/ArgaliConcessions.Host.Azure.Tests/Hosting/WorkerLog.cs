using System.Collections.Concurrent;
using ArgaliConcessions.Host.Azure.Tests.Protocol;

namespace ArgaliConcessions.Host.Azure.Tests.Hosting;

/// <summary>Everything that a worker said: its log lines over gRPC, and what it wrote to its standard streams.</summary>
internal sealed class WorkerLog
{
    private const int Shown = 100;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<RpcLog> _sent = new();

    /// <summary>The log messages that crossed gRPC, oldest first.</summary>
    public IReadOnlyList<RpcLog> Sent => [.. _sent];

    public void Add(RpcLog log)
    {
        _sent.Enqueue(log);
        _lines.Enqueue($"[{log.LogCategory} {log.Level}] {log.Category}: {log.Message}{(log.Exception is { } fault ? $"\n{fault.Message}\n{fault.StackTrace}" : "")}");
    }

    public void Add(string stream, string? line)
    {
        if (line is not null) _lines.Enqueue($"[{stream}] {line}");
    }

    /// <summary>The last of it, for a person.</summary>
    public override string ToString() => string.Join('\n', _lines.TakeLast(Shown));
}
