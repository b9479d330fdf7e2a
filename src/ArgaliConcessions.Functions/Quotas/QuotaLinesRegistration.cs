using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Quotas.Reservations;
using ArgaliConcessions.Application.Records.Pending;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Quotas;

/// <summary>Registers quota lines: their allocation, what moves on them, what is reserved on them.</summary>
public static class QuotaLinesRegistration
{
    public static IServiceCollection AddQuotaLines(this IServiceCollection services) => services
        .AddSingleton<LineStep>().AddSingleton<LineAllocation>().AddSingleton<TransferSteps>().AddSingleton<OperationsUnderWay>().AddSingleton<SettleAllocations>()
        .AddSingleton<SetQuotaLine>().AddSingleton<TransferAnimals>().AddSingleton<ReadQuotaLines>().AddSingleton<ReadLineSeries>()
        .AddSingleton<ReserveAnimals>().AddSingleton<ReleaseReservation>().AddSingleton<ReadReservations>().AddSingleton<INoteSettler, SettleReservations>();
}
