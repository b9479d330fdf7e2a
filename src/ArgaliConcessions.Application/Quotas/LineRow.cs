using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>One revision of a quota line: row <c>l/{line}/{revision}</c> of the ledger.</summary>
/// <param name="Operation">The allocation that brought it.</param>
/// <param name="QuotaTaxon">The taxon of the national quota that the line takes from; the same in every revision.</param>
public sealed record LineRow(Revision<QuotaLine> Revision, string Operation, string QuotaTaxon);

/// <summary>A quota line as it stands: all its revisions and its balance.</summary>
public sealed record LineState(string Id, IReadOnlyList<LineRow> Rows, Stored<LineBalance>? Balance)
{
    public Revisions<QuotaLine> Revisions { get; } = new(Rows.Select(r => r.Revision));

    public LineRow Latest => Rows[^1];

    public LineBalance Standing => Balance?.Value ?? LineBalance.Empty;
}

/// <summary>Reads quota lines.</summary>
public sealed class LineRegister(IRecordStore store)
{
    /// <summary>One line with its balance; null when the ledger has none of that id. Two reads.</summary>
    public async Task<LineState?> FindAsync(string concession, string year, string line, CancellationToken cancellationToken)
    {
        var ledger = Partitions.Ledger(concession, year);
        var rows = await RowsAsync(ledger, line, cancellationToken);
        if (rows.Count == 0) return null;
        return new LineState(line, rows, await store.ReadAsync<LineBalance>(ledger, LedgerRows.Balance(line), cancellationToken));
    }

    /// <summary>All lines of a ledger by id. Two reads.</summary>
    public async Task<IReadOnlyList<LineState>> ListAsync(string concession, string year, CancellationToken cancellationToken)
    {
        var ledger = Partitions.Ledger(concession, year);
        var rows = await store.ListAsync(ledger, new RowRange(LedgerRows.Lines), cancellationToken).ToListAsync(cancellationToken);
        var balances = await store.ListAsync(ledger, new RowRange(LedgerRows.Balances), cancellationToken)
            .ToDictionaryAsync(r => IdOf(r), r => r.As<LineBalance>(), StringComparer.Ordinal, cancellationToken);
        return [.. rows.GroupBy(IdOf, StringComparer.Ordinal)
            .Select(g => new LineState(g.Key, [.. g.Select(r => RecordJson.Read<LineRow>(r.Payload))], balances.GetValueOrDefault(g.Key)))];
    }

    /// <summary>The generation of the newest operation that the ledger has taken or turned away; 0 before the first.</summary>
    public async Task<int> GenerationAsync(string concession, string year, string line, CancellationToken cancellationToken) =>
        (await store.ReadAsync<LineBalance>(Partitions.Ledger(concession, year), LedgerRows.Balance(line), cancellationToken))?.Value.Generation ?? 0;

    internal async Task<IReadOnlyList<LineRow>> RowsAsync(string ledger, string line, CancellationToken cancellationToken) =>
        await store.ListAsync(ledger, new RowRange(LedgerRows.LineRevisions(line)), cancellationToken)
            .Select(r => RecordJson.Read<LineRow>(r.Payload)).ToListAsync(cancellationToken);

    private static string IdOf(StoredRecord record) => record.Key.Row.Split('/')[1];
}
