using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Functions.Service;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Law;

/// <summary>Registers the law library, the authority and the hunting years.</summary>
public static class LawRegistration
{
    public static IServiceCollection AddLaw(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<LawLibraryOptions>(configuration, LawLibraryOptions.SectionName);
        services.AddChecked<AuthorityOptions>(configuration, AuthorityOptions.SectionName);
        return services.AddSingleton<LawLibrary>().AddSingleton<LegalCalendar>().AddSingleton<ConcessionDirectory>()
            .AddSingleton<PutAuthority>().AddSingleton<ReadAuthority>().AddSingleton<PutYear>().AddSingleton<ReadYears>();
    }
}
