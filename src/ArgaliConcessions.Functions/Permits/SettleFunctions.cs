using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Pending;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>Settles what a crash left half done between partitions: allocations of quota, tags, inspections; and ends the reservations that have run out.</summary>
public sealed partial class SettleFunctions(SettleAllocations allocations, SettleNotes notes, IIdSource ids, ILogger<SettleFunctions> logger)
{
    /// <summary>The setting that holds the schedule.</summary>
    public const string ScheduleSetting = "SettleSchedule";

    [Function("Settle")]
    public async Task Settle([TimerTrigger($"%{ScheduleSetting}%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var requestId = ids.NewId();
        var settled = await allocations.RunAsync(requestId, cancellationToken);
        if (settled > 0) LogSettled(logger, settled, timer.IsPastDue);
        await notes.RunAsync(requestId, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Allocations of quota found half-way: {Settled} settled (late: {IsPastDue})")]
    private static partial void LogSettled(ILogger logger, int settled, bool isPastDue);
}
