using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>
/// Moves animals between a national quota and a quota line, which lie in two partitions, in three commits:
/// <c>law</c> notes the operation and counts the larger of old and new; the ledger changes the line, or turns it away;
/// <c>law</c> counts what the line now has. So at no instant do the lines together exceed the national quota, wherever
/// it stops; and since the operation is noted whole, whoever finds it can carry it on.
/// </summary>
/// <remarks>
/// One operation a line at a time. Each has a generation, which the ledger remembers when it takes or turns away the
/// operation: a step that comes late finds its generation passed and changes nothing.
/// </remarks>
public sealed class LineAllocation(IRecordStore store, ChainWriter chain)
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
        var ledger = Partitions.Ledger(operation.Concession, operation.Year);
        var applied = await chain.DecideAsync<ApplyResult>(
            ledger, actor, (context, cancel) => DecideApplyAsync(operation, context.RecordedAt, cancel), cancellationToken);
        if (applied.Value is not { } result) return new ApplyResult.Busy();
        var finished = await chain.DecideAsync<bool>(
            Partitions.Law, actor, (_, cancel) => DecideFinishAsync(operation, result is ApplyResult.Applied, cancel), cancellationToken);
        return finished.Value ? result : new ApplyResult.Busy();
    }

    private async Task<ChainDecision<BeginResult>> DecideBeginAsync(LineOperation draft, CancellationToken cancellationToken)
    {
        var allocation = await store.ReadAsync<AllocationRow>(Partitions.Law, draft.AllocationRow, cancellationToken);
        var before = allocation?.Value ?? AllocationRow.Empty;
        if (before.Operation is { } other) return Nothing(await UnderWayAsync(other, cancellationToken));
        if (await NationalAsync(draft, cancellationToken) is not { } national) return Nothing(new BeginResult.NoQuota());
        var operation = draft with { Generation = before.Generation + 1 };
        var after = before with { Pending = draft.Target.Animals, Operation = draft.Id, Generation = operation.Generation };
        var more = after.Counted - before.Counted;
        var quota = national.Value.Current.Value.Animals;
        if (more > 0 && national.Value.Allocated + more > quota) return Nothing(new BeginResult.Exceeded(national.Value.Current, national.Value.Allocated));
        ChainChange[] changes =
        [
            new(new RecordChange.Insert(QuotaRows.Operation(draft.Id), RecordJson.Write(operation))),
            new(TypedRecords.Put(draft.AllocationRow, allocation, after)),
            Allocate(draft, national, more),
        ];
        return new ChainDecision<BeginResult>.Write("begin-allocation", changes, new BeginResult.Begun(operation));
    }

    private async Task<ChainDecision<ApplyResult>> DecideApplyAsync(LineOperation operation, Instant recordedAt, CancellationToken cancellationToken)
    {
        var ledger = Partitions.Ledger(operation.Concession, operation.Year);
        var balance = await store.ReadAsync<LineBalance>(ledger, LedgerRows.Balance(operation.Line), cancellationToken);
        var standing = balance?.Value ?? LineBalance.Empty;
        var rows = await new LineRegister(store).RowsAsync(ledger, operation.Line, cancellationToken);
        if (standing.Generation >= operation.Generation) return Known(operation, rows);
        var passed = new ChainChange(TypedRecords.Put(LedgerRows.Balance(operation.Line), balance, standing with { Generation = operation.Generation }));
        if (rows.Count != operation.BaseRevision) return TurnAway(passed, new ApplyResult.Moved());
        if (operation.Target.Animals < standing.Held) return TurnAway(passed, new ApplyResult.BelowIssued(standing.Held));
        var revision = new Revision<QuotaLine>(operation.BaseRevision + 1, recordedAt, operation.Basis, operation.Target);
        var row = RecordJson.Write(new LineRow(revision, operation.Id, operation.QuotaTaxon));
        var insert = new RecordChange.Insert(LedgerRows.Line(operation.Line, revision.Number), row);
        return new ChainDecision<ApplyResult>.Write("set-line", [new ChainChange(insert), passed], new ApplyResult.Applied());
    }

    /// <summary>Even a refusal is committed: the ledger remembers the generation, so that no late step can take it after all.</summary>
    private static ChainDecision<ApplyResult>.Write TurnAway(ChainChange passed, ApplyResult why) => new("turn-away-line", [passed], why);

    private static ChainDecision<ApplyResult>.Nothing Known(LineOperation operation, IReadOnlyList<LineRow> rows) =>
        new(rows.Any(r => r.Operation == operation.Id) ? new ApplyResult.Applied() : new ApplyResult.Moved());

    private async Task<ChainDecision<bool>> DecideFinishAsync(LineOperation operation, bool applied, CancellationToken cancellationToken)
    {
        var allocation = await store.ReadAsync<AllocationRow>(Partitions.Law, operation.AllocationRow, cancellationToken);
        if (allocation?.Value.Operation != operation.Id) return new ChainDecision<bool>.Nothing(true);
        // Reads are no snapshot: whoever carries on the same operation may have finished it since the row above was read.
        var noted = await store.FindAsync(new RecordKey(Partitions.Law, QuotaRows.Operation(operation.Id)), cancellationToken);
        if (noted is null) return new ChainDecision<bool>.Nothing(true);
        var national = (await NationalAsync(operation, cancellationToken))!;
        var granted = applied ? operation.Target.Animals : allocation.Value.Granted;
        var after = new AllocationRow(granted, null, null, operation.Generation);
        ChainChange[] changes =
        [
            new(new RecordChange.Delete(noted.Key.Row, noted.Version)),
            new(TypedRecords.Put(operation.AllocationRow, allocation, after)),
            Allocate(operation, national, after.Counted - allocation.Value.Counted),
        ];
        return new ChainDecision<bool>.Write("finish-allocation", changes, true);
    }

    private async Task<BeginResult> UnderWayAsync(string operation, CancellationToken cancellationToken) =>
        await store.ReadAsync<LineOperation>(Partitions.Law, QuotaRows.Operation(operation), cancellationToken) is { } noted
            ? new BeginResult.UnderWay(noted.Value)
            : new BeginResult.Ended();

    private Task<Stored<NationalQuotaRow>?> NationalAsync(LineOperation operation, CancellationToken cancellationToken) =>
        store.ReadAsync<NationalQuotaRow>(Partitions.Law, QuotaRows.National(operation.Year, operation.QuotaTaxon), cancellationToken);

    private static ChainChange Allocate(LineOperation operation, Stored<NationalQuotaRow> national, int more)
    {
        var next = national.Value with { Allocated = national.Value.Allocated + more };
        return new ChainChange(TypedRecords.Put(QuotaRows.National(operation.Year, operation.QuotaTaxon), national, next));
    }

    private static ChainDecision<BeginResult>.Nothing Nothing(BeginResult result) => new(result);
}

/// <summary>How the first step of an allocation ended.</summary>
public abstract record BeginResult
{
    public sealed record Begun(LineOperation Operation) : BeginResult;

    /// <summary>Another operation on the line has ended just now: look at the line again.</summary>
    public sealed record Ended : BeginResult;

    /// <summary>Another operation on the line has not ended: complete it first.</summary>
    public sealed record UnderWay(LineOperation Operation) : BeginResult;

    public sealed record NoQuota : BeginResult;

    public sealed record Exceeded(Revision<NationalQuota> Quota, int Allocated) : BeginResult;

    /// <summary>The store is busy or its answer unknown.</summary>
    public sealed record Busy : BeginResult;
}

/// <summary>How the line took the change.</summary>
public abstract record ApplyResult
{
    public sealed record Applied : ApplyResult;

    /// <summary>The line has changed since the operation was drafted.</summary>
    public sealed record Moved : ApplyResult;

    /// <summary>More animals are on permits than the line would have.</summary>
    public sealed record BelowIssued(int Held) : ApplyResult;

    /// <summary>The store is busy or its answer unknown; the operation stays noted and is settled later.</summary>
    public sealed record Busy : ApplyResult;
}
