namespace ArgaliConcessions.Functions.Tests.Http;

/// <summary>A clock that begins where it is told and runs on, and can be put forward: waits still pass in real time, so nothing hangs.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _entry = new();
    private readonly DateTimeOffset _begun = System.GetUtcNow();
    private DateTimeOffset _start = start;

    /// <summary>Begins on 1 October 2015, 06:00 UTC.</summary>
    public TestClock() : this(new DateTimeOffset(2015, 10, 1, 6, 0, 0, TimeSpan.Zero))
    {
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_entry) return _start + (System.GetUtcNow() - _begun);
    }

    public void Advance(TimeSpan by)
    {
        lock (_entry) _start += by;
    }

    /// <summary>Puts the clock to an instant, which may lie in the past: then it runs on from there.</summary>
    public void Set(DateTimeOffset now)
    {
        lock (_entry) _start = now - (System.GetUtcNow() - _begun);
    }
}
