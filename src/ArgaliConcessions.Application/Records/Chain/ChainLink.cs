namespace ArgaliConcessions.Application.Records.Chain;

/// <summary>One commit of a chained partition, built but not yet sent: the changes with the head, the audit event as witness.</summary>
internal sealed record ChainLink(PartitionHead Head, IReadOnlyList<RecordChange> Changes, CommitWitness Witness)
{
    public static ChainLink Of(
        ChainContext context, string? headVersion, Actor actor, string commitId, string action, IReadOnlyList<ChainChange> changes, int serialsTaken, IIdSource ids)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(serialsTaken);
        var salted = changes.Select(change => Salted(Checked(change), ids)).ToList();
        var sequence = context.Head.Sequence + 1;
        var nextSerial = context.NextSerial + serialsTaken;
        var audit = new AuditEvent(
            sequence, context.RecordedAt, actor.Subject, actor.Role, action, actor.RequestId, commitId, nextSerial,
            salted.ConvertAll(Audited), context.Head.ChainHash);
        var payload = RecordJson.Write(audit);
        var head = new PartitionHead(sequence, ChainHash.OfBytes(payload), nextSerial, context.RecordedAt);
        var all = salted.ConvertAll(change => change.Change);
        all.Insert(0, HeadChange(head, headVersion));
        return new ChainLink(head, all, new CommitWitness(AuditEvent.RowOf(sequence), commitId, payload));
    }

    private static ChainChange Checked(ChainChange change)
    {
        var row = change.Change.Row;
        return row == PartitionHead.Row || row.StartsWith(AuditEvent.Prefix, StringComparison.Ordinal)
            ? throw new ArgumentException($"The row '{row}' belongs to the chain.", nameof(change))
            : change;
    }

    private static RecordChange HeadChange(PartitionHead head, string? version)
    {
        var payload = RecordJson.Write(head);
        return version is null ? new RecordChange.Insert(PartitionHead.Row, payload) : new RecordChange.Replace(PartitionHead.Row, version, payload);
    }

    private static ChainChange Salted(ChainChange change, IIdSource ids) => change switch
    {
        { Personal: true, Change: RecordChange.Insert insert } => change with { Change = insert with { Columns = WithSalt(insert.Columns, ids) } },
        { Personal: true, Change: RecordChange.Replace replace } => change with { Change = replace with { Columns = WithSalt(replace.Columns, ids) } },
        _ => change,
    };

    private static Dictionary<string, string> WithSalt(IReadOnlyDictionary<string, string> columns, IIdSource ids) =>
        new(columns, StringComparer.Ordinal) { [ChainHash.SaltColumn] = ids.NewId() };

    private static AuditedRow Audited(ChainChange change) => change.Change switch
    {
        RecordChange.Insert insert => Hashed(insert.Row, insert.Payload, insert.Columns, change.Personal),
        RecordChange.Replace replace => Hashed(replace.Row, replace.Payload, replace.Columns, change.Personal),
        _ => new AuditedRow(change.Change.Row, Deleted: true),
    };

    private static AuditedRow Hashed(string row, ReadOnlyMemory<byte> payload, IReadOnlyDictionary<string, string> columns, bool personal) => personal
        ? new AuditedRow(row, Hmac: ChainHash.OfPersonalRow(payload, columns, columns[ChainHash.SaltColumn]))
        : new AuditedRow(row, Sha256: ChainHash.OfRow(payload, columns));
}
