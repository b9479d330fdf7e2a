using NodaTime;

namespace ArgaliConcessions.Application.Records.Chain;

/// <summary>Who acts, as the audit event names it.</summary>
/// <param name="Subject">The token's subject, or the name of a timer.</param>
/// <param name="Role">The role in which it acts.</param>
/// <param name="RequestId">The request or job.</param>
/// <param name="Name">The person's name, where the token gives one; no part of the audit.</param>
public sealed record Actor(string Subject, string Role, string RequestId, string? Name = null);

/// <summary>What a decision is taken on: the head read fresh, and the instant at which it will be recorded.</summary>
/// <param name="Head">The partition's head before the decision.</param>
/// <param name="RecordedAt">max(now, head.RecordedAt + 1 tick): what the rows that are written shall say.</param>
public sealed record ChainContext(PartitionHead Head, Instant RecordedAt)
{
    /// <summary>The first serial that this decision may give out; it says in <see cref="ChainDecision{T}.Write.SerialsTaken"/> how many it took.</summary>
    public int NextSerial => Head.NextSerial;
}

/// <summary>One change of a chained commit.</summary>
/// <param name="Change">The change; neither <c>head</c> nor an audit row.</param>
/// <param name="Personal">The row holds a person's data: it is hashed with a salt that lies in the row, so that
/// erasing the row's content and salt erases the person and leaves the chain verifiable.</param>
public sealed record ChainChange(RecordChange Change, bool Personal = false);

/// <summary>What a decision comes to.</summary>
public abstract record ChainDecision<T>
{
    private ChainDecision() { }

    /// <summary>Write these changes in one commit.</summary>
    /// <param name="Action">What is done, a stable code for the audit event.</param>
    /// <param name="Changes">At most 98 (the head and the audit event come on top).</param>
    /// <param name="Value">What the caller gets once it is committed.</param>
    /// <param name="SerialsTaken">Serials used, from <see cref="ChainContext.NextSerial"/> on.</param>
    public sealed record Write(string Action, IReadOnlyList<ChainChange> Changes, T Value, int SerialsTaken = 0) : ChainDecision<T>;

    /// <summary>Refused, or nothing to change: no commit.</summary>
    public sealed record Nothing(T Value) : ChainDecision<T>;
}

/// <summary>How a decision ended.</summary>
public enum ChainStatus
{
    /// <summary>Committed.</summary>
    Done,

    /// <summary>The decision was to write nothing; its value says why.</summary>
    Nothing,

    /// <summary>Others were faster 20 times or for 10 s; nothing was written (HTTP 503 <c>busy</c>).</summary>
    Busy,

    /// <summary>It may or may not have been committed (HTTP 503: repeat with the same idempotency key).</summary>
    Unknown,
}

/// <summary>The result of a decision.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Value">The decision's value for <see cref="ChainStatus.Done"/> and <see cref="ChainStatus.Nothing"/>, else default.</param>
/// <param name="Head">The head after the commit, or the head read for <see cref="ChainStatus.Nothing"/>; else null.</param>
public sealed record ChainResult<T>(ChainStatus Status, T? Value, PartitionHead? Head);
