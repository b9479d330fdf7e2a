using System.Text.Json;

namespace ArgaliConcessions.Application.Records.Chain;

/// <summary>
/// What the audit events of a partition say, read one after the other: the head that they lead to, and the last hash of
/// every row. Takes memory for a name and a hash a row.
/// </summary>
internal sealed class ChainLedger(string partition)
{
    private const string CommitIdColumn = "commitId";
    private readonly Dictionary<string, AuditedRow> recorded = new(StringComparer.Ordinal);
    private readonly List<ChainFault> faults = [];

    /// <summary>The head that the events lead to; <see cref="PartitionHead.Empty"/> without events.</summary>
    public PartitionHead Head { get; private set; } = PartitionHead.Empty;

    /// <summary>The row of the last event taken in; null before the first.</summary>
    public string? LastRow { get; private set; }

    /// <summary>Faults of the events themselves.</summary>
    public IReadOnlyList<ChainFault> Faults => faults;

    /// <summary>What was last recorded of each row.</summary>
    public IReadOnlyDictionary<string, AuditedRow> Recorded => recorded;

    /// <summary>Takes in the next event in the order of rows.</summary>
    public void Add(StoredRecord record)
    {
        LastRow = record.Key.Row;
        var audit = TryRead(record);
        if (audit is null || !IsWhole(audit, record)) Blame(ChainFaultKind.EventMalformed, record.Key.Row);
        if (audit is null)
        {
            // What it said is lost, but not its place: the events around it shall not be blamed for it.
            Head = Head with { Sequence = Head.Sequence + 1, ChainHash = ChainHash.OfBytes(record.Payload.Span) };
            return;
        }
        CheckPlace(audit);
        foreach (var row in audit.Rows) recorded[row.Row] = row;
        Head = new PartitionHead(audit.Sequence, audit.Hash, audit.NextSerial, audit.At);
    }

    private void CheckPlace(AuditEvent audit)
    {
        if (audit.Sequence > Head.Sequence + 1) Blame(ChainFaultKind.EventMissing, AuditEvent.RowOf(Head.Sequence + 1));
        if (audit.Sequence != Head.Sequence + 1 || audit.PreviousHash == Head.ChainHash) return;
        // The first event has none before it: then it is its own link that was changed.
        Blame(ChainFaultKind.EventDiffers, AuditEvent.RowOf(Math.Max(1, Head.Sequence)));
    }

    private void Blame(ChainFaultKind kind, string row) => faults.Add(new ChainFault(kind, partition, row));

    private static bool IsWhole(AuditEvent audit, StoredRecord record) =>
        record.Key.Row == AuditEvent.RowOf(audit.Sequence)
        && record.Columns.Count == 1 && record.Columns.TryGetValue(CommitIdColumn, out var id) && id == audit.CommitId;

    private static AuditEvent? TryRead(StoredRecord record)
    {
        try
        {
            var audit = AuditEvent.Read(record);
            return audit.Rows is null || audit.Rows.Any(row => row?.Row is null) ? null : audit;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
