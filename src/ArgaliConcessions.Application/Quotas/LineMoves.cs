using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>
/// Collects what one commit does to the lines of a ledger: for each line that moves, its balance and one entry of its series. The
/// one way to move a balance, so that none moves without an entry.
/// </summary>
public sealed class LineMoves(IRecordStore store, string ledger)
{
    private readonly SortedDictionary<string, LineMove> _byLine = new(StringComparer.Ordinal);

    /// <summary>A permit, or what came of it, has changed; on one line or from one to another.</summary>
    /// <param name="before">Null for a new permit.</param>
    public async Task PermitAsync(PermitHold? before, PermitHold after, string number, CancellationToken cancellationToken)
    {
        if (before is { } old && old.Line != after.Line)
        {
            await PermitAsync(old, PermitHold.Nothing(old.Line), number, cancellationToken);
            before = null;
        }

        if (after.Line is not { } line || before == after) return;
        await PostAsync(line, Posting.OfPermit(number, before ?? PermitHold.Nothing(line), after), cancellationToken);
    }

    /// <summary>Posts movements to a line; its balance is read once for a commit.</summary>
    public async Task PostAsync(string line, IEnumerable<Posting> postings, CancellationToken cancellationToken)
    {
        if (!_byLine.TryGetValue(line, out var move))
        {
            move = new LineMove(line, await store.ReadAsync<LineBalance>(ledger, LedgerRows.Balance(line), cancellationToken));
            _byLine.Add(line, move);
        }

        move.Post(postings);
    }

    /// <summary>The changes of the commit: two for each line that moves.</summary>
    public IEnumerable<ChainChange> Changes(Instant recordedAt, Actor actor) => _byLine.Values.SelectMany(move => move.Changes(recordedAt, actor));
}
