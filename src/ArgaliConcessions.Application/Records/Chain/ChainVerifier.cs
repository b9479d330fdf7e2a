namespace ArgaliConcessions.Application.Records.Chain;

/// <summary>
/// Checks a chained partition against its own history: events without gap, each with the hash of the one before, the
/// head at their end, and every row as the last event about it recorded it; no row more, no row less.
/// </summary>
/// <remarks>
/// It may run while others write: what looks wrong is looked at again together with the events that came since. It finds
/// what was changed behind the program's back, not a whole history rewritten from some event on: against that, keep
/// the head's hash somewhere else.
/// </remarks>
public sealed class ChainVerifier(IRecordStore store)
{
    private const int Looks = 5;

    /// <summary>The faults of a partition, each naming a record; none when all is well. An empty partition is well.</summary>
    /// <exception cref="RecordStoreException">The store is broken.</exception>
    public async Task<IReadOnlyList<ChainFault>> VerifyAsync(string partition, CancellationToken cancellationToken)
    {
        var ledger = new ChainLedger(partition);
        await CatchUpAsync(partition, ledger, cancellationToken);
        var suspects = await ScanAsync(partition, ledger, cancellationToken);
        for (var look = 0; suspects.Count > 0 && look < Looks; look++)
        {
            await CatchUpAsync(partition, ledger, cancellationToken);
            suspects = await LookAgainAsync(suspects, ledger, cancellationToken);
        }
        var head = await HeadFaultsAsync(partition, ledger, cancellationToken);
        return [.. ledger.Faults, .. head, .. suspects];
    }

    private async Task CatchUpAsync(string partition, ChainLedger ledger, CancellationToken cancellationToken)
    {
        for (var more = true; more;)
        {
            var page = await store.ReadPageAsync(partition, new RowRange(AuditEvent.Prefix), ledger.LastRow, RecordLimits.MaxPage, cancellationToken);
            foreach (var record in page.Records) ledger.Add(record);
            more = page.Next is not null;
        }
    }

    private async Task<List<ChainFault>> ScanAsync(string partition, ChainLedger ledger, CancellationToken cancellationToken)
    {
        var suspects = new List<ChainFault>();
        var unseen = ledger.Recorded.Values.Where(row => row.Deleted != true).Select(row => row.Row).ToHashSet(StringComparer.Ordinal);
        await foreach (var record in store.ListAsync(partition, RowRange.All, cancellationToken))
        {
            var row = record.Key.Row;
            if (row == PartitionHead.Row || row.StartsWith(AuditEvent.Prefix, StringComparison.Ordinal)) continue;
            unseen.Remove(row);
            if (Judge(record, ledger.Recorded.GetValueOrDefault(row)) is { } kind) suspects.Add(new ChainFault(kind, partition, row));
        }
        suspects.AddRange(unseen.Order(StringComparer.Ordinal).Select(row => new ChainFault(ChainFaultKind.RowMissing, partition, row)));
        return suspects;
    }

    private async Task<List<ChainFault>> LookAgainAsync(List<ChainFault> suspects, ChainLedger ledger, CancellationToken cancellationToken)
    {
        var still = new List<ChainFault>();
        foreach (var suspect in suspects)
        {
            var record = await store.FindAsync(new RecordKey(suspect.Partition, suspect.Row), cancellationToken);
            if (Judge(record, ledger.Recorded.GetValueOrDefault(suspect.Row)) is { } kind) still.Add(suspect with { Kind = kind });
        }
        return still;
    }

    private static ChainFaultKind? Judge(StoredRecord? record, AuditedRow? recorded) => (record, recorded) switch
    {
        (null, null or { Deleted: true }) => null,
        (null, _) => ChainFaultKind.RowMissing,
        (_, null) => ChainFaultKind.RowUnrecorded,
        (_, { Deleted: true }) => ChainFaultKind.RowReappeared,
        _ => IsAsRecorded(record, recorded) ? null : ChainFaultKind.RowDiffers,
    };

    private static bool IsAsRecorded(StoredRecord record, AuditedRow recorded)
    {
        if (recorded.Hmac is null) return recorded.Sha256 == ChainHash.OfRow(record.Payload, record.Columns);
        return record.Columns.TryGetValue(ChainHash.SaltColumn, out var salt)
            && recorded.Hmac == ChainHash.OfPersonalRow(record.Payload, record.Columns, salt);
    }

    /// <summary>The head moves with every commit: only one that stays wrong is wrong.</summary>
    private async Task<IReadOnlyList<ChainFault>> HeadFaultsAsync(string partition, ChainLedger ledger, CancellationToken cancellationToken)
    {
        IReadOnlyList<ChainFault> faults = [];
        for (var look = 0; look < Looks; look++)
        {
            await CatchUpAsync(partition, ledger, cancellationToken);
            var head = await store.FindAsync(new RecordKey(partition, PartitionHead.Row), cancellationToken);
            faults = HeadFaults(partition, ledger, head);
            if (faults.Count == 0) break;
        }
        return faults;
    }

    private static List<ChainFault> HeadFaults(string partition, ChainLedger ledger, StoredRecord? head)
    {
        if (head is null) return ledger.LastRow is null ? [] : [new ChainFault(ChainFaultKind.HeadMissing, partition, PartitionHead.Row)];
        var expected = RecordJson.Write(ledger.Head);
        if (head.Columns.Count == 0 && head.Payload.Span.SequenceEqual(expected)) return [];
        var faults = new List<ChainFault> { new(ChainFaultKind.HeadDiffers, partition, PartitionHead.Row) };
        // One of the two was changed, and there is no event after to say which.
        var namesLastEvent = System.Text.Encoding.UTF8.GetString(head.Payload.Span).Contains(ledger.Head.ChainHash, StringComparison.Ordinal);
        if (ledger.LastRow is not null && !namesLastEvent) faults.Add(new ChainFault(ChainFaultKind.EventDiffers, partition, ledger.LastRow));
        return faults;
    }
}
