using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Zones;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>Settles the boundary writes that a crash stopped half-way.</summary>
public sealed partial class ZoneClaimFunctions(SettleZoneClaims settle, IIdSource ids, ILogger<ZoneClaimFunctions> logger)
{
    private const string Name = "SettleZoneClaims";

    /// <summary>The setting that holds the schedule.</summary>
    public const string ScheduleSetting = "ZoneClaimsSchedule";

    [Function(Name)]
    public async Task Settle([TimerTrigger($"%{ScheduleSetting}%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var settled = await settle.RunAsync(new Actor(Name, "timer", ids.NewId()), cancellationToken);
        if (settled != new ZoneClaimsSettled(0, 0, 0)) LogSettled(logger, settled.Confirmed, settled.Dropped, settled.Left, timer.IsPastDue);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Boundary writes found half-way: {Confirmed} confirmed, {Dropped} dropped, {Left} left (late: {IsPastDue})")]
    private static partial void LogSettled(ILogger logger, int confirmed, int dropped, int left, bool isPastDue);
}
