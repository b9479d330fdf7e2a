using ArgaliConcessions.Storage;

namespace ArgaliConcessions.Simulation.Engine;

/// <summary>Calls take as long as the seed says, and mishaps befall them as the weather has it.</summary>
public sealed class RandomSchedule(World world) : ISchedule
{
    /// <summary>
    /// The latest that a commit arrives after it was sent. The program's timers wait ten minutes before they take a request for
    /// dead, and a store that holds a request back for longer than that less its own time is outside of what is promised.
    /// </summary>
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(4);

    /// <summary>How far a clock is from the truth at most.</summary>
    private const int MostSecondsOff = 45;

    private Random Random => world.Random;

    public void Arrive(StoreCall call)
    {
        var mishap = world.Weather.OfCall(call.Kind, Random);
        world.Met(mishap, call);
        switch (mishap)
        {
            case Mishap.Refused: Fail(call, TableFault.Transient, "refused"); break;
            case Mishap.Throttled: Fail(call, TableFault.Throttled, "too many requests"); break;
            case Mishap.Broken: Fail(call, TableFault.Broken, "not now"); break;
            case Mishap.RequestLost: HearNothing(call, Latency()); break;
            case Mishap.ReplyLost: Apply(call, Latency(), after => HearNothing(call, after)); break;
            case Mishap.Late: Later(call); break;
            case Mishap.Twice: Twice(call); break;
            case Mishap.Slow: Apply(call, Latency(), _ => Answer(call, TimeSpan.FromSeconds(8 + (Random.NextDouble() * 20)).Ticks)); break;
            case Mishap.CrashBefore: CrashBefore(call); break;
            case Mishap.CrashAfter: Apply(call, Latency(), _ => world.Crash(call.Process)); break;
            default: Plain(call, mishap); break;
        }
    }

    private void Plain(StoreCall call, Mishap mishap)
    {
        if (mishap == Mishap.ClockJump) call.Process.Time.Error = ClockError(Random);
        if (mishap == Mishap.ShortPage) call.PageSize = 1 + Random.Next(2);
        if (mishap == Mishap.EmptyPage) call.PageSize = 0;
        Apply(call, Latency(), after => Answer(call, after));
    }

    /// <summary>How far a clock may be off.</summary>
    public static TimeSpan ClockError(Random random) => TimeSpan.FromMilliseconds(random.Next(-MostSecondsOff * 1000, MostSecondsOff * 1000));

    private void Apply(StoreCall call, long ticks, Action<long> then) => world.Driver.After(ticks, () =>
    {
        call.Apply();
        world.Note(call, call.Result);
        // A read and its reply are one event; so are most commits and theirs.
        then(call.Kind == CallKind.Commit && Random.Next(2) == 0 ? Latency() : 0);
    });

    private void Answer(StoreCall call, long ticks)
    {
        if (ticks == 0) call.Reply();
        else world.Driver.After(ticks, call.Reply);
    }

    private void Fail(StoreCall call, TableFault kind, string why) => world.Driver.After(Latency(), () =>
    {
        world.Note(call, why);
        call.Fail(new RecordTableException(kind, why, kind == TableFault.Throttled ? TimeSpan.FromMilliseconds(Random.Next(2000)) : null));
    });

    /// <summary>A cut connection is told of at once; a lost packet is not told of at all.</summary>
    private void HearNothing(StoreCall call, long ticks)
    {
        if (Random.Next(2) == 0) world.Driver.After(ticks, () => call.Fail(new RecordTableException(TableFault.Ambiguous, "no reply")));
    }

    private void Later(StoreCall call)
    {
        HearNothing(call, Latency());
        Apply(call, Delay(), _ => { });
    }

    private void Twice(StoreCall call)
    {
        Apply(call, Latency(), after => Answer(call, after));
        Apply(call, Delay(), _ => { });
    }

    private void CrashBefore(StoreCall call)
    {
        if (call.Kind == CallKind.Commit && Random.Next(2) == 0) Apply(call, Delay(), _ => { });
        world.Driver.After(Latency(), () => world.Crash(call.Process));
    }

    /// <summary>Mostly some milliseconds, now and then much longer: so any two calls may come in either order.</summary>
    private long Latency() => TimeSpan.FromMilliseconds(Random.Next(20) switch
    {
        0 => 100 + (Random.NextDouble() * 2000),
        < 5 => 10 + (Random.NextDouble() * 90),
        _ => 0.5 + (Random.NextDouble() * 9.5),
    }).Ticks;

    private long Delay() => Random.Next(3) switch
    {
        0 => TimeSpan.FromMilliseconds(Random.Next(1, 500)).Ticks,
        1 => TimeSpan.FromMilliseconds(Random.Next(500, 25_000)).Ticks,
        _ => TimeSpan.FromSeconds(Random.Next(25, (int)Latest.TotalSeconds)).Ticks,
    };
}
