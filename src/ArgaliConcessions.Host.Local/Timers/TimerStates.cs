using ArgaliConcessions.Application.Records;
using NodaTime;

namespace ArgaliConcessions.Host.Local.Timers;

/// <summary>What is kept of a timer: when it last ran, and when it was to run next.</summary>
internal sealed record TimerState(Instant Last, Instant Next);

/// <summary>
/// Keeps timers' states in the store. Each state is a new row that is also its commit's witness, and the row before
/// goes in the same commit: so a repeated write recognises itself, and one row a timer is all there ever is.
/// </summary>
internal sealed class TimerStates(IRecordStore store, IIdSource ids)
{
    private const string Partition = "timers";

    /// <summary>Null when the timer never ran.</summary>
    public async Task<TimerState?> FindAsync(string timer, CancellationToken cancellationToken)
    {
        var row = await LastRowAsync(timer, cancellationToken);
        return row is null ? null : RecordJson.Read<TimerState>(row.Payload);
    }

    /// <exception cref="RecordStoreException">The store did not take it.</exception>
    public async Task WriteAsync(string timer, TimerState state, CancellationToken cancellationToken)
    {
        var before = await LastRowAsync(timer, cancellationToken);
        RecordChange[] changes = before is null ? [] : [new RecordChange.Delete(before.Key.Row, before.Version)];
        var row = FormattableString.Invariant($"{Prefix(timer)}{state.Last.ToUnixTimeTicks():D20}-{ids.NewId()}");
        var result = await store.CommitAsync(Partition, changes, new CommitWitness(row, ids.NewId(), RecordJson.Write(state)), cancellationToken);
        if (result.Outcome != CommitOutcome.Committed) throw new RecordStoreException($"The state of timer {timer} was not kept: {result.Outcome}.");
    }

    private async Task<StoredRecord?> LastRowAsync(string timer, CancellationToken cancellationToken)
    {
        StoredRecord? last = null;
        await foreach (var row in store.ListAsync(Partition, new RowRange(Prefix(timer)), cancellationToken)) last = row;
        return last;
    }

    private static string Prefix(string timer) => $"{timer}/";
}
