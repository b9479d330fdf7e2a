using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Application.Zones.Files;
using ArgaliConcessions.Functions.Service;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>Registers the zones.</summary>
public static class ZonesRegistration
{
    public static IServiceCollection AddZones(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<ReferenceSystemOptions>(configuration, ReferenceSystemOptions.SectionName);
        return services.AddSingleton<PutZone>().AddSingleton<ReadZone>().AddSingleton<ListZones>().AddSingleton<FindZonesAt>().AddSingleton<ProposeZoneRepair>()
            .AddSingleton<ImportZones>().AddSingleton<ExportZones>().AddSingleton<SettleZoneClaims>().AddSingleton<GroundFrames>().AddSingleton<ReadZoneFile>().AddSingleton<ZoneImportIntake>();
    }
}
