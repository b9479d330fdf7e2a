using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Ledger;

/// <summary>Where a paper number leads: a row of the partition <c>paper/{folded}</c>, named by the permit's number.</summary>
public sealed record PaperEntry(string Number, string Concession, string Year, int Serial);

/// <summary>
/// Finds permits by the number printed on their paper. An entry is written before its permit and never removed, so
/// it may lead to nothing, or to a permit that took the serial with another paper: whoever follows it must look.
/// </summary>
/// <remarks>
/// The partition is not chained: it can be made anew from the ledgers, which are. The entry is its own commit's witness.
/// </remarks>
public sealed class PaperIndex(IRecordStore store, IIdSource ids)
{
    /// <summary>Permits of one paper number that are looked at; more than that is a series without numbers, not a number.</summary>
    public const int MaxPermits = BearerRows.MaxPermits;

    private readonly BearerRows _rows = new(store, ids);

    /// <summary>The folded number that the partition is named by.</summary>
    public static string Fold(PaperNumber paper) => Folding.Fold(paper.ToString());

    /// <summary>Adds the permit under its paper's number, and notes the number as a duplicate when others bear it too.</summary>
    /// <returns>False when the store's answer is unknown.</returns>
    public Task<bool> AddAsync(Permit permit, PaperNumber paper, CancellationToken cancellationToken) =>
        _rows.AddAsync(Partitions.Paper(Fold(paper)), permit, cancellationToken);

    /// <summary>The entries of a folded number, by permit number; at most <see cref="MaxPermits"/>.</summary>
    public Task<IReadOnlyList<PaperEntry>> FindAsync(string folded, CancellationToken cancellationToken) =>
        _rows.FindAsync(Partitions.Paper(folded), cancellationToken);

    /// <summary>Whether a permit bears the number, on its present paper or on one that a replacement voided.</summary>
    public static bool Bears(Permit permit, string folded) =>
        (permit.Paper is { } paper && Fold(paper) == folded) || permit.VoidedPapers.Any(v => Fold(v.Paper) == folded);
}
