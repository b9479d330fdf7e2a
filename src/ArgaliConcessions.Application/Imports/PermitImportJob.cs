using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Jobs;

namespace ArgaliConcessions.Application.Imports;

/// <summary>Applies a list of permits that was found sound; cut off anywhere, it goes on to the end.</summary>
public sealed class PermitImportJob(PermitListImport list, PermitListWriter writer, ImportLedgers ledgers, JobInput input) : IJobHandler
{
    public string Kind => ImportJobs.Permits;

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
                await ledgers.EnterAsync(source, part.Ledger.Concession, part.Ledger.Year, actor, cancellationToken);
                var country = check.Register.Authority.Country;
                var counts = await writer.ApplyAsync(part.Ledger, part.Drafts, source, country, context.Job.CreatedAt, actor, pulse, cancellationToken);
                return counts is null ? ImportJobs.LedgerEnd.TimeIsUp : ImportJobs.LedgerEnd.Done(counts);
            },
            cancellationToken);
    }
}
