using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>Rows of one partition that go into one commit.</summary>
internal sealed class ImportBatch(string partition)
{
    private readonly List<ArchiveRow> rows = [];
    private int bytes, sent;

    public string Partition => partition;

    public IReadOnlyList<ArchiveRow> Rows => rows;

    /// <summary>Takes the row, unless it is another partition's or the commit would be past a limit of <see cref="RecordLimits"/>.</summary>
    public bool TryAdd(ArchiveRow row)
    {
        var more = RawCommits.SentBytes(partition, Insert(row));
        var fits = row.Partition == partition && rows.Count < RecordLimits.MaxChanges
            && bytes + row.Payload.Length <= RecordLimits.MaxCommitBytes && sent + more <= RecordLimits.MaxSentBytes;
        if (!fits) return false;
        rows.Add(row);
        bytes += row.Payload.Length;
        sent += more;
        return true;
    }

    public static RecordChange.Insert Insert(ArchiveRow row) => new(row.Key, row.Payload, row.Columns);
}
