using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>
/// The ledger's step of an allocation: gives the line its new terms, or turns them away; may be called by anybody, any number of times.
/// </summary>
/// <remarks>
/// The ledger remembers the generation that it took or turned away: a step that comes late finds its generation passed and
/// changes nothing. So even a refusal is committed, or a late step could take the change after all.
/// </remarks>
public sealed class LineStep(IRecordStore store, ChainWriter chain)
{
    public async Task<ApplyResult> ApplyAsync(LineOperation operation, Actor actor, CancellationToken cancellationToken)
    {
        var ledger = Partitions.Ledger(operation.Concession, operation.Year);
        var applied = await chain.DecideAsync<ApplyResult>(
            ledger, actor, (context, cancel) => DecideAsync(operation, ledger, context.RecordedAt, actor, cancel), cancellationToken);
        return applied.Value ?? new ApplyResult.Busy();
    }

    private async Task<ChainDecision<ApplyResult>> DecideAsync(
        LineOperation operation, string ledger, Instant recordedAt, Actor actor, CancellationToken cancellationToken)
    {
        var balance = await store.ReadAsync<LineBalance>(ledger, LedgerRows.Balance(operation.Line), cancellationToken);
        var standing = balance?.Value ?? LineBalance.Empty;
        var rows = await new LineRegister(store).RowsAsync(ledger, operation.Line, cancellationToken);
        if (standing.Generation >= operation.Generation) return Known(operation, rows);
        var move = new LineMove(operation.Line, balance);
        var objection = Objection(operation, rows, standing);
        var granted = operation.Target.Animals - standing.Granted;
        if (objection is null && granted != 0) move.Post(new Posting(PostingKind.Grant, new LineAmounts(granted), Allocation: operation.Id));
        ChainChange[] changes = [.. move.Changes(recordedAt, actor, operation.Generation)];
        if (objection is not null) return new ChainDecision<ApplyResult>.Write("turn-away-line", changes, objection);
        var revision = new Revision<QuotaLine>(operation.BaseRevision + 1, recordedAt, operation.Basis, operation.Target);
        var row = RecordJson.Write(new LineRow(revision, operation.Id, operation.QuotaTaxon));
        var insert = new RecordChange.Insert(LedgerRows.Line(operation.Line, revision.Number), row);
        return new ChainDecision<ApplyResult>.Write("set-line", [new ChainChange(insert), .. changes], new ApplyResult.Applied());
    }

    /// <summary>
    /// A line is not lowered below what stands on it. One that imported papers oversold may be raised, or entered late, though it
    /// stays oversold: what happened is flagged (R06), not hidden.
    /// </summary>
    private static ApplyResult? Objection(LineOperation operation, IReadOnlyList<LineRow> rows, LineBalance standing)
    {
        if (rows.Count != operation.BaseRevision) return new ApplyResult.Moved();
        var before = rows.Count == 0 ? 0 : rows[^1].Revision.Value.Animals;
        var animals = operation.Target.Animals;
        return IsBelowStanding(animals, before, standing) ? new ApplyResult.BelowIssued(standing.Bound) : null;
    }

    /// <summary>Whether a line would be lowered below what is on permits and reserved.</summary>
    internal static bool IsBelowStanding(int animals, int before, LineBalance standing) => animals < before && standing.Remaining(animals) < 0;

    private static ChainDecision<ApplyResult>.Nothing Known(LineOperation operation, IReadOnlyList<LineRow> rows) =>
        new(rows.Any(r => r.Operation == operation.Id) ? new ApplyResult.Applied() : new ApplyResult.Moved());
}
