using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Seasons;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>Records the versions of seasons of a list, each as <see cref="PutSeason"/> does it and by its rules.</summary>
public sealed class ImportSeasons(ListRecording recording, KeptImports kept, LawLibrary library, IRecordStore store, PutSeason put, LegalCalendar calendar)
{
    public async Task<Outcome<ImportAnswer>> RunAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        if (await RegisterIndex.ReadAsync(library, store, cancellationToken) is not { } register) return LawRefusals.NoAuthority;
        if (!request.DryRun && await kept.FindAsync(request.Key, cancellationToken) is { } known) return known;
        var plan = new SeasonPlan(library, put, calendar, request.Update);
        return await recording.RunAsync(request, SeasonEntry.ReadList(request.File, register), plan, cancellationToken);
    }
}
