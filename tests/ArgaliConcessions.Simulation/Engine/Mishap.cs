namespace ArgaliConcessions.Simulation.Engine;

/// <summary>What may befall a call of the store, a process or an answer.</summary>
public enum Mishap
{
    None,

    /// <summary>Refused before anything was done, and the store says so.</summary>
    Refused,

    /// <summary>Refused for too many requests, with a Retry-After.</summary>
    Throttled,

    /// <summary>Refused for good: the store is forbidden or full at this instant.</summary>
    Broken,

    /// <summary>The call never arrives. The caller hears of a cut connection, or nothing at all until he gives up.</summary>
    RequestLost,

    /// <summary>The call is carried out, and its reply is lost.</summary>
    ReplyLost,

    /// <summary>A commit arrives after the caller has given it up: before he looks for his witness, or minutes later.</summary>
    Late,

    /// <summary>A commit is delivered twice, the second time at any time up to minutes later.</summary>
    Twice,

    /// <summary>The reply comes after the end of the attempt.</summary>
    Slow,

    /// <summary>A page ends although more follow.</summary>
    ShortPage,

    /// <summary>A page is empty although more follow.</summary>
    EmptyPage,

    /// <summary>The process dies with the call on its way, which may still arrive.</summary>
    CrashBefore,

    /// <summary>The process dies after the call was carried out.</summary>
    CrashAfter,

    /// <summary>The clock of the process jumps.</summary>
    ClockJump,

    /// <summary>The process answers, and the client hears nothing.</summary>
    AnswerLost,
}

/// <summary>Which mishaps a run has, and how often.</summary>
/// <param name="Kinds">Those that may happen.</param>
/// <param name="Share">Of all commits, from 0 to 1; of reads it is much less.</param>
public sealed record Weather(IReadOnlyList<Mishap> Kinds, double Share)
{
    /// <summary>Nothing ever happens.</summary>
    public static readonly Weather Calm = new([], 0);

    /// <summary>About how many reads the program makes for each commit.</summary>
    private const int ReadsForACommit = 12;

    private static readonly Mishap[] OfReads =
        [Mishap.Refused, Mishap.Throttled, Mishap.Broken, Mishap.RequestLost, Mishap.Slow, Mishap.CrashBefore, Mishap.ClockJump];
    private static readonly Mishap[] OfPages = [.. OfReads, Mishap.ShortPage, Mishap.EmptyPage];
    private static readonly Mishap[] OfCommits =
    [
        Mishap.Refused, Mishap.Throttled, Mishap.Broken, Mishap.RequestLost, Mishap.ReplyLost, Mishap.Late, Mishap.Twice, Mishap.Slow,
        Mishap.CrashBefore, Mishap.CrashAfter, Mishap.ClockJump,
    ];

    /// <summary>Some kinds, more or less often: a run with few kinds goes further with each of them.</summary>
    public static Weather Draw(Random random)
    {
        if (random.Next(10) == 0) return Calm;
        double[] shares = [0.02, 0.06, 0.15, 0.3];
        return new Weather([.. Enum.GetValues<Mishap>().Where(m => m != Mishap.None && random.Next(2) == 0)], shares[random.Next(shares.Length)]);
    }

    /// <summary>A read that fails is read again, and nothing comes of it: most of what can go wrong, goes wrong with a commit.</summary>
    public Mishap OfCall(CallKind kind, Random random) => kind switch
    {
        CallKind.Find => One(OfReads, Share / ReadsForACommit, random),
        CallKind.Page => One(OfPages, Share / ReadsForACommit, random),
        _ => One(OfCommits, Share, random),
    };

    /// <summary>Whether the answer to a request is lost on its way to the client.</summary>
    public bool LosesAnswer(Random random) => One([Mishap.AnswerLost], Share, random) == Mishap.AnswerLost;

    private Mishap One(Mishap[] fitting, double share, Random random)
    {
        if (share == 0 || random.NextDouble() >= share) return Mishap.None;
        var possible = Kinds.Intersect(fitting).ToList();
        return possible.Count == 0 ? Mishap.None : possible[random.Next(possible.Count)];
    }
}
