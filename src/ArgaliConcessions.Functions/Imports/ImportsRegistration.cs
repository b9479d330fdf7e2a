using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Mappings;
using ArgaliConcessions.Application.Imports.Registry;
using ArgaliConcessions.Application.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Imports;

internal static class ImportsRegistration
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<ImportLedgers>().AddSingleton<ImportStart>().AddSingleton<ImportCalls>()
        .AddSingleton(new ListKind("permits", PermitColumns.All)).AddSingleton(new ListKind("harvests", HarvestColumns.All))
        .AddSingleton(new ListKind("concessions", ConcessionColumns.All)).AddSingleton(new ListKind("seasons", SeasonColumns.All)).AddSingleton(new ListKind("quotas", QuotaColumns.All))
        .AddSingleton<ListKinds>()
        .AddSingleton<MappingRegister>().AddSingleton<PutMapping>()
        .AddSingleton<PermitListImport>().AddSingleton<PermitListWriter>().AddSingleton<ImportPermits>()
        .AddSingleton<HarvestListImport>().AddSingleton<HarvestListWriter>().AddSingleton<ImportHarvests>()
        .AddSingleton<KeptImports>().AddSingleton<ListRecording>().AddSingleton<ImportConcessions>().AddSingleton<ImportSeasons>().AddSingleton<ImportQuotas>()
        .AddSingleton<IJobHandler, PermitImportJob>().AddSingleton<IJobHandler, HarvestImportJob>();
}
