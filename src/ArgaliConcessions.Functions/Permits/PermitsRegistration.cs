using ArgaliConcessions.Application.Harvests;
using ArgaliConcessions.Application.Inspections;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.FieldSheets;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Application.Permits.Papers;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Permits.Validity;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records.Pending;
using ArgaliConcessions.Functions.Quotas;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>Registers all that lies in ledgers: quota lines, permits, harvests, inspections.</summary>
public static class PermitsRegistration
{
    public static IServiceCollection AddPermits(this IServiceCollection services)
    {
        services.TryAddSingleton<PermitFiles>();
        services.TryAddSingleton<PaperIndex>();
        services.TryAddSingleton<DocumentIndex>();
        services.TryAddSingleton<PaperReader>();
        services.TryAddSingleton<TagClaims>();
        services.TryAddSingleton<TagRegister>();
        services.TryAddSingleton<LedgerDirectory>();
        services.TryAddSingleton<LineRegister>();
        return services.AddSingleton<PendingNotes>().AddSingleton<SettleNotes>().AddSingleton<PermitFinder>().AddSingleton<KeptAnswers>()
            .AddQuotaLines()
            .AddSingleton<IssueJudge>().AddSingleton<IssuePermit>().AddSingleton<CheckIssue>().AddSingleton<LateFindings>().AddSingleton<ReadPermit>().AddSingleton<ReadPermitVersion>().AddSingleton<ListPermits>().AddSingleton<ExportPermits>()
            .AddSingleton<SecondLook>().AddSingleton<PermitWriter>().AddSingleton<ChangePermit>().AddSingleton<AmendPermit>().AddSingleton<ReplaceTag>()
            .AddSingleton<TagFates>().AddSingleton<TagLookup>().AddSingleton<RegisterTag>().AddSingleton<RegisterTagSeries>().AddSingleton<ReadTag>()
            .AddSingleton<BuildFieldSheet>().AddSingleton<FieldSheetAnswers>().AddSingleton<ReadPaper>().AddSingleton<PaperAnswers>().AddSingleton<CheckValidity>().AddSingleton<INoteSettler, SettleClaims>().AddSingleton<RecordHarvest>().AddSingleton<ReadHarvest>()
            .AddSingleton<RecordInspection>().AddSingleton<InspectionsOfPermits>().AddSingleton<INoteSettler, SettleInspections>();
    }
}
