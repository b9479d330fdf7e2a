using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Functions.Compliance;
using ArgaliConcessions.Functions.Concessions;
using ArgaliConcessions.Functions.Console;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Http.Tokens;
using ArgaliConcessions.Functions.Imports;
using ArgaliConcessions.Functions.Law;
using ArgaliConcessions.Functions.Permits;
using ArgaliConcessions.Functions.Quotas;
using ArgaliConcessions.Functions.Seasons;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Functions.Spreadsheets;
using ArgaliConcessions.Functions.Surveys;
using ArgaliConcessions.Functions.Zones;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ArgaliConcessions.Functions;

/// <summary>Registers the whole program; both hosts call it and add only what is theirs: the store, the key, the clock.</summary>
public static class Registration
{
    /// <summary>Everything above the store. The host must register <see cref="IRecordStore"/>, <see cref="HostKey"/> and <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddArgaliConcessions(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddRecords().AddJobs(configuration).AddHttp(configuration)
            .AddLaw(configuration).AddConcessions().AddZones(configuration).AddSeasons().AddNationalQuotas().AddSurveys().AddPermits()
            .AddImports().AddCompliance(configuration).AddChecked<ExportOptions>(configuration, ExportOptions.SectionName).AddConsole();
    }

    /// <summary>
    /// The signing key and the issuer from settings, for hosts that keep no key file: <see cref="SigningOptions"/>,
    /// <see cref="IssuerOptions"/>. Without an issuer the deployment's own key signs the tokens.
    /// </summary>
    public static IServiceCollection AddKeysFromSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<SigningOptions>(configuration, SigningOptions.SectionName);
        services.AddChecked<IssuerOptions>(configuration, IssuerOptions.SectionName);
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<SigningOptions>();
            return PemKeys.ReadCurrent(options.Key, options.PreviousKeys);
        });
        return services.AddSingleton<ITokenKeys>(provider => provider.GetRequiredService<IssuerOptions>() is { Issuer.Length: > 0 } issuer
            ? new IssuerTokenKeys(issuer)
            : new OwnTokenKeys(provider.GetRequiredService<HostKey>()));
    }

    private static IServiceCollection AddRecords(this IServiceCollection services)
    {
        services.TryAddSingleton<IIdSource, RandomIds>();
        return services.AddSingleton<PartitionGates>().AddSingleton<ChainWriter>();
    }

    private static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<JobsOptions>(configuration, JobsOptions.SectionName);
        return services.AddSingleton<JobWaker>().AddSingleton<JobStore>().AddSingleton<JobInput>().AddSingleton<JobLeases>().AddSingleton<JobRunner>();
    }

    private static IServiceCollection AddHttp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<AddressOptions>(configuration, AddressOptions.SectionName);
        services.TryAddSingleton(new ApiOptions());
        services.TryAddSingleton<ITokenKeys, OwnTokenKeys>();
        return services.AddSingleton<TokenVerifier>().AddSingleton<LinkSigner>().AddSingleton<SessionSigner>().AddSingleton<Gate>().AddSingleton<PublicAddress>()
            .AddSingleton<Endpoint>().AddSingleton<Paging>().AddSingleton<RouteTable>();
    }
}
