namespace ArgaliConcessions.Application;

/// <summary>Turns what was done into something else and leaves refusals as they are.</summary>
public static class OutcomeMapping
{
    public static Outcome<TOther> Map<T, TOther>(this Outcome<T> outcome, Func<T, TOther> map) => outcome switch
    {
        Outcome<T>.Done done => new Outcome<TOther>.Done(map(done.Value), done.Created, done.ETag),
        Outcome<T>.Refused refused => refused.Refusal,
        _ => throw new InvalidOperationException("An outcome is done or refused."),
    };

    /// <summary>The refusal of something, as the refusal of something else.</summary>
    /// <exception cref="InvalidOperationException">It was done.</exception>
    public static Outcome<TOther> Refused<T, TOther>(this Outcome<T> outcome) =>
        outcome is Outcome<T>.Refused refused ? refused.Refusal : throw new InvalidOperationException("It was not refused.");
}
