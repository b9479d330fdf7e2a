using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Compliance.Sweeping;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Functions.Service;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ArgaliConcessions.Functions.Compliance;

/// <summary>Registers sweeps, findings and reports.</summary>
public static class ComplianceRegistration
{
    public static IServiceCollection AddCompliance(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<SweepOptions>(configuration, SweepOptions.SectionName);
        services.AddReaders();
        services.AddSingleton<FindingWriter>().AddSingleton<FindingPlaces>().AddSingleton<FindingList>().AddSingleton<ExportFindings>().AddSingleton<FindingAges>().AddSingleton<DecideFinding>();
        services.AddSingleton<RunBook>().AddSingleton<RunLife>().AddSingleton<RunResults>().AddSingleton<RequestRun>().AddSingleton<NightlySweep>().AddSingleton<SweepHealth>();
        services.AddSingleton<LedgerLaws>().AddSingleton<DuplicateReader>().AddSingleton<RunFindings>();
        services.AddSingleton<LedgerSweep>().AddSingleton<ZoneSweep>().AddSingleton<NationalSweep>();
        services.AddSingleton<BuildReport>().AddSingleton<IJobHandler, SweepJob>().AddSingleton<IHealthReport, LastSweepReport>();
        return services;
    }

    /// <summary>What the sweep reads with; other features read with it too.</summary>
    private static void AddReaders(this IServiceCollection services)
    {
        services.TryAddSingleton<LawLibraryOptions>();
        services.TryAddSingleton<LawLibrary>();
        services.TryAddSingleton<ConcessionDirectory>();
        services.TryAddSingleton<LedgerDirectory>();
        services.TryAddSingleton<LineRegister>();
        services.TryAddSingleton<PermitFiles>();
        services.TryAddSingleton<PaperIndex>();
        services.TryAddSingleton<DocumentIndex>();
        services.TryAddSingleton<TagClaims>();
        services.TryAddSingleton<TagRegister>();
    }
}
