using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Imports;

/// <summary>A ledger that a list goes into: its quota lines, and the parts of its permits' numbers.</summary>
public sealed record ImportLedger(string Concession, string Code, string Year, IReadOnlyDictionary<string, QuotaLine> Lines, TaxonTree Taxa)
{
    public string Partition => Partitions.Ledger(Concession, Year);

    public static async Task<ImportLedger> ReadAsync(
        LineRegister lines, string concession, string code, string year, TaxonTree taxa, CancellationToken cancellationToken)
    {
        var states = await lines.ListAsync(concession, year, cancellationToken);
        return new ImportLedger(concession, code, year, states.ToDictionary(l => l.Id, l => l.Revisions.Latest.Value, StringComparer.Ordinal), taxa);
    }

    /// <summary>
    /// The line a row names, even one that does not exist; where it names none, the only line that covers its animal, or
    /// null where there is none or a choice: R06 then cannot judge it and says so.
    /// </summary>
    public string? LineOf(PermitListRow row)
    {
        if (row.QuotaLine is { } named) return named;
        var fitting = Lines.Where(l => Covers(l.Value, row)).Select(l => l.Key).Take(2).ToList();
        return fitting is [var only] ? only : null;
    }

    private bool Covers(QuotaLine line, PermitListRow row) =>
        Taxa.Covers(line.Taxon, row.Taxon) && (line.Sex is Sex.Any or Sex.Unknown || row.Sex is Sex.Unknown || line.Sex == row.Sex);
}
