using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>
/// How far an archive has come, line by line: what may follow, and the running sums. Reader and writer go by the same
/// object, so that a writer can go on where a reader found the end of what is good.
/// </summary>
internal sealed class ArchiveState : IDisposable
{
    private readonly ArchiveSums sums = new();
    private string lastKey = "";

    /// <summary>Lines so far.</summary>
    public long Lines { get; private set; }

    /// <summary>Bytes of these lines in the file.</summary>
    public long Position { get; private set; }

    /// <summary>The checksum of the last line; empty before the first.</summary>
    public string Sum { get; private set; } = "";

    /// <summary>The first line; null before it.</summary>
    public ArchiveOrigin? Origin { get; private set; }

    /// <summary>The last partition that was begun; empty before the first.</summary>
    public string Partition { get; private set; } = "";

    /// <summary>Whether that partition has not ended yet.</summary>
    public bool InPartition { get; private set; }

    /// <summary>The last row of that partition.</summary>
    public string LastKey => lastKey;

    /// <summary>Whether the last line is there.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Rows so far.</summary>
    public long Rows => sums.Rows;

    public ArchiveTotals Totals => sums.Totals();

    /// <summary>What the end of the open partition has to say.</summary>
    public ArchiveTally EndPartition() => sums.EndPartition(Partition);

    /// <summary>Takes a line that was written to the file, or read from it.</summary>
    /// <param name="line">What it says; an end was made with <see cref="EndPartition"/> when <paramref name="ended"/> is given.</param>
    /// <param name="sum">Its checksum.</param>
    /// <param name="bytes">Its length in the file, its line feed included.</param>
    /// <param name="ended">The tally of the partition, when it was taken already.</param>
    /// <exception cref="ArchiveException">It cannot stand here; nothing was taken but the sums of a wrong end.</exception>
    public void Take(ArchiveLine line, string sum, long bytes, ArchiveTally? ended = null)
    {
        switch (line)
        {
            case ArchiveLine.Header header when Origin is null: Origin = header.Origin; break;
            case ArchiveLine.Partition partition when Origin is not null && !InPartition && !IsComplete: Begin(partition.Key); break;
            case ArchiveLine.Row row when InPartition: Add(row.Content); break;
            case ArchiveLine.End end when InPartition && lastKey.Length > 0: End(end, ended ?? EndPartition()); break;
            case ArchiveLine.Total total when Origin is not null && !InPartition && !IsComplete: Complete(total.Totals); break;
            default: throw Fault("line-out-of-place", line.GetType().Name);
        }
        Lines++;
        Position += bytes;
        Sum = sum;
    }

    public void Dispose() => sums.Dispose();

    private void Begin(string key)
    {
        if (string.CompareOrdinal(key, Partition) <= 0) throw Fault("line-out-of-place", key);
        if (key == Partitions.Import) throw Fault("record-refused", key);
        (Partition, lastKey, InPartition) = (key, "", true);
    }

    private void Add(ArchiveRow row)
    {
        if (string.CompareOrdinal(row.Key, lastKey) <= 0) throw Fault("line-out-of-place", row.Key);
        lastKey = row.Key;
        sums.Add(row);
    }

    private void End(ArchiveLine.End end, ArchiveTally found)
    {
        if (end.Key != Partition || end.Tally != found) throw Fault("sums-differ", end.Key);
        InPartition = false;
    }

    private void Complete(ArchiveTotals totals)
    {
        if (totals != sums.Totals()) throw Fault("sums-differ");
        IsComplete = true;
    }

    private ArchiveException Fault(string code, string detail = "") => new(code, Lines + 1, detail);
}
