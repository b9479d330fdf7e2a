using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Quotas;

namespace ArgaliConcessions.Application.Imports;

/// <summary>Applies a list of harvests that was found sound; cut off anywhere, it goes on to the end.</summary>
public sealed class HarvestImportJob(HarvestListImport list, HarvestListWriter writer, ImportLedgers ledgers, JobInput input, LineRegister lines) : IJobHandler
{
    public string Kind => ImportJobs.Harvests;

    public Task<JobEnd> RunAsync(JobContext context, CancellationToken cancellationToken) =>
        ImportJobs.WithInputAsync(input, context, file => ApplyAsync(file, context, cancellationToken), cancellationToken);

    private async Task<JobEnd> ApplyAsync(ListFile file, JobContext context, CancellationToken cancellationToken)
    {
        var (source, actor) = (ImportJobs.SourceOf(context), ImportJobs.ActorOf(context));
        var check = (await list.CheckAsync(file, cancellationToken))!;
        if (check.Faults.Count > 0) return ImportJobs.Refused(check.Faults.Select(check.Reading.Layout.Place));
        var work = await list.LedgersAsync(check, source, cancellationToken);
        return await ImportJobs.RunAsync(
            context,
            work,
            part => ImportLedgers.KeyOf(part.Ledger.Concession, part.Ledger.Year),
            async (part, pulse) =>
            {
                var (entry, register) = (part.Ledger, check.Register);
                await ledgers.EnterAsync(source, entry.Concession, entry.Year, actor, cancellationToken);
                var code = register.Concession(entry.Concession)!.Code;
                var ledger = await ImportLedger.ReadAsync(lines, entry.Concession, code, entry.Year, register.Authority.TaxonTree, cancellationToken);
                var zone = await list.TimeZoneAsync(entry.Concession, register, cancellationToken);
                var plan = await writer.ApplyAsync(ledger, part.Rows, source, zone, actor, pulse, cancellationToken);
                return plan is null ? ImportJobs.LedgerEnd.TimeIsUp : new ImportJobs.LedgerEnd(plan.CountsSince(context.Job.CreatedAt), [.. plan.Faults.Select(check.Reading.Layout.Place)]);
            },
            cancellationToken);
    }
}
