using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>Carries on what a crash left half done between the national quotas and the lines; a timer calls it.</summary>
public sealed class SettleAllocations(IRecordStore store, OperationsUnderWay operations, TimeProvider time)
{
    /// <summary>Younger operations are most likely still under way where they began.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(1);

    /// <summary>Settles all that is old enough; one read when there is nothing.</summary>
    /// <returns>How many operations were settled.</returns>
    public async Task<int> RunAsync(string requestId, CancellationToken cancellationToken)
    {
        var settled = 0;
        var begunBy = Instant.FromDateTimeOffset(time.GetUtcNow()) - Patience;
        var actor = new Actor("settle-allocations", "timer", requestId);
        await foreach (var noted in store.ListAsync(Partitions.Law, new RowRange(QuotaRows.Operations), cancellationToken))
        {
            if (await operations.CarryOnAsync(noted, begunBy, actor, cancellationToken)) settled++;
        }

        return settled;
    }
}
