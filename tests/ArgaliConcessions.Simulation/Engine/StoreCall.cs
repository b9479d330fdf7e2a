using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Storage;

namespace ArgaliConcessions.Simulation.Engine;

public enum CallKind { Find, Page, Commit }

/// <summary>One attempt at the store that waits to be carried out. The schedule says when, and what becomes of it.</summary>
public abstract class StoreCall(VirtualProcess process, CallKind kind, string partition, string row)
{
    public VirtualProcess Process { get; } = process;

    public CallKind Kind { get; } = kind;

    /// <summary>Encoded, as is <see cref="Row"/>.</summary>
    public string Partition { get; } = partition;

    public string Row { get; } = row;

    /// <summary>Rows of a page at most, where the schedule makes it shorter.</summary>
    public int? PageSize { get; set; }

    /// <summary>The commit that is asked for; null for reads.</summary>
    public RawCommit? Commit { get; init; }

    /// <summary>Nobody waits for the reply any more.</summary>
    public abstract bool IsOver { get; }

    /// <summary>What the store answered; empty before it did.</summary>
    public abstract string Result { get; }

    /// <summary>Carries the call out; more than once where it is delivered more than once.</summary>
    public abstract void Apply();

    /// <summary>Gives the reply of the first <see cref="Apply"/>.</summary>
    public abstract void Reply();

    /// <summary>Ends the attempt with a failure.</summary>
    public abstract void Fail(RecordTableException fault);

    public override string ToString()
    {
        var place = $"{KeyEncoder.Decode(Partition)} {(Row.Length == 0 ? "*" : KeyEncoder.Decode(Row.TrimEnd(KeyEncoder.First)))}";
        return Kind switch { CallKind.Find => $"read {place}", CallKind.Page => $"list {place}", _ => $"commit {KeyEncoder.Decode(Partition)} {Contents(Commit!)}" };
    }

    private static string Contents(RawCommit commit)
    {
        var rows = commit.Changes.SkipLast(1).Select(change => (change is RecordChange.Delete ? "-" : "") + Short(KeyEncoder.Decode(change.Row))).Where(row => row != PartitionHead.Row);
        var witness = KeyEncoder.Decode(commit.Changes[^1].Row);
        var action = witness.StartsWith(AuditEvent.Prefix, StringComparison.Ordinal)
            ? RecordJson.Read<AuditEvent>(((RecordChange.Insert)commit.Changes[^1]).Payload).Action + " as " + witness : Short(witness);
        return $"[{action}] {string.Join(' ', rows)}".TrimEnd();
    }

    /// <summary>Hashes are long and say nothing.</summary>
    private static string Short(string row) => row.Length > 44 ? row[..44] + "…" : row;
}

/// <summary>A call with its reply.</summary>
public sealed class StoreCall<T>(VirtualProcess process, CallKind kind, string partition, string row, Driver driver, Func<StoreCall, T> work, CancellationToken cancellationToken)
    : StoreCall(process, kind, partition, row)
{
    // Whoever waits goes on within the event that replies: no RunContinuationsAsynchronously here.
    private readonly TaskCompletionSource<T> reply = new();
    private CancellationTokenRegistration giveUp;
    private (bool IsThere, T? Value) first;

    public Task<T> Task => reply.Task;

    public override bool IsOver => reply.Task.IsCompleted;

    public override string Result => !first.IsThere ? "" : first.Value switch
    {
        RawCommitResult { Outcome: RawOutcome.Committed } => "committed",
        RawCommitResult result => $"{result.Outcome} at {KeyEncoder.Decode(result.Row ?? "")}",
        RawRecord => "found",
        RawPage page => FormattableString.Invariant($"{page.Records.Count} rows{(page.Rest is null ? "" : ", more follow")}"),
        _ => "nothing",
    };

    /// <summary>From now on the caller waits, and may give up.</summary>
    public StoreCall<T> Begin()
    {
        Process.CallsUnderWay++;
        giveUp = cancellationToken.UnsafeRegister(static call => ((StoreCall<T>)call!).GiveUp(), this);
        return this;
    }

    public override void Apply()
    {
        var value = work(this);
        if (!first.IsThere) first = (true, value);
    }

    public override void Reply() => End(() => reply.SetResult(first.Value!));

    public override void Fail(RecordTableException fault) => End(() => reply.SetException(fault));

    /// <summary>In an event of its own: a registration that is disposed of within its own callback would wait on another thread.</summary>
    private void GiveUp() => driver.After(0, () => End(() => reply.SetCanceled(cancellationToken)));

    private void End(Action tell)
    {
        if (!Process.IsAlive || IsOver) return;
        giveUp.Dispose();
        Process.CallsUnderWay--;
        tell();
    }
}
