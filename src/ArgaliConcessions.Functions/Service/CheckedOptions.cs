using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ArgaliConcessions.Functions.Service;

/// <summary>Options that are read from their section, checked when the host starts, and handed out as plain objects.</summary>
public static class CheckedOptions
{
    /// <typeparam name="T">A class with annotated ranges and its own defaults.</typeparam>
    /// <param name="section">The section of the configuration.</param>
    public static IServiceCollection AddChecked<T>(this IServiceCollection services, IConfiguration configuration, string section) where T : class
    {
        services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
    }
}
