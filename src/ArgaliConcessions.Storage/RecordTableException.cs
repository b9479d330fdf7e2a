namespace ArgaliConcessions.Storage;

/// <summary>What a failed attempt means for the next one.</summary>
public enum TableFault
{
    /// <summary>Surely not applied; trying again makes sense.</summary>
    Transient,

    /// <summary>Surely not applied; try again after <see cref="RecordTableException.RetryAfter"/>.</summary>
    Throttled,

    /// <summary>The attempt may have been applied: the reply was lost.</summary>
    Ambiguous,

    /// <summary>Surely not applied, and trying again does not help: the store is damaged, read-only, full or forbidden.</summary>
    Broken,
}

/// <summary>One attempt of an adapter failed.</summary>
/// <param name="kind">What that means for the next attempt.</param>
/// <param name="message">What is wrong, in words for the person who runs the program.</param>
/// <param name="retryAfter">When to try again, where the store said so.</param>
/// <param name="inner">The cause.</param>
public sealed class RecordTableException(TableFault kind, string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What the failure means for the next attempt.</summary>
    public TableFault Kind { get; } = kind;

    /// <summary>When to try again, where the store said so.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
