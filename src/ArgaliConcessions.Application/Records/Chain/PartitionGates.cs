namespace ArgaliConcessions.Application.Records.Chain;

/// <summary>
/// One gate a partition, shared by all writers of a process: they queue here rather than collide in the store, where
/// each collision costs a decision taken again. Gates that nobody waits at take no memory.
/// </summary>
public sealed class PartitionGates
{
    private readonly Dictionary<string, Gate> gates = new(StringComparer.Ordinal);
    private readonly Lock entry = new();

    /// <summary>Waits for the partition's gate; dispose what is returned to leave it.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public async Task<IDisposable> EnterAsync(string partition, CancellationToken cancellationToken)
    {
        var gate = Approach(partition);
        try
        {
            await gate.Turn.WaitAsync(cancellationToken);
            return new Passage(this, partition, gate);
        }
        catch
        {
            Leave(partition, gate);
            throw;
        }
    }

    /// <summary>Partitions at whose gate someone stands or waits.</summary>
    public int Count
    {
        get
        {
            lock (entry) return gates.Count;
        }
    }

    private Gate Approach(string partition)
    {
        lock (entry)
        {
            if (!gates.TryGetValue(partition, out var gate)) gates[partition] = gate = new Gate();
            gate.Users++;
            return gate;
        }
    }

    private void Leave(string partition, Gate gate)
    {
        lock (entry)
        {
            if (--gate.Users > 0) return;
            gates.Remove(partition);
        }
        gate.Turn.Dispose();
    }

    private sealed class Gate
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Passage(PartitionGates gates, string partition, Gate gate) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 1) return;
            gate.Turn.Release();
            gates.Leave(partition, gate);
        }
    }
}
