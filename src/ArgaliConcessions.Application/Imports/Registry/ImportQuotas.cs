using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>Sets the national quotas and quota lines of a list, each as <see cref="PutNationalQuota"/> and <see cref="SetQuotaLine"/> do it and by their rules.</summary>
public sealed class ImportQuotas(
    ListRecording recording, KeptImports kept, LawLibrary library, IRecordStore store, LineRegister lines, PutNationalQuota putNational, SetQuotaLine setLine,
    OperationsUnderWay operations, LegalCalendar calendar)
{
    public async Task<Outcome<ImportAnswer>> RunAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        if (await RegisterIndex.ReadAsync(library, store, cancellationToken) is not { } register) return LawRefusals.NoAuthority;
        if (!request.DryRun && await kept.FindAsync(request.Key, cancellationToken) is { } known) return known;
        if (!request.DryRun) await CarryOnAsync(request, cancellationToken);
        var standing = new QuotaStanding(register.Law, library, lines, store, calendar);
        var plan = new QuotaPlan(standing, putNational, setLine, request.Update);
        return await recording.RunAsync(request, QuotaEntry.ReadList(request.File, register), plan, cancellationToken);
    }

    /// <summary>
    /// What is half done counts at its larger amount: a list that was cut off and is sent again would find its own animals taken.
    /// A dry run writes nothing and leaves it so, as whoever asks meanwhile would find it.
    /// </summary>
    private async Task CarryOnAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        await foreach (var noted in store.ListAsync(Partitions.Law, new RowRange(QuotaRows.Operations), cancellationToken))
        {
            await operations.CarryOnAsync(noted, calendar.Now, request.Actor, cancellationToken);
        }
    }
}
