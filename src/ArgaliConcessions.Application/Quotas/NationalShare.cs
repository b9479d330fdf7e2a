using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>What a line holds of its national quota, as read for one commit of the partition <c>law</c>.</summary>
/// <param name="Allocation">The line's row; null when it never had animals.</param>
/// <param name="National">The quota's row; null when there is no such quota.</param>
public sealed record NationalShare(string Row, string NationalRow, Stored<AllocationRow>? Allocation, Stored<NationalQuotaRow>? National)
{
    public AllocationRow Standing => Allocation?.Value ?? AllocationRow.Empty;

    public static async Task<NationalShare> ReadAsync(IRecordStore store, LineOperation operation, CancellationToken cancellationToken)
    {
        var row = QuotaRows.National(operation.Year, operation.QuotaTaxon);
        // The quota first: whoever then sees animals taken in between sees in the line's row who took them.
        var national = await store.ReadAsync<NationalQuotaRow>(Partitions.Law, row, cancellationToken);
        var allocation = await store.ReadAsync<AllocationRow>(Partitions.Law, operation.AllocationRow, cancellationToken);
        return new NationalShare(operation.AllocationRow, row, allocation, national);
    }

    /// <summary>The line's row as it then is.</summary>
    public ChainChange Put(AllocationRow next) => new(TypedRecords.Put(Row, Allocation, next));

    /// <summary>The quota's row with so many animals more on lines.</summary>
    public ChainChange Allocate(int more) =>
        new(TypedRecords.Put(NationalRow, National, National!.Value with { Allocated = National.Value.Allocated + more }));
}
