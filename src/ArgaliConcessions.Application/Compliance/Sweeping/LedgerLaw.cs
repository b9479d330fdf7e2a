using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>The law by which one ledger is judged, read once for the whole ledger.</summary>
/// <param name="Knowledge">What was recorded when the judging began: it may be replayed.</param>
/// <param name="Today">The concession's local date when the run began.</param>
/// <param name="Lines">The ledger's quota lines, every revision of each.</param>
public sealed record LedgerLaw(
    LawReading Reading, LawKnowledge Knowledge, LocalDate Today, IReadOnlyDictionary<string, Revisions<QuotaLine>> Lines)
{
    public LawBook Book => Reading.Book;

    public Revisions<QuotaLine>? LineOf(string? line) => line is null ? null : Lines.GetValueOrDefault(line);
}
