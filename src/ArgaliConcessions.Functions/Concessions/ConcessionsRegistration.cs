using ArgaliConcessions.Application.Concessions;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Concessions;

/// <summary>Registers the concessions.</summary>
public static class ConcessionsRegistration
{
    public static IServiceCollection AddConcessions(this IServiceCollection services) =>
        services.AddSingleton<PutConcession>().AddSingleton<ReadConcession>().AddSingleton<ListConcessions>();
}
