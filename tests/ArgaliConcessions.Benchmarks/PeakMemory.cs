namespace ArgaliConcessions.Benchmarks;

/// <summary>The most managed memory that was really in use while something ran: collected in full before each look.</summary>
internal static class PeakMemory
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Bytes above what was in use before.</summary>
    public static async Task<long> OfAsync<T>(Func<Task<T>> work)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        var running = Task.Run(work);
        while (!running.IsCompleted)
        {
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            await Task.WhenAny(running, Task.Delay(BetweenLooks));
        }

        await running;
        return peak - before;
    }
}
