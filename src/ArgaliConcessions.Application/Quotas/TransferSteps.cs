using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>
/// Moves animals from one quota line to another, whose ledgers lie in two partitions, in five commits: <c>law</c> notes the transfer and
/// holds both lines; the first ledger lowers its line, or turns it away; <c>law</c> counts the animals for the second line instead of the first,
/// in one commit, so that nobody else can take them in between; the second ledger raises its line; <c>law</c> counts what it now
/// has. The animals are missing on both lines for a while and never on both at once.
/// </summary>
public sealed class TransferSteps(IRecordStore store, ChainWriter chain, LineStep line)
{
    /// <summary>First step: notes the transfer, gives both lines' changes their generations.</summary>
    /// <param name="draft">The generations it carries are those that its lines were read under: a line that has changed since is looked at again.</param>
    /// <param name="bodySha256">Of the request.</param>
    public async Task<TransferBegin> BeginAsync(TransferOperation draft, string bodySha256, Actor actor, CancellationToken cancellationToken)
    {
        var result = await chain.DecideAsync<TransferBegin>(
            Partitions.Law, actor, (_, cancel) => DecideBeginAsync(draft, bodySha256, cancel), cancellationToken);
        return result.Value ?? new TransferBegin.Busy();
    }

    /// <summary>All further steps; may be called by anybody, any number of times.</summary>
    public async Task<ApplyResult> CompleteAsync(TransferOperation operation, Actor actor, CancellationToken cancellationToken)
    {
        var taken = await line.ApplyAsync(operation.From, actor, cancellationToken);
        if (taken is ApplyResult.Busy || !await DecideAsync(operation, taken is ApplyResult.Applied ? TakeAsync : GiveUpAsync, actor, cancellationToken))
        {
            return new ApplyResult.Busy();
        }

        if (taken is not ApplyResult.Applied) return taken;
        var given = await line.ApplyAsync(operation.To, actor, cancellationToken);
        if (given is ApplyResult.Busy || !await DecideAsync(operation, FinishAsync, actor, cancellationToken)) return new ApplyResult.Busy();
        return given;
    }

    private async Task<ChainDecision<TransferBegin>> DecideBeginAsync(TransferOperation draft, string bodySha256, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync<KeptTransfer>(Partitions.Law, draft.AnswerRow, cancellationToken) is { } kept) return Nothing(new TransferBegin.Before(kept.Value));
        var (from, to) = await SharesAsync(draft, cancellationToken);
        if ((from.Standing.Operation ?? to.Standing.Operation) is { } other) return Nothing(new TransferBegin.UnderWay(other));
        // (The ledger's may be the greater one: it has one generation a line, the law one a line and quota.)
        if (from.Standing.Generation > draft.From.Generation || to.Standing.Generation > draft.To.Generation) return Nothing(new TransferBegin.Moved());
        var operation = draft with
        {
            From = draft.From with { Generation = draft.From.Generation + 1 },
            To = draft.To with { Generation = draft.To.Generation + 1 },
        };
        ChainChange[] changes =
        [
            new(new RecordChange.Insert(QuotaRows.Operation(draft.Id), RecordJson.Write(operation))),
            new(new RecordChange.Insert(draft.AnswerRow, RecordJson.Write(new KeptTransfer(bodySha256, draft.Id, null)))),
            from.Put(Held(from, operation, operation.From)),
            to.Put(Held(to, operation, operation.To) with { Pending = to.Standing.Granted }),
        ];
        return new ChainDecision<TransferBegin>.Write("begin-transfer", changes, new TransferBegin.Begun(operation));
    }

    private static AllocationRow Held(NationalShare share, TransferOperation operation, LineOperation change) =>
        share.Standing with { Pending = change.Target.Animals, Operation = operation.Id, Generation = change.Generation };

    /// <summary>The first line has given: its animals are counted for the second now. The national sum stays as it is.</summary>
    private async Task<IReadOnlyList<ChainChange>> TakeAsync(Stored<TransferOperation> noted, Instant recordedAt, CancellationToken cancellationToken)
    {
        var operation = noted.Value;
        if (operation.Taken) return [];
        var (from, to) = await SharesAsync(operation, cancellationToken);
        return
        [
            new(TypedRecords.Put(QuotaRows.Operation(operation.Id), noted, operation with { Taken = true })),
            from.Put(Settled(operation.From)), to.Put(Held(to, operation, operation.To)),
        ];
    }

    /// <summary>
    /// The first line has not given: both are free again, and the key too, since only what was done is kept. The second ledger has never
    /// heard of its generation, and no step can still bring it there: it is given back.
    /// </summary>
    private async Task<IReadOnlyList<ChainChange>> GiveUpAsync(Stored<TransferOperation> noted, Instant recordedAt, CancellationToken cancellationToken)
    {
        var operation = noted.Value;
        var (from, to) = await SharesAsync(operation, cancellationToken);
        // Reads are no snapshot: whoever gave it up as well may have taken the key away since the note was read.
        if (await store.FindAsync(new RecordKey(Partitions.Law, operation.AnswerRow), cancellationToken) is not { } kept) return [];
        return
        [
            new(new RecordChange.Delete(QuotaRows.Operation(operation.Id), noted.Version)),
            new(new RecordChange.Delete(operation.AnswerRow, kept.Version)),
            from.Put(from.Standing with { Pending = null, Operation = null }), to.Put(to.Standing with { Pending = null, Operation = null, Generation = operation.To.Generation - 1 }),
        ];
    }

    private async Task<IReadOnlyList<ChainChange>> FinishAsync(Stored<TransferOperation> noted, Instant recordedAt, CancellationToken cancellationToken)
    {
        var operation = noted.Value;
        var (_, to) = await SharesAsync(operation, cancellationToken);
        var kept = (await store.ReadAsync<KeptTransfer>(Partitions.Law, operation.AnswerRow, cancellationToken))!;
        var done = new Transfer(
            operation.Id, operation.From.Year, operation.From.QuotaTaxon, operation.Animals, TransferredLine.Of(operation.From),
            TransferredLine.Of(operation.To), operation.To.Basis, recordedAt);
        return
        [
            new(new RecordChange.Delete(QuotaRows.Operation(operation.Id), noted.Version)),
            new(TypedRecords.Put(operation.AnswerRow, kept, kept.Value with { Done = done })),
            to.Put(Settled(operation.To)),
        ];
    }

    private static AllocationRow Settled(LineOperation change) => new(change.Target.Animals, null, null, change.Generation);

    private async Task<(NationalShare From, NationalShare To)> SharesAsync(TransferOperation operation, CancellationToken cancellationToken) =>
        (await NationalShare.ReadAsync(store, operation.From, cancellationToken), await NationalShare.ReadAsync(store, operation.To, cancellationToken));

    /// <summary>One of the law's steps; nothing when somebody else has made it, or has ended the transfer.</summary>
    private async Task<bool> DecideAsync(
        TransferOperation operation, Func<Stored<TransferOperation>, Instant, CancellationToken, Task<IReadOnlyList<ChainChange>>> step,
        Actor actor, CancellationToken cancellationToken)
    {
        var result = await chain.DecideAsync<bool>(
            Partitions.Law, actor,
            async (context, cancel) =>
            {
                var noted = await store.ReadAsync<TransferOperation>(Partitions.Law, QuotaRows.Operation(operation.Id), cancel);
                var changes = noted is null ? [] : await step(noted, context.RecordedAt, cancel);
                return changes.Count == 0
                    ? new ChainDecision<bool>.Nothing(true)
                    : new ChainDecision<bool>.Write("move-quota", changes, true);
            },
            cancellationToken);
        return result.Value;
    }

    private static ChainDecision<TransferBegin>.Nothing Nothing(TransferBegin result) => new(result);
}

/// <summary>How the first step of a transfer ended.</summary>
public abstract record TransferBegin
{
    public sealed record Begun(TransferOperation Operation) : TransferBegin;

    /// <summary>The same key came before.</summary>
    public sealed record Before(KeptTransfer Kept) : TransferBegin;

    /// <summary>An operation on one of the lines has not ended: carry it on first.</summary>
    public sealed record UnderWay(string Operation) : TransferBegin;

    /// <summary>One of the lines has changed since it was read.</summary>
    public sealed record Moved : TransferBegin;

    /// <summary>The store is busy or its answer unknown.</summary>
    public sealed record Busy : TransferBegin;
}
