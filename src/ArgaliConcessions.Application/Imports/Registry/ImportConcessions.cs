using ArgaliConcessions.Application.Concessions;
using ArgaliConcessions.Application.Law;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>Registers the concessions of a list, each as <see cref="PutConcession"/> does it and by its rules.</summary>
public sealed class ImportConcessions(ListRecording recording, KeptImports kept, LawLibrary library, ConcessionDirectory directory, PutConcession put)
{
    public async Task<Outcome<ImportAnswer>> RunAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Checked, cancellationToken) is null) return LawRefusals.NoAuthority;
        if (!request.DryRun && await kept.FindAsync(request.Key, cancellationToken) is { } known) return known;
        var plan = new ConcessionPlan(library, directory, put, request.Update);
        return await recording.RunAsync(request, ConcessionEntry.ReadList(request.File), plan, cancellationToken);
    }
}
