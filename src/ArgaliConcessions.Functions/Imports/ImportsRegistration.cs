using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Registry;
using ArgaliConcessions.Application.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Imports;

internal static class ImportsRegistration
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<ImportLedgers>().AddSingleton<ImportStart>()
        .AddSingleton<PermitListImport>().AddSingleton<PermitListWriter>().AddSingleton<ImportPermits>()
        .AddSingleton<HarvestListImport>().AddSingleton<HarvestListWriter>().AddSingleton<ImportHarvests>()
        .AddSingleton<KeptImports>().AddSingleton<ListRecording>().AddSingleton<ImportConcessions>().AddSingleton<ImportSeasons>().AddSingleton<ImportQuotas>()
        .AddSingleton<IJobHandler, PermitImportJob>().AddSingleton<IJobHandler, HarvestImportJob>();
}
