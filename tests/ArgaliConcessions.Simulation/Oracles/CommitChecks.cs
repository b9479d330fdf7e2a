using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Simulation.Engine;
using ArgaliConcessions.Storage;

namespace ArgaliConcessions.Simulation.Oracles;

/// <summary>What every single commit must keep to: its event, its link to the one before, and what it may give out.</summary>
public static class CommitChecks
{
    /// <summary>The breaches of one commit that was just applied.</summary>
    /// <param name="register">As the register stands after it.</param>
    public static IEnumerable<Breach> Of(IReadOnlyList<RowChange> changes, RegisterModel register)
    {
        var partition = changes[0].Partition;
        var chain = SettledInvariants.IsChained(partition) ? Chain(partition, changes) : [];
        return register.Ledgers.TryGetValue(partition, out var ledger) ? chain.Concat(Given(changes, ledger)) : chain;
    }

    /// <summary>A new permit or a new state of a line leaves no line with less than it holds, whatever was reported before.</summary>
    private static IEnumerable<Breach> Given(IReadOnlyList<RowChange> changes, LedgerModel ledger)
    {
        var isGiven = changes.Any(c => c.Before is null && (c.Row.StartsWith("l/", StringComparison.Ordinal) || c.Row.StartsWith("r/", StringComparison.Ordinal) || (c.Row.StartsWith("p/", StringComparison.Ordinal) && c.Row.Split('/').Length == 2)));
        if (!isGiven) yield break;
        foreach (var (line, row) in ledger.Lines)
        {
            var held = ledger.Balances.GetValueOrDefault(line)?.Bound ?? 0;
            var touched = changes.Any(c => c.Row.StartsWith("b/" + line, StringComparison.Ordinal));
            if (touched && held > row.Revision.Value.Animals)
                yield return new Breach("given-past-the-line", $"{ledger.Concession}/{ledger.Year}/{line} has {row.Revision.Value.Animals} animals and holds {held}");
        }
    }

    private static IEnumerable<Breach> Chain(string partition, IReadOnlyList<RowChange> changes)
    {
        var head = changes.FirstOrDefault(c => c.Row == PartitionHead.Row);
        var audit = changes.FirstOrDefault(c => c.Row.StartsWith(AuditEvent.Prefix, StringComparison.Ordinal));
        if (head?.After is null || audit?.After is null || audit.Before is not null)
        {
            yield return new Breach("rows-without-event", $"{partition}: {string.Join(' ', changes.Select(c => c.Row))}");
            yield break;
        }

        var before = head.Before is null ? PartitionHead.Empty : RecordJson.Read<PartitionHead>(head.Before.Payload);
        var after = RecordJson.Read<PartitionHead>(head.After.Payload);
        var entry = RecordJson.Read<AuditEvent>(audit.After.Payload);
        if (after.Sequence != before.Sequence + 1 || entry.Sequence != after.Sequence || audit.Row != AuditEvent.RowOf(after.Sequence))
            yield return new Breach("audit-gap", $"{partition}: head {before.Sequence} to {after.Sequence}, event {entry.Sequence} in {audit.Row}");
        if (entry.PreviousHash != before.ChainHash || ChainHash.OfBytes(audit.After.Payload.Span) != after.ChainHash)
            yield return new Breach("audit-link", $"{partition}: event {entry.Sequence} is not linked to the one before, or the head not to it");
        if (after.RecordedAt <= before.RecordedAt) yield return new Breach("recorded-backwards", $"{partition}: {before.RecordedAt} to {after.RecordedAt}");
        if (after.NextSerial < before.NextSerial) yield return new Breach("serial-backwards", $"{partition}: {before.NextSerial} to {after.NextSerial}");
        var told = entry.Rows.ToDictionary(row => row.Row, StringComparer.Ordinal);
        foreach (var change in changes.Where(c => c != head && c != audit))
        {
            if (!told.Remove(change.Row, out var row) || !IsTold(row, change.After)) yield return new Breach("row-not-in-event", $"{partition} {change.Row}");
        }

        if (told.Count > 0) yield return new Breach("event-without-row", $"{partition}: {string.Join(' ', told.Keys)}");
    }

    private static bool IsTold(AuditedRow told, RawRecord? after)
    {
        if (after is null) return told.Deleted == true;
        if (told.Hmac is null) return told.Sha256 == ChainHash.OfRow(after.Payload, after.Columns);
        return after.Columns.TryGetValue(ChainHash.SaltColumn, out var salt) && told.Hmac == ChainHash.OfPersonalRow(after.Payload, after.Columns, salt);
    }
}
