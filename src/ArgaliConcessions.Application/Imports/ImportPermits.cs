using ArgaliConcessions.Application.Law;

namespace ArgaliConcessions.Application.Imports;

/// <summary>Brings in permits issued on paper, as they are: nothing is refused for being unlawful, the sweep judges it.</summary>
public sealed class ImportPermits(PermitListImport list, ImportStart start)
{
    /// <summary>Reads and checks the list whole; a list with one fault leaves nothing. A sound one becomes a job, or a preview.</summary>
    public async Task<Outcome<ImportAnswer>> RunAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        if (await list.CheckAsync(request.File, cancellationToken) is not { } check) return LawRefusals.NoAuthority;
        if (check.Faults.Count > 0 || !request.DryRun)
        {
            var preview = ImportPreview.Of(check.Reading, check.Faults, null);
            return check.Faults.Count > 0
                ? new Outcome<ImportAnswer>.Done(new ImportAnswer(preview, null))
                : await start.AcceptAsync(ImportJobs.Permits, request, preview, cancellationToken);
        }

        var counts = ImportCounts.None;
        foreach (var (ledger, drafts) in await list.LedgersAsync(check, request.Source, cancellationToken))
        {
            counts = counts.Plus((await list.PlanAsync(ledger, drafts, request.Source, cancellationToken)).Counts);
        }

        return new Outcome<ImportAnswer>.Done(new ImportAnswer(ImportPreview.Of(check.Reading, check.Faults, counts), null));
    }
}
