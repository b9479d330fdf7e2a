using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Law;

namespace ArgaliConcessions.Application.Imports;

/// <summary>Brings in what came of the hunts, as it is: facts are never refused.</summary>
public sealed class ImportHarvests(HarvestListImport list, ImportStart start)
{
    /// <summary>Reads and checks the list whole, its permits included; a list with one fault leaves nothing. A sound one becomes a job, or a preview.</summary>
    public async Task<Outcome<ImportAnswer>> RunAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        if (await list.CheckAsync(request.File, cancellationToken) is not { } check) return LawRefusals.NoAuthority;
        var (faults, counts) = check.Faults.Count > 0 ? (check.Faults, null) : await PlanAsync(check, request.Source, cancellationToken);
        var preview = ImportPreview.Of(check.Reading, faults, request.DryRun ? counts : null);
        return faults.Count > 0 || request.DryRun
            ? new Outcome<ImportAnswer>.Done(new ImportAnswer(preview, null))
            : await start.AcceptAsync(ImportJobs.Harvests, request, preview, cancellationToken);
    }

    private async Task<(IReadOnlyCollection<ListFault> Faults, ImportCounts? Counts)> PlanAsync(
        CheckedList<HarvestListRow> check, ListSource source, CancellationToken cancellationToken)
    {
        var (faults, counts) = (new List<ListFault>(), ImportCounts.None);
        foreach (var (ledger, rows) in await list.LedgersAsync(check, source, cancellationToken))
        {
            var zone = await list.TimeZoneAsync(ledger.Concession, check.Register, cancellationToken);
            var plan = await list.PlanAsync(ledger, rows, source, zone, cancellationToken);
            faults.AddRange(plan.Faults);
            counts = counts.Plus(plan.Counts);
        }

        return (faults, faults.Count > 0 ? null : counts);
    }
}
