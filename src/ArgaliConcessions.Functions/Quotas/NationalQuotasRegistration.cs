using ArgaliConcessions.Application.Quotas;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Quotas;

/// <summary>Registers the national quotas.</summary>
public static class NationalQuotasRegistration
{
    public static IServiceCollection AddNationalQuotas(this IServiceCollection services) =>
        services.AddSingleton<PutNationalQuota>().AddSingleton<ReadNationalQuotas>();
}
