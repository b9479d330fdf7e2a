using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits;

/// <summary>A permit with all that came of it.</summary>
/// <param name="Document">The hunter's document number; null for those who may not see it.</param>
/// <param name="On">The date that its status is told of.</param>
public sealed record PermitDetails(PermitFile File, string? Document, LocalDate On)
{
    /// <summary>The permit's version, and how many records came of it: those change without a new version.</summary>
    public string ETag
    {
        get
        {
            var records = File.Harvests.Sum(h => h.Version) + File.Inspections.Count;
            return records == 0 ? FormattableString.Invariant($"{File.Permit.Version}") : FormattableString.Invariant($"{File.Permit.Version}.{records}");
        }
    }
}

/// <summary>One permit by its number.</summary>
public sealed class ReadPermit(IRecordStore store, PermitFinder finder, PermitFiles files, LawLibrary library, LegalCalendar calendar)
{
    /// <param name="withDocument">Whether the hunter's document number is read too.</param>
    /// <param name="on">The date that the status is told of; null for today.</param>
    /// <param name="knownAt">Leaves out what was recorded later; null for all that is recorded.</param>
    public async Task<Outcome<PermitDetails>> RunAsync(
        string number, Viewer viewer, bool withDocument, LocalDate? on, Instant? knownAt, CancellationToken cancellationToken)
    {
        var found = await finder.PlaceAsync(number, viewer, cancellationToken);
        if (found is Outcome<PermitPlace>.Refused refused) return refused.Refusal;
        var place = ((Outcome<PermitPlace>.Done)found).Value;
        var file = await files.FindAsync(place.Concession, place.Year, place.Serial, cancellationToken, knownAt);
        if (file?.Permit.Number != place.Number) return PermitFinder.NotFound;
        if (await library.ConcessionAsync(place.Concession, LawFreshness.Cached, cancellationToken) is not { } law) return PermitFinder.NotFound;
        var hunter = withDocument ? await store.ReadAsync<HunterDetails>(place.Ledger, LedgerRows.Hunter(place.Serial), cancellationToken) : null;
        var details = new PermitDetails(file, hunter?.Value.DocumentNumber, on ?? calendar.Today(law.National, law.Concession));
        return new Outcome<PermitDetails>.Done(details, ETag: details.ETag);
    }
}
