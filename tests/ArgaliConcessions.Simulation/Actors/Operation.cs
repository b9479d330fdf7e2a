namespace ArgaliConcessions.Simulation.Actors;

/// <summary>How a client sends a request, beside sending it until it is answered.</summary>
public enum Habit
{
    Plain,

    /// <summary>To two processes at once.</summary>
    Twice,

    /// <summary>Once more some time after it was answered.</summary>
    LateDuplicate,

    /// <summary>Once more under the same key with another body.</summary>
    OtherBody,
}

/// <summary>
/// One thing that somebody does. Drawn before the run, so that a failing plan can be tried with some of it left out; what it is
/// done to is named by a number, and looked up among what is there when its turn comes.
/// </summary>
public abstract record Operation
{
    /// <summary>Unique in a plan: makes its keys and marks.</summary>
    public int Number { get; init; }

    /// <summary>Whose turn it is in.</summary>
    public int Client { get; init; }

    public Habit Habit { get; init; }

    /// <summary>How long the client waits before.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>By what its rows are known.</summary>
    public string Mark => FormattableString.Invariant($"mark-{Number}");

    /// <summary>Does it, to its end.</summary>
    public abstract Task RunAsync(Client client);

    /// <summary>What it is, in a few words.</summary>
    public abstract string Words { get; }

    public sealed override string ToString() => $"#{Number} {Words}{(Habit == Habit.Plain ? "" : $" ({Habit})")}";
}
