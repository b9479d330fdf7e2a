using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Imports;

/// <summary>Collects what one commit does to the balances of a ledger's lines; a permit whose line does not exist moves none.</summary>
public sealed class LineBalances(IRecordStore store, ImportLedger ledger)
{
    private readonly Dictionary<string, (Stored<LineBalance>? Current, LineBalance Next)> _byLine = new(StringComparer.Ordinal);

    public async Task MoveAsync(PermitHold hold, Func<PermitHold, LineBalance, LineBalance> move, CancellationToken cancellationToken)
    {
        if (hold.Line is not { } line || !ledger.Lines.ContainsKey(line)) return;
        if (!_byLine.TryGetValue(line, out var balance))
        {
            var current = await store.ReadAsync<LineBalance>(ledger.Partition, LedgerRows.Balance(line), cancellationToken);
            balance = (current, current?.Value ?? LineBalance.Empty);
        }

        _byLine[line] = balance with { Next = move(hold, balance.Next) };
    }

    public IEnumerable<ChainChange> Changes() =>
        _byLine.Where(b => b.Value.Next != b.Value.Current?.Value).Select(b => LedgerChanges.Balance(b.Key, b.Value.Current, b.Value.Next));
}
