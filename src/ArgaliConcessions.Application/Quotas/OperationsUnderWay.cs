using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>Carries on what others began between the law and the ledgers and have not ended: whoever meets it, or a timer.</summary>
public sealed class OperationsUnderWay(IRecordStore store, LineAllocation allocation, TransferSteps transfers)
{
    /// <summary>The allocation or transfer of that id.</summary>
    /// <returns>False when the store is busy; true when it has ended, by whomever.</returns>
    public async Task<bool> CarryOnAsync(string operation, Actor actor, CancellationToken cancellationToken)
    {
        var noted = await store.FindAsync(new RecordKey(Partitions.Law, QuotaRows.Operation(operation)), cancellationToken);
        return noted is null || await CarryOnAsync(noted, actor, cancellationToken);
    }

    /// <summary>Whatever a row of <see cref="QuotaRows.Operations"/> says that has been begun no later than that.</summary>
    public async Task<bool> CarryOnAsync(StoredRecord noted, Instant begunBy, Actor actor, CancellationToken cancellationToken)
    {
        var startedAt = IsTransfer(noted) ? noted.As<TransferOperation>().Value.StartedAt : noted.As<LineOperation>().Value.StartedAt;
        return startedAt <= begunBy && await CarryOnAsync(noted, actor, cancellationToken);
    }

    private async Task<bool> CarryOnAsync(StoredRecord noted, Actor actor, CancellationToken cancellationToken) => IsTransfer(noted)
        ? await transfers.CompleteAsync(noted.As<TransferOperation>().Value, actor, cancellationToken) is not ApplyResult.Busy
        : await allocation.CompleteAsync(noted.As<LineOperation>().Value, actor, cancellationToken) is not ApplyResult.Busy;

    private static bool IsTransfer(StoredRecord noted) => noted.Key.Row.StartsWith(QuotaRows.Operation(QuotaRows.Transfers), StringComparison.Ordinal);
}
