using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>
/// Moves animals between a national quota and a quota line, which lie in two partitions, in three commits:
/// <c>law</c> notes the operation and counts the larger of old and new; the ledger changes the line, or turns it away;
/// <c>law</c> counts what the line now has. So at no instant do the lines together exceed the national quota, wherever
/// it stops; and since the operation is noted whole, whoever finds it can carry it on.
/// </summary>
/// <remarks>One operation a line at a time; each has a generation (<see cref="LineStep"/>).</remarks>
public sealed class LineAllocation(IRecordStore store, ChainWriter chain, LineStep line)
{
    /// <summary>First step: notes the operation, gives it its generation and takes what a raise needs from the national quota.</summary>
    public async Task<BeginResult> BeginAsync(LineOperation draft, Actor actor, CancellationToken cancellationToken)
    {
        var result = await chain.DecideAsync<BeginResult>(
            Partitions.Law, actor, (_, cancel) => DecideBeginAsync(draft, cancel), cancellationToken);
        return result.Value ?? new BeginResult.Busy();
    }

    /// <summary>Second and third step; may be called by anybody, any number of times.</summary>
    public async Task<ApplyResult> CompleteAsync(LineOperation operation, Actor actor, CancellationToken cancellationToken)
    {
        var result = await line.ApplyAsync(operation, actor, cancellationToken);
        if (result is ApplyResult.Busy) return result;
        var finished = await chain.DecideAsync<bool>(
            Partitions.Law, actor, (_, cancel) => DecideFinishAsync(operation, result is ApplyResult.Applied, cancel), cancellationToken);
        return finished.Value ? result : new ApplyResult.Busy();
    }

    private async Task<ChainDecision<BeginResult>> DecideBeginAsync(LineOperation draft, CancellationToken cancellationToken)
    {
        var share = await NationalShare.ReadAsync(store, draft, cancellationToken);
        var before = share.Standing;
        if (before.Operation is { } other) return Nothing(new BeginResult.UnderWay(other));
        if (share.National?.Value is not { } national) return Nothing(new BeginResult.NoQuota());
        var operation = draft with { Generation = before.Generation + 1 };
        var after = before with { Pending = draft.Target.Animals, Operation = draft.Id, Generation = operation.Generation };
        var more = after.Counted - before.Counted;
        if (more > 0 && national.Allocated + more > national.Current.Value.Animals) return Nothing(new BeginResult.Exceeded(national.Current, national.Allocated));
        ChainChange[] changes =
        [
            new(new RecordChange.Insert(QuotaRows.Operation(draft.Id), RecordJson.Write(operation))),
            share.Put(after), share.Allocate(more),
        ];
        return new ChainDecision<BeginResult>.Write("begin-allocation", changes, new BeginResult.Begun(operation));
    }

    private async Task<ChainDecision<bool>> DecideFinishAsync(LineOperation operation, bool applied, CancellationToken cancellationToken)
    {
        var share = await NationalShare.ReadAsync(store, operation, cancellationToken);
        if (share.Standing.Operation != operation.Id) return new ChainDecision<bool>.Nothing(true);
        // Reads are no snapshot: whoever carries on the same operation may have finished it since the row above was read.
        var noted = await store.FindAsync(new RecordKey(Partitions.Law, QuotaRows.Operation(operation.Id)), cancellationToken);
        if (noted is null) return new ChainDecision<bool>.Nothing(true);
        var after = new AllocationRow(applied ? operation.Target.Animals : share.Standing.Granted, null, null, operation.Generation);
        ChainChange[] changes =
        [
            new(new RecordChange.Delete(noted.Key.Row, noted.Version)),
            share.Put(after), share.Allocate(after.Counted - share.Standing.Counted),
        ];
        return new ChainDecision<bool>.Write("finish-allocation", changes, true);
    }

    private static ChainDecision<BeginResult>.Nothing Nothing(BeginResult result) => new(result);
}
