namespace ArgaliConcessions.Functions.Tests.Http;

/// <summary>A clock that begins where it is told and runs on, and can be put forward: waits still pass in real time, so nothing hangs.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _entry = new();
    private readonly DateTimeOffset _begun = System.GetUtcNow();
    private DateTimeOffset _start = start;
    private DateTimeOffset? _stopped;

    /// <summary>Begins on 1 October 2015, 06:00 UTC.</summary>
    public TestClock() : this(new DateTimeOffset(2015, 10, 1, 6, 0, 0, TimeSpan.Zero))
    {
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_entry) return _start + ((_stopped ?? System.GetUtcNow()) - _begun);
    }

    /// <summary>From now on it stands still but for <see cref="Advance"/>: what is fresh stays so, however slow the machine is.</summary>
    public void Stop()
    {
        lock (_entry) _stopped = System.GetUtcNow();
    }

    public void Advance(TimeSpan by)
    {
        lock (_entry) _start += by;
    }

    /// <summary>Puts the clock to an instant, which may lie in the past: then it runs on from there.</summary>
    public void Set(DateTimeOffset now)
    {
        lock (_entry) _start = now - ((_stopped ?? System.GetUtcNow()) - _begun);
    }
}
