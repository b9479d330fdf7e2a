using ArgaliConcessions.Application.Zones;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>Registers the zones.</summary>
public static class ZonesRegistration
{
    public static IServiceCollection AddZones(this IServiceCollection services) =>
        services.AddSingleton<PutZone>().AddSingleton<ReadZone>().AddSingleton<ListZones>().AddSingleton<FindZonesAt>().AddSingleton<ProposeZoneRepair>()
            .AddSingleton<ImportZones>().AddSingleton<ExportZones>().AddSingleton<SettleZoneClaims>();
}
