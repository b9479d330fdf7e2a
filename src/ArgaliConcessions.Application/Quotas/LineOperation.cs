using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>
/// A change of a quota line that is under way across two partitions, whole, so that anybody can carry it on: row
/// <c>o/{id}</c> of the law, there from its first step to its last.
/// </summary>
/// <param name="QuotaTaxon">The taxon of the national quota that it takes from.</param>
/// <param name="BaseRevision">The line's revision that it changes; 0 for a new line.</param>
/// <param name="Generation">One more than the operation before it had; given by the first step.</param>
public sealed record LineOperation(
    string Id, string Concession, string Year, string Line, string QuotaTaxon, int BaseRevision, int Generation,
    QuotaLine Target, LegalBasis Basis, Instant StartedAt)
{
    /// <summary>The row of the law that says what the line holds.</summary>
    public string AllocationRow => QuotaRows.Allocation(Year, QuotaTaxon, Concession, Line);
}
