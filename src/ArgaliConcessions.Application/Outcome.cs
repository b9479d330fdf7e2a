namespace ArgaliConcessions.Application;

/// <summary>What a use case answers: done, or refused with all its reasons. Exceptions are for bugs and broken storage.</summary>
public abstract record Outcome<T>
{
    private Outcome() { }

    /// <param name="Created">Whether something new came to be (HTTP 201).</param>
    /// <param name="ETag">The domain's tag of what is answered, without quotes; null where there is none.</param>
    public sealed record Done(T Value, bool Created = false, string? ETag = null) : Outcome<T>;

    public sealed record Refused(Refusal Refusal) : Outcome<T>;

    public static implicit operator Outcome<T>(Refusal refusal) => new Refused(refusal);
}
