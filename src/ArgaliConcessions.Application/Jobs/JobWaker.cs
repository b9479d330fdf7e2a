namespace ArgaliConcessions.Application.Jobs;

/// <summary>
/// Tells a runner in this process that there is work, so that it need not wait for its timer. Nothing depends on it:
/// a job whose waker was not heard is found by the next firing.
/// </summary>
public sealed class JobWaker
{
    private readonly SemaphoreSlim work = new(0, 1);
    private readonly Lock entry = new();

    /// <summary>There is work.</summary>
    public void Wake()
    {
        lock (entry)
        {
            if (work.CurrentCount == 0) work.Release();
        }
    }

    /// <summary>Waits until there is work; one call of <see cref="Wake"/> lets one waiter go.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => work.WaitAsync(cancellationToken);
}
