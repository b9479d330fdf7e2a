using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Ledger;

/// <summary>Finds the permits that bear a paper number.</summary>
public sealed class PaperReader(IRecordStore store, PaperIndex papers)
{
    /// <summary>The permits of a folded number, by their own numbers: one read of the index, one of each permit.</summary>
    public async Task<IReadOnlyList<Stored<Permit>>> FindAsync(string folded, CancellationToken cancellationToken)
    {
        var entries = await papers.FindAsync(folded, cancellationToken);
        var read = await Task.WhenAll(entries.Select(e => ReadAsync(e, cancellationToken)));
        return [.. read.OfType<Stored<Permit>>().Where(p => PaperIndex.Bears(p.Value, folded))];
    }

    private Task<Stored<Permit>?> ReadAsync(PaperEntry entry, CancellationToken cancellationToken) =>
        store.ReadAsync<Permit>(Partitions.Ledger(entry.Concession, entry.Year), LedgerRows.Permit(entry.Serial), cancellationToken);
}
