using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage;

namespace ArgaliConcessions.Simulation.Engine;

/// <summary>One row that a commit changed, with decoded names.</summary>
/// <param name="Before">Null for a row that was not there.</param>
/// <param name="After">Null for a row that is gone.</param>
public sealed record RowChange(string Partition, string Row, RawRecord? Before, RawRecord? After);

/// <summary>
/// Rows with the semantics of Table storage: a commit within one partition, all or nothing, on versions that are never used
/// again. Partitions are sorted arrays that are never changed, so that a copy of the whole costs next to nothing.
/// </summary>
public sealed class SimulatedStore
{
    private readonly Dictionary<string, RawRecord[]> partitions;
    private long version;

    public SimulatedStore() => partitions = new Dictionary<string, RawRecord[]>(StringComparer.Ordinal);

    public SimulatedStore(SimulatedStore start) => (partitions, version) = (new Dictionary<string, RawRecord[]>(start.partitions, StringComparer.Ordinal), start.version);

    /// <summary>Encoded names of the partitions, in order.</summary>
    public IEnumerable<string> Partitions => partitions.Keys.Order(StringComparer.Ordinal);

    /// <summary>Rows of an encoded partition, in order.</summary>
    public IReadOnlyList<RawRecord> Rows(string partition) => partitions.GetValueOrDefault(partition) ?? [];

    public RawRecord? Find(string partition, string row)
    {
        var rows = partitions.GetValueOrDefault(partition);
        return rows is not null && IndexOf(rows, row) is >= 0 and var at ? rows[at] : null;
    }

    /// <param name="size">Rows at most; 0 gives an empty page although more follow.</param>
    public RawPage ReadPage(RawRange range, int size)
    {
        var rows = partitions.GetValueOrDefault(range.Partition) ?? [];
        var first = IndexOf(rows, range.From);
        var at = first < 0 ? ~first : first;
        var end = at;
        while (end < rows.Length && end - at < size && string.CompareOrdinal(rows[end].Row, range.To) < 0) end++;
        var more = end < rows.Length && string.CompareOrdinal(rows[end].Row, range.To) < 0;
        return new RawPage(rows[at..end], more ? range with { From = rows[end].Row } : null);
    }

    /// <summary>Applies a commit, or says why not.</summary>
    /// <param name="changes">Is given what changed; nothing when it was not applied.</param>
    public RawCommitResult Commit(RawCommit commit, List<RowChange> changes)
    {
        var rows = partitions.GetValueOrDefault(commit.Partition) ?? [];
        foreach (var change in commit.Changes)
        {
            if (FaultOf(rows, change) is { } fault) return new RawCommitResult(fault, change.Row);
        }

        var next = new List<RawRecord>(rows);
        var partition = KeyEncoder.Decode(commit.Partition);
        foreach (var change in commit.Changes) changes.Add(Apply(next, partition, change));
        partitions[commit.Partition] = [.. next];
        return new RawCommitResult(RawOutcome.Committed);
    }

    private RowChange Apply(List<RawRecord> rows, string partition, RecordChange change)
    {
        var at = IndexOf(rows, change.Row);
        var after = change switch
        {
            RecordChange.Insert insert => Record(insert.Row, insert.Payload, insert.Columns),
            RecordChange.Replace replace => Record(replace.Row, replace.Payload, replace.Columns),
            _ => null,
        };
        var before = at < 0 ? null : rows[at];
        if (after is null) rows.RemoveAt(at);
        else if (at < 0) rows.Insert(~at, after);
        else rows[at] = after;
        return new RowChange(partition, KeyEncoder.Decode(change.Row), before, after);
    }

    private RawRecord Record(string row, ReadOnlyMemory<byte> payload, IReadOnlyDictionary<string, string> columns) =>
        new(row, FormattableString.Invariant($"v{++version}"), payload, columns);

    private static RawOutcome? FaultOf(RawRecord[] rows, RecordChange change)
    {
        var at = IndexOf(rows, change.Row);
        return change switch
        {
            RecordChange.Insert => at >= 0 ? RawOutcome.AlreadyThere : null,
            RecordChange.Replace replace => at >= 0 && rows[at].Version == replace.Version ? null : RawOutcome.Conflict,
            RecordChange.Delete delete => at >= 0 && rows[at].Version == delete.Version ? null : RawOutcome.Conflict,
            _ => throw new InvalidOperationException(change.GetType().Name),
        };
    }

    private static int IndexOf(IReadOnlyList<RawRecord> rows, string row)
    {
        var (low, high) = (0, rows.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(rows[middle].Row, row);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }
}
