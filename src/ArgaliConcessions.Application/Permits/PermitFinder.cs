using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits;

/// <summary>Where a permit lies.</summary>
public sealed record PermitPlace(string Concession, string Year, int Serial, string Number)
{
    public string Ledger => Partitions.Ledger(Concession, Year);
}

/// <summary>Finds permits by their numbers, as people write them.</summary>
public sealed class PermitFinder(IRecordStore store, LawLibrary library)
{
    /// <summary>With room for the blanks and dashes that people put in.</summary>
    private const int LongestNumber = 60;

    /// <summary>
    /// Where the number leads. A misread one (our form, wrong check character) is told from an unknown one; what the
    /// viewer may not see is as unknown as what is not there.
    /// </summary>
    public async Task<Outcome<PermitPlace>> PlaceAsync(string written, Viewer viewer, CancellationToken cancellationToken)
    {
        if (written.Length > LongestNumber) return NotFound;
        var reading = PermitNumber.Read(written);
        if (reading is { Kind: PermitNumberKind.Misread }) return Misread;
        if (reading is not { Kind: PermitNumberKind.Ours, Number: { } number }) return NotFound;
        var concession = await library.ConcessionIdAsync(number.Code, cancellationToken);
        if (concession is null || !viewer.MaySee(concession)) return NotFound;
        return new Outcome<PermitPlace>.Done(new PermitPlace(concession, number.Year, number.Serial, number.ToString()));
    }

    /// <summary>The current permit at a place: one read; null when there is none, or one of another country.</summary>
    public async Task<Stored<Permit>?> ReadAsync(PermitPlace place, CancellationToken cancellationToken)
    {
        var permit = await store.ReadAsync<Permit>(place.Ledger, LedgerRows.Permit(place.Serial), cancellationToken);
        return permit?.Value.Number == place.Number ? permit : null;
    }

    internal static Refusal NotFound { get; } = Refusal.NotFound("permit");

    internal static Refusal Misread { get; } = Refusal.Because(RefusalKind.NotFound, "permit-number-misread");
}
